import type { Language } from '../model/text.ts';

/** Words that say nothing of what a text is about, and words that turn what follows them round. Lower case. */
export interface SmallWords {
  readonly empty: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
}

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

const bokmal: SmallWords = {
  empty: list(
    'alle alt altså at av bare ble bli blir blitt både da de deg dei dem den denne der dere det dette disse du eller en enn er et ett for fra før ha hadde han har hennes her hos hun hva hvem hver hvilken hvis hvor hvordan i igjen inn ja jeg kan kunne litt man mange med meg men mer min mine mitt mot må måtte nok noe noen nå når og også om opp oss over på sa samme seg selv si sin sine sitt skal skulle slik som så til under ut var ved vi vil ville vær være vært vår å også jo vel der de ettersom fordi mens',
  ),
  negations: list('ikke aldri ingen ingenting intet verken hverken uten'),
};
const nynorsk: SmallWords = {
  empty: list(
    'alle alt altså at av berre bli blir blei blitt både da dei deg den denne der desse det dette di du dykk eg ei eigen ein eit eitt eller enn er for frå før ha hadde han har her ho hos i igjen inn ja kan korleis kor kva kven kvar kunne litt man mange med meg men meir min mi mine mitt mot må måtte nok noko nokon nokre no når og også om opp oss over på sa same seg sjølv sin si sine sitt skal skulle slik som så til under ut var ved vi vil ville vere vore vår å jo vel fordi mens',
  ),
  negations: list('ikkje aldri ingen ingenting inkje verken korkje utan'),
};
const swedish: SmallWords = {
  empty: list(
    'alla allt alltså att av bara bli blir blev blivit både de dem den denna der det detta dessa dig din dina ditt du där då efter ej eller en er ett från för ha hade han har henne hennes hon hos hur här i igen in ja jag kan kunde lite man med men mer mig min mina mitt mot många måste ni nog något någon några nu när och också om oss på sa samma sig själv sin sina sitt ska skall skulle som så till under upp ut vad var vara varit ved vem vi vid vilken vill ville vår våra än är åt över ju väl eftersom medan',
  ),
  negations: list('inte icke aldrig ingen inget inga ingenting varken utan ej'),
};
const english: SmallWords = {
  empty: list(
    "a about after again all also am an and any are as at be because been before being both but by can could did do does doing during each few for from further had has have having he her here hers him himself his how i if in into is it it's its itself just me more most my myself now of off on once only or other our ours out over own s same she should so some such t than that the their theirs them then there these they this those through to too under until up us very was we were what when where which while who whom why will with would you your yours i'm i've",
  ),
  negations: list(
    "no not never none nothing nobody neither nor without can't cannot didn't doesn't don't isn't wasn't weren't won't couldn't wouldn't hasn't haven't",
  ),
};

const byLanguage: Readonly<Record<Language, SmallWords>> = { nb: bokmal, nn: nynorsk, sv: swedish, en: english };

/** The small words of a language; of Bokmål where the language is none of the four. */
export function smallWords(language: string): SmallWords {
  // Any other key gives undefined, which is what the fallback is for.
  return byLanguage[language as Language] ?? bokmal;
}
