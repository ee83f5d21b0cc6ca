/*
 * Words with which people say when something was, in Bokmål, Nynorsk, Swedish and English together: who interviews in one
 * language hears dates in another. Everything is in small letters and without full stops.
 */

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word): [string, number] => [word, index + 1])));
}

function named<T>(rows: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(rows.flatMap(([meaning, words]) => words.split(' ').map((word): [string, T] => [word, meaning])));
}

/** Months from 1. "jul" is not among them: it is July in English and Christmas in the other three. */
export const monthNumber = numbered([
  'jan januar januari january',
  'feb febr februar februari february',
  'mar mars march',
  'apr april',
  'mai maj may',
  'jun juni june',
  'juli july',
  'aug august augusti',
  'sep sept september',
  'okt oct oktober october',
  'nov november',
  'des dec desember december',
]);

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

export const seasonOf = named<Season>([
  ['spring', 'vår våren spring'],
  ['summer', 'sommer sommeren sommar sommaren summer'],
  ['autumn', 'høst høsten haust hausten höst hösten autumn fall'],
  ['winter', 'vinter vinteren vintern winter'],
]);

/** Month in which a season ends, by the southern Norwegian calendar; winter by the year it ends in. */
export const lastMonthOf: Readonly<Record<Season, number>> = { spring: 5, summer: 8, autumn: 11, winter: 2 };

export type Part = 'early' | 'middle' | 'late';

export const partOf = named<Part>([
  ['early', 'begynnelsen starten tidlig tidleg byrjinga början tidigt early beginning start'],
  ['middle', 'midten midt mitten middle mid'],
  ['late', 'slutten slutet sent seint sein utgangen late end'],
]);

export type Feast = 'christmas' | 'easter';

export const feastOf = named<Feast>([
  ['christmas', 'jula julen christmas xmas'],
  ['easter', 'påske påska påsken påsk easter'],
]);

/** Equal parts of a year, by how many months each has. */
export const monthsIn = named<number>([
  [3, 'kvartal kvartalet quarter'],
  [6, 'halvår halvåret half'],
]);

/** First, second … as they stand before a quarter or half a year. */
export const ordinalOf = named<number>([
  [1, '1 første fyrste första first 1st'],
  [2, '2 andre andra second 2nd'],
  [3, '3 tredje third 3rd'],
  [4, '4 fjerde fjärde fourth 4th'],
]);

/** Days told from the day of the interview. */
export const dayOffset: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, ['i dag', 'idag', 'today']],
      [-1, ['i går', 'igår', 'yesterday']],
      [-2, ['i forgårs', 'i førgårs', 'i förrgår', 'the day before yesterday']],
      [1, ['i morgen', 'i morgon', 'imorgon', 'tomorrow']],
    ] as const
  ).flatMap(([offset, said]) => said.map((words): [string, number] => [words, offset])),
);

/** "Last year" and its like, as a number of years from the year of the interview. */
export const yearOffsets: readonly (readonly [RegExp, number])[] = [
  [/\b(?:i fjor|ifjor|i fjol|last year|förra året|ifjol)(?!\p{L})/u, -1],
  [/\b(?:i år|this year)(?!\p{L})/u, 0],
  [/\b(?:neste år|nesteår|next year|nästa år)(?!\p{L})/u, 1],
];

/** Before a time that is not exact. */
export const aboutPattern =
  /^(?:ca|cirka|circa|omkring|rundt|kring|omtrent|omlag|om lag|ungefär|runt|about|around|approximately|approx|c|trolig|kanskje|perhaps|probably|~)(?!\p{L})\s*/u;

/** Said by people who cannot place it; no day can be given. */
export const placeless: ReadonlySet<string> = new Set([
  'så snart som mulig',
  'så snart som mogleg',
  'så snart som möjligt',
  'as soon as possible',
  'lenge siden',
  'for lenge siden',
  'lenge sidan',
  'for lenge sidan',
  'länge sedan',
  'för länge sedan',
  'long ago',
  'a long time ago',
]);

/** "Towards": before the end of a year it says nothing more; before anything else it makes the time uncertain. */
export const towardsPattern = /^(?:mot|towards|toward)\s+/u;

/** Allowed before a feast only: "before Christmas" has a day, "before 2020" has none. */
export const beforePattern = /^(?:før|före|before)\s+/u;

/** Before a deadline: the day that follows is the last one. */
export const deadlinePattern =
  /^(?:innen|senest|seinast|aller senest|senast|allra senast|till senast|frem til|fram til|til|fram till|till|by|no later than|at the latest|due)\s+/u;

/** Before a deadline that ends when the day that follows begins. */
export const earlierPattern = /^(?:før|innan|före|before)\s+/u;

/** Little words that carry no time of their own. */
export const fillers: ReadonlySet<string> = new Set(
  'i på den det om in on the of av at mot towards toward by innen innan før før för before siden sidan sedan since fra från frå from året'.split(
    ' ',
  ),
);
