import type { FileMissingReason } from '../../../../../shared/model/survey-file.ts';
import { missingCodes } from '../../raw-export/missing-codes.ts';
import { spellingKey } from './value-forms.ts';

/** How survey files write each reason for a missing answer, in Bokmål, nynorsk, Swedish and English. Keys, see `spellingKey`. */
const words: Readonly<Record<FileMissingReason, readonly string[]>> = {
  'not-asked': ['ikke spurt', 'ikkje spurt', 'ej tillfrågad', 'inte tillfrågad', 'not asked'],
  'not-applicable': [
    'ikke aktuelt',
    'ikke relevant',
    'ikkje aktuelt',
    'ikkje relevant',
    'inte aktuellt',
    'ej aktuellt',
    'ej relevant',
    'inte relevant',
    'not applicable',
    'not relevant',
    'does not apply',
    'n/a',
    'n.a.',
    'i/a',
    'gjelder ikke meg',
    'gjeld ikkje meg',
    'gäller inte mig',
  ],
  'dont-know': [
    'vet ikke',
    'jeg vet ikke',
    'veit ikkje',
    'eg veit ikkje',
    'vet inte',
    'jag vet inte',
    'vet ej',
    "don't know",
    'dont know',
    "i don't know",
    'do not know',
    'dk',
    'ikke sikker',
    'usikker',
    'osäker',
    'not sure',
    'unsure',
    'vet ikke / usikker',
    'vet ikke/usikker',
  ],
  'prefer-not-to-say': [
    'vil ikke svare',
    'ønsker ikke å svare',
    'ønsker ikke svare',
    'vil ikkje svare',
    'ønskjer ikkje å svare',
    'vill inte svara',
    'vill ej svara',
    'prefer not to say',
    'prefer not to answer',
    'rather not say',
    'refused',
    'no answer given',
    'do not wish to answer',
  ],
  skipped: [
    'hoppet over',
    'hoppa over',
    'överhoppad',
    'skipped',
    'ubesvart',
    'ikke svart',
    'ikkje svart',
    'obesvarad',
    'ej besvarad',
    'no answer',
    'not answered',
  ],
  illegible: ['uleselig', 'uleseleg', 'oläsligt', 'oläslig', 'illegible', 'unreadable'],
  'not-recorded': [
    '',
    'na',
    'nan',
    'null',
    'none recorded',
    'missing',
    'ikke registrert',
    'ikkje registrert',
    'ej registrerat',
    'not recorded',
    '.',
    '..',
    '-',
    '#null!',
    'mangler',
    'manglar',
    'saknas',
  ],
};

const byKey: ReadonlyMap<string, FileMissingReason> = new Map(
  // The reasons' names are the record's keys.
  (Object.entries(words) as [FileMissingReason, readonly string[]][]).flatMap(([reason, keys]) =>
    // The program's own files say it in codes that no answer has.
    [...keys, String(missingCodes[reason])].map((key) => [key, reason] as const),
  ),
);

/** The reason that a cell states for having no answer, or null for a cell that holds one. An empty cell is `not-recorded`. */
export function missingReason(text: string): FileMissingReason | null {
  if (text.length > 40) return null;
  return byKey.get(spellingKey(text)) ?? null;
}

/** Words of those above that a person may mean as they stand where anything may be written: how they feel, what is missing. */
const ownWords: ReadonlySet<string> = new Set(
  ['ikke sikker', 'ikkje sikker', 'usikker', 'osäker', 'not sure', 'unsure', 'missing', 'mangler', 'manglar', 'saknas'].map(spellingKey),
);

/** The reason that the cell of an open answer states; null where its words may be the answer itself. */
export function openMissingReason(text: string): FileMissingReason | null {
  return ownWords.has(spellingKey(text)) ? null : missingReason(text);
}
