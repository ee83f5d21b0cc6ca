import type { DocumentKind } from '../../../../../shared/contract/texts-documents.ts';

/** What the name of a file says about the document in it. */
export interface FileNameFacts {
  readonly title: string;
  readonly saidOn: string | null;
  /** Words of the name that may be a participant's code, as written. */
  readonly codes: readonly string[];
}

const dates: readonly RegExp[] = [
  /(?<!\d)(?<year>(?:19|20)\d{2})[-_.](?<month>\d{2})[-_.](?<day>\d{2})(?!\d)/u,
  /(?<!\d)(?<day>\d{1,2})[-_.](?<month>\d{1,2})[-_.](?<year>(?:19|20)\d{2})(?!\d)/u,
  /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/u,
];

/** The first day in a text, as numbers. Null where there is none, or none that the calendar has. */
export function findDay(text: string): string | null {
  for (const form of dates) {
    const { year = '', month = '', day = '' } = form.exec(text)?.groups ?? {};
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const time = Date.parse(`${iso}T00:00:00Z`);
    if (year !== '' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso;
  }
  return null;
}

/** Reads a file's name: without its ending and its day it is the title. */
export function readFileName(fileName: string): FileNameFacts {
  const bare = fileName.replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
  const saidOn = findDay(bare);
  const withoutDay = saidOn === null ? bare : dates.reduce((text, form) => text.replace(form, ' '), bare);
  const words = withoutDay.replaceAll(/[_\s]+/gu, ' ').replaceAll(/^[ .–-]+|[ .–-]+$/gu, '');
  return {
    title: (words === '' ? bare : words).slice(0, 200).trim(),
    saidOn,
    codes: [...new Set(bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word.length <= 20))].slice(0, 20),
  };
}

const notes = /notat|notes?\b|anteckning|referat|logg/iu;
const letters = /\bbrev|letter|skriv(?:else|else fra)|e-?post|mail/iu;

/** What kind of document it is, as far as its names and its turns tell. */
export function guessKind(names: string, turns: number): DocumentKind {
  if (turns > 0) return 'transcript';
  if (notes.test(names)) return 'notes';
  return letters.test(names) ? 'letter' : 'notes';
}
