import {
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type PageOrientation,
  type Table,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Language } from '../../../shared/model/text.ts';

/** What Word calls the languages of content. */
export const wordLanguages: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' };
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Twentieths of a point: 2 cm, and the text width of an A4 page between two such margins. */
export const pageMargin = 1134;
export const textWidth = 11906 - 2 * pageMargin;
/** Twentieths of a point: 1 cm. */
export const indent = 567;
export const grey = '5F6771';
/** Styles of what people said, and of the line under it about whoever said it. */
export const quoteStyle = 'Quote';
export const quoteNoteStyle = 'QuoteNote';
/** Every line round a cell. */
export const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'C6CBD0' } as const;

export interface WordParts {
  readonly title: string;
  readonly language: Language;
  /** Left in the footer of every page; the page's number stands to the right. */
  readonly footer: string;
  /** Standing unless it is said. */
  readonly orientation?: (typeof PageOrientation)[keyof typeof PageOrientation];
  readonly children: readonly (Paragraph | Table)[];
}

/** A Word document with our styles: real headings, A4, the document's language set, page numbers. */
export async function wordDocument({ title, language, footer, orientation, children }: WordParts): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Røst',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: wordLanguages[language] } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 240, after: 60 } } },
      },
      paragraphStyles: [
        {
          id: quoteStyle,
          name: 'Quote',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { font: 'Cambria' },
          paragraph: { indent: { left: indent }, spacing: { before: 160, after: 40 }, keepLines: true },
        },
        {
          id: quoteNoteStyle,
          name: 'Quote Note',
          basedOn: 'Normal',
          next: quoteStyle,
          quickFormat: true,
          run: { size: 19, color: grey },
          paragraph: { indent: { left: indent }, spacing: { after: 120 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            margin: { top: pageMargin, bottom: pageMargin, left: pageMargin, right: pageMargin },
            ...(orientation === undefined ? {} : { size: { orientation } }),
          },
        },
        footers: { default: numberedFooter(footer) },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function numberedFooter(text: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ text, size: 17, color: grey }),
          new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17, color: grey }),
        ],
      }),
    ],
  });
}

/** A text in its lines: where it was broken off it is broken off here too. */
export function inLines(text: string, run: IRunOptions = {}): TextRun[] {
  return text.split('\n').map((line, at) => new TextRun({ ...run, text: line, ...(at > 0 && { break: 1 }) }));
}

/** A paragraph of one text. */
export function plain(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: inLines(text, run) });
}

/** A paragraph beside the matter: smaller and grey. */
export function quiet(text: string, options: IParagraphOptions = {}): Paragraph {
  return plain(text, options, { color: grey, size: 19 });
}

/** A line to write on, with words before and after it. */
export function ruled(before: string, after: string, left = 0): Paragraph {
  const end = after === '' ? textWidth : Math.min(textWidth, left + 3400);
  return new Paragraph({
    indent: { left },
    spacing: { before: 140 },
    tabStops: [{ type: TabStopType.RIGHT, position: end, leader: 'underscore' }],
    children: [new TextRun(before === '' ? '' : `${before} `), new TextRun('\t'), new TextRun(after === '' ? '' : ` ${after}`)],
  });
}
