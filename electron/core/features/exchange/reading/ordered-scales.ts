import { spellingKey } from './value-forms.ts';

/** Answer scales from the low to the high end. Levels that mean the same in different languages or instruments share a place. */
const scales: Readonly<Record<string, readonly (readonly string[])[]>> = {
  agreement: [
    [
      'helt uenig',
      'svært uenig',
      'heilt usamd',
      'heilt ueinig',
      'svært usamd',
      'instämmer inte alls',
      'helt oenig',
      'tar helt avstånd',
      'strongly disagree',
      'completely disagree',
    ],
    [
      'uenig',
      'ganske uenig',
      'litt uenig',
      'delvis uenig',
      'noe uenig',
      'usamd',
      'ueinig',
      'ganske usamd',
      'litt usamd',
      'delvis usamd',
      'instämmer inte',
      'instämmer delvis inte',
      'delvis oenig',
      'oenig',
      'disagree',
      'somewhat disagree',
      'slightly disagree',
      'tend to disagree',
    ],
    [
      'verken enig eller uenig',
      'hverken enig eller uenig',
      'verken eller',
      'korkje samd eller usamd',
      'korkje einig eller ueinig',
      'korkje eller',
      'varken eller',
      'varken instämmer eller inte',
      'neither agree nor disagree',
      'neither',
      'neutral',
      'nøytral',
    ],
    [
      'enig',
      'ganske enig',
      'litt enig',
      'delvis enig',
      'noe enig',
      'samd',
      'einig',
      'ganske samd',
      'litt samd',
      'delvis samd',
      'instämmer',
      'instämmer delvis',
      'delvis enig',
      'agree',
      'somewhat agree',
      'slightly agree',
      'tend to agree',
    ],
    [
      'helt enig',
      'svært enig',
      'heilt samd',
      'heilt einig',
      'svært samd',
      'instämmer helt',
      'instämmer helt och hållet',
      'strongly agree',
      'completely agree',
    ],
  ],
  satisfaction: [
    [
      'svært misfornøyd',
      'veldig misfornøyd',
      'meget misfornøyd',
      'svært misnøgd',
      'mycket missnöjd',
      'very dissatisfied',
      'very unsatisfied',
    ],
    [
      'misfornøyd',
      'ganske misfornøyd',
      'litt misfornøyd',
      'misnøgd',
      'ganske misnøgd',
      'missnöjd',
      'ganska missnöjd',
      'dissatisfied',
      'unsatisfied',
      'somewhat dissatisfied',
    ],
    [
      'verken fornøyd eller misfornøyd',
      'hverken fornøyd eller misfornøyd',
      'verken eller',
      'korkje nøgd eller misnøgd',
      'korkje eller',
      'varken nöjd eller missnöjd',
      'varken eller',
      'neither satisfied nor dissatisfied',
      'neutral',
      'nøytral',
    ],
    [
      'fornøyd',
      'ganske fornøyd',
      'litt fornøyd',
      'nøgd',
      'ganske nøgd',
      'nöjd',
      'ganska nöjd',
      'satisfied',
      'somewhat satisfied',
      'fairly satisfied',
    ],
    ['svært fornøyd', 'veldig fornøyd', 'meget fornøyd', 'svært nøgd', 'mycket nöjd', 'very satisfied'],
  ],
  frequency: [
    ['aldri', 'aldrig', 'never'],
    ['nesten aldri', 'nästan aldrig', 'almost never', 'hardly ever'],
    ['sjelden', 'sjeldan', 'sällan', 'rarely', 'seldom'],
    ['av og til', 'iblant', 'ibland', 'noen ganger', 'nokre gonger', 'nå och då', 'sometimes', 'occasionally', 'now and then'],
    ['ofte', 'ofta', 'often', 'frequently', 'vanligvis', 'usually', 'oftast'],
    ['svært ofte', 'veldig ofte', 'mycket ofta', 'very often', 'very frequently'],
    ['nesten alltid', 'nästan alltid', 'almost always'],
    ['alltid', 'always'],
  ],
  quality: [
    ['svært dårlig', 'veldig dårlig', 'svært dårleg', 'mycket dåligt', 'mycket dålig', 'very poor', 'very bad', 'terrible'],
    ['dårlig', 'ganske dårlig', 'dårleg', 'ganske dårleg', 'dåligt', 'dålig', 'ganska dåligt', 'poor', 'bad', 'below average'],
    [
      'verken god eller dårlig',
      'verken bra eller dårlig',
      'middels',
      'korkje god eller dårleg',
      'korkje bra eller dårleg',
      'varken bra eller dåligt',
      'medel',
      'fair',
      'average',
      'ok',
      'neither good nor bad',
    ],
    ['god', 'godt', 'bra', 'ganske god', 'ganske bra', 'ganska bra', 'good', 'above average'],
    ['svært god', 'svært godt', 'svært bra', 'veldig bra', 'mycket bra', 'mycket god', 'very good'],
    ['utmerket', 'utmerka', 'utmärkt', 'excellent', 'outstanding'],
  ],
  extent: [
    ['ikke i det hele tatt', 'ikkje i det heile', 'ikkje i det heile teke', 'inte alls', 'not at all'],
    ['i svært liten grad', 'i veldig liten grad', 'i mycket liten grad', 'i mycket låg grad', 'to a very small extent'],
    ['i liten grad', 'i låg grad', 'a little', 'to a small extent', 'lite', 'litt'],
    ['i noen grad', 'i nokon grad', 'i viss grad', 'i någon grad', 'til en viss grad', 'to some extent', 'somewhat', 'moderately'],
    ['i stor grad', 'i hög grad', 'to a large extent', 'to a great extent', 'a lot', 'very much'],
    [
      'i svært stor grad',
      'i veldig stor grad',
      'i mycket stor grad',
      'i mycket hög grad',
      'to a very large extent',
      'to a very great extent',
      'extremely',
    ],
  ],
  likelihood: [
    ['svært usannsynlig', 'veldig usannsynlig', 'svært usannsynleg', 'mycket osannolikt', 'very unlikely', 'extremely unlikely'],
    ['usannsynlig', 'ganske usannsynlig', 'usannsynleg', 'osannolikt', 'unlikely', 'somewhat unlikely'],
    ['verken eller', 'korkje eller', 'varken eller', 'neither likely nor unlikely', 'neutral', 'nøytral'],
    ['sannsynlig', 'ganske sannsynlig', 'sannsynleg', 'sannolikt', 'likely', 'somewhat likely'],
    ['svært sannsynlig', 'veldig sannsynlig', 'svært sannsynleg', 'mycket sannolikt', 'very likely', 'extremely likely'],
  ],
  importance: [
    [
      'ikke viktig',
      'ikke viktig i det hele tatt',
      'ikkje viktig',
      'inte viktigt',
      'inte alls viktigt',
      'not important',
      'not at all important',
    ],
    ['lite viktig', 'mindre viktig', 'mindre viktigt', 'slightly important', 'of little importance'],
    ['noe viktig', 'noko viktig', 'ganske viktig', 'ganska viktigt', 'moderately important', 'somewhat important', 'fairly important'],
    ['viktig', 'viktigt', 'important'],
    ['svært viktig', 'veldig viktig', 'mycket viktigt', 'very important', 'extremely important'],
  ],
};

/** Yes and no, in the order in which they are coded: recognised, but no ordered scale. */
const yesNo: readonly (readonly string[])[] = [
  ['ja', 'yes', 'y', 'true', 'sann'],
  ['nei', 'nej', 'no', 'n', 'false', 'usann'],
];

/** The places of labels on the one scale that has them all, from low (0) to high; null when no scale does. */
export function recogniseScale(labels: readonly string[]): { id: string; places: number[] } | null {
  for (const [id, levels] of Object.entries(scales)) {
    const places = placesOn(levels, labels);
    if (places !== null && new Set(places).size >= 3 && new Set(places).size === places.length) return { id, places };
  }
  return null;
}

/** 0 for yes and 1 for no, for labels that are nothing else; null otherwise. A mere "no, but" is another answer. */
export function recogniseYesNo(labels: readonly string[]): number[] | null {
  if (labels.length > 2) return null;
  return placesOn(yesNo, labels);
}

function placesOn(levels: readonly (readonly string[])[], labels: readonly string[]): number[] | null {
  const places = labels.map((label) => levels.findIndex((level) => level.includes(withoutNumber(label))));
  return places.includes(-1) ? null : places;
}

/** "5 – Very satisfied" and "(5) Very satisfied" are "very satisfied". */
function withoutNumber(label: string): string {
  return spellingKey(label)
    .replace(/^\(?\d{1,2}\)?[\s.:=-]+(?=\p{L})/u, '')
    .replace(/[.!]$/, '');
}

/** The first number in a label, thousands signs read away: for ordering "2–50", "51–250", "more than 10,000". */
export function leadingNumber(label: string): number | null {
  const digits = /\d+(?:[,. \u00A0]\d{3}(?!\d))*/.exec(label)?.[0];
  if (digits === undefined) return null;
  const number = Number(digits.replace(/\D/g, ''));
  // "Less than 1" comes before "1", "more than 5" after.
  if (/^(?:<|less|under|fewer|mindre|færre|farre|färre)/i.test(label.trim())) return number - 0.5;
  return /^(?:>|more|over|greater|mer|meir|fler|flere|fleire)/i.test(label.trim()) ? number + 0.5 : number;
}
