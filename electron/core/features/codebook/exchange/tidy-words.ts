import { StoredText } from '../../../../../shared/model/text.ts';
import type { FileNotes } from './file-codebook.ts';

/** Longest name of a theme, in UTF-16 units, as the contract has it. */
const longestName = 200;

/** A file's text as it may be stored: composed, line feeds only, without control characters. What had to be changed is noted. */
export function tidyText(raw: string, line: number, notes: FileNotes): string {
  const parsed = StoredText.safeParse(raw);
  if (parsed.success) return parsed.data;
  notes.add('characters', line, raw);
  const plain = raw
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/gu, '')
    .slice(0, 4_000_000)
    .toWellFormed();
  return StoredText.parse(plain);
}

/** A name: tidy, trimmed, at most 200 long; what was cut off is handed back too, so that it can stand as definition. */
export function tidyName(raw: string, line: number, notes: FileNotes): { name: string; whole: string | null } {
  const whole = tidyText(raw, line, notes).trim();
  if (whole.length <= longestName) return { name: whole, whole: null };
  notes.add('name-cut', line, whole);
  const end = whole.slice(0, longestName - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return { name: `${end.trimEnd()}…`, whole };
}
