import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, SimpleField, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Run } from '../../../../../../shared/contract/reports-document.ts';
import type { Language } from '../../../../../../shared/model/text.ts';
import { wordLanguages } from '../../../../documents/word.ts';
import { holdable } from '../../../../documents/xml.ts';
import { styleIds } from './style-ids.ts';

/** What the text of a document needs to know of it. */
export interface TextGround {
  readonly language: Language;
  /** Names of bookmarks by anchor. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

/** Lines of a text; a file of XML holds no line ends of its own. */
function linesOf(text: string): readonly string[] {
  return holdable(text).split(/\r\n|\r|\n/u);
}

/** A text that Word shows as it is, lines and all. */
export function words(text: string, options: IRunOptions = {}): TextRun[] {
  return linesOf(text).map((line, at) => new TextRun({ ...options, text: line, ...(at === 0 ? {} : { break: 1 }) }));
}

/** A text in one line: line ends are blanks. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ');
}

/** The language of words that are in another than the document. */
export function languageOf(language: Language | null, ground: TextGround): IRunOptions {
  return language === null || language === ground.language ? {} : { language: { value: wordLanguages[language] } };
}

/** Addresses that a document may lead to. */
function isLink(href: string): boolean {
  return /^(?:https?|mailto):/iu.test(href) && URL.canParse(href);
}

function childrenOf(run: Run, ground: TextGround, format: IRunOptions): readonly ParagraphChild[] {
  if (run.footnote !== undefined) {
    const note = new Paragraph({ style: styleIds.footnoteText, children: words(run.footnote, format) });
    return [...(run.text === '' ? [] : words(run.text, format)), new FootnoteReferenceRun({ children: [note] })];
  }
  if (run.text === '') return [];
  const bookmark = run.ref === undefined ? undefined : ground.bookmarks.get(run.ref);
  if (bookmark !== undefined) return [new SimpleField(`REF ${bookmark} \\h`, oneLine(run.text))];
  if (run.href !== undefined && isLink(run.href))
    return [new ExternalHyperlink({ link: new URL(run.href).href, children: words(run.text, { ...format, style: styleIds.hyperlink }) })];
  return words(run.text, format);
}

/** Running text: bold and italic, links, footnotes, and references as fields that hold what they name. */
export function runsOf(runs: readonly Run[], ground: TextGround, format: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap((run) =>
    childrenOf(run, ground, {
      ...format,
      ...(run.isBold === true ? { bold: true } : {}),
      ...(run.isItalic === true ? { italics: true } : {}),
    }),
  );
}
