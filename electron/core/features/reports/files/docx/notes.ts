import { Paragraph, type IRunOptions } from 'docx';
import { styleIds } from './style-ids.ts';
import { words } from './word-text.ts';

/** Room between what stands under a table or a figure and the text after it. */
const after = 260;

/** What stands under a table or a figure, a paragraph each. Without words an empty one keeps two tables apart: Word would join them. */
export function noteParagraphs(notes: readonly string[], format: IRunOptions = {}): Paragraph[] {
  if (notes.length === 0) return [new Paragraph({ style: styleIds.tableNote, spacing: { before: 0, after: 120 } })];
  return notes.map((note, at) => {
    const isLast = at === notes.length - 1;
    return new Paragraph({
      style: styleIds.tableNote,
      ...(isLast ? { spacing: { after } } : { keepNext: true }),
      children: words(note, format),
    });
  });
}
