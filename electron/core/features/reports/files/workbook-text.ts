import { holdable } from '../../../documents/xml.ts';

/** A text as a workbook holds it: no sign that XML has not, and nothing in it read as the number of a character (ECMA-376 part 1, 22.4.2.4). */
export function workbookText(text: string): string {
  return holdable(text).replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
