import { Bookmark, Paragraph, TextRun } from 'docx';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { bulletList, type Making } from './making.ts';
import { styleAt, styleIds } from './style-ids.ts';
import { languageOf, oneLine, runsOf, words } from './word-text.ts';

type Part<K extends DocumentPart['kind']> = Extract<DocumentPart, { kind: K }>;

/** A heading with the number it is given; a reference to it names its words. */
export function headingParagraph({ level, number, text, anchor }: Part<'heading'>, making: Making): Paragraph {
  const said = [new TextRun(oneLine(text))];
  const bookmark = making.bookmarks.get(anchor);
  return new Paragraph({
    style: styleAt(styleIds.headings, level - 1),
    children: [
      ...(number === null ? [] : [new TextRun(`${number}\u2002`)]),
      ...(bookmark === undefined ? said : [new Bookmark({ id: bookmark, children: said })]),
    ],
  });
}

const plainStyles = { body: styleIds.normal, lead: styleIds.lead, quiet: styleIds.quiet } as const;

/** Running text and items of lists; `leads` where the facts it names come next, and must not be left behind on the next page. */
export function textParagraph(part: Part<'paragraph'>, making: Making, leads = false): Paragraph {
  const { style, depth, ordinal, runs, language } = part;
  const children = runsOf(runs, making, languageOf(language, making));
  if (style === 'bullet')
    return new Paragraph({ style: styleAt(styleIds.bullets, depth), numbering: { reference: bulletList, level: depth }, children });
  if (style === 'numbered') {
    const reference = making.lists.item(depth, ordinal ?? 1);
    return new Paragraph({ style: styleAt(styleIds.numbers, depth), numbering: { reference, level: depth }, children });
  }
  making.lists.end();
  return new Paragraph({ ...(style === 'body' ? {} : { style: plainStyles[style] }), ...(leads ? { keepNext: true } : {}), children });
}

/** What somebody said, and under it who said it. */
export function quoteParagraphs({ text, note, language }: Part<'quote'>, making: Making): Paragraph[] {
  const said = words(text, languageOf(language, making));
  if (note === '') return [new Paragraph({ style: styleIds.quote, spacing: { after: 240 }, children: said })];
  return [
    new Paragraph({ style: styleIds.quote, keepNext: true, children: said }),
    new Paragraph({ style: styleIds.quoteNote, children: words(note) }),
  ];
}
