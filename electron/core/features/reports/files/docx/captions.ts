import { Bookmark, Paragraph, SimpleField, TextRun, type IRunOptions } from 'docx';
import type { Making } from './making.ts';
import { styleIds } from './style-ids.ts';
import { words } from './word-text.ts';

type CaptionKind = 'table' | 'figure';

/** Counts captions as Word will when it updates its fields. */
export interface CaptionCounts {
  /** The field of the next caption: the number is said outright where it is not the next one. */
  readonly next: (kind: CaptionKind, label: string, number: number) => SimpleField;
}

export function captionCounts(): CaptionCounts {
  const last: Record<CaptionKind, number> = { table: 0, figure: 0 };
  return {
    next: (kind, label, number) => {
      const restart = number === last[kind] + 1 ? '' : ` \\r ${number}`;
      last[kind] = number;
      return new SimpleField(`SEQ ${label} \\* ARABIC${restart}`, String(number));
    },
  };
}

export interface Caption {
  readonly kind: CaptionKind;
  readonly number: number;
  readonly anchor: string;
  readonly title: string;
  /** Question, measure and base: after the title, not bold. */
  readonly subtitle: string;
  /** Of its text: the language where it is not the document's. */
  readonly format?: IRunOptions;
}

/** "Tabell 7" in the document's language, the number in a field that counts what is called so. */
function namedBy(kind: CaptionKind, number: number, { ground, captions }: Making): (TextRun | SimpleField)[] {
  const said = ground.words(kind === 'table' ? 'reports.ref.table' : 'reports.ref.figure', { number });
  const [label = ''] = said.split(String(number));
  return [new TextRun(`${label.trim()}\u00A0`), captions.next(kind, label.trim(), number)];
}

/** Closed with a full stop where it has no end sign. */
function closed(text: string): string {
  return text === '' || /[.!?…:]$/u.test(text) ? text : `${text}.`;
}

/** "Tabell 7. Finding. Question and base": number and title above what they name, the number in a field. */
export function captionParagraph({ kind, number, anchor, title, subtitle, format = {} }: Caption, making: Making): Paragraph {
  const named = namedBy(kind, number, making);
  const bookmark = making.bookmarks.get(anchor);
  return new Paragraph({
    style: styleIds.caption,
    keepNext: true,
    children: [
      ...(bookmark === undefined ? named : [new Bookmark({ id: bookmark, children: named })]),
      ...(title === '' ? [] : words(`. ${closed(title)}`, format)),
      // The style is bold, so that a number which Word has counted anew is too.
      ...(subtitle === '' ? [] : words(` ${subtitle}`, { ...format, bold: false })),
    ],
  });
}
