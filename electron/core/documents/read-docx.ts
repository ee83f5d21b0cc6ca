import type { LeftOutPart } from '../../../shared/contract/texts-documents.ts';
import { documentError, leftOutParts, type LeftOut } from './document-text.ts';
import type { PackedFile } from './packed-file.ts';
import { LineCollector } from './line-collector.ts';
import type { XmlListener, XmlStart } from './walk-xml.ts';

/** What a word processor's file says, before it is tidied. */
export interface WordText {
  readonly body: string;
  readonly heading: string | null;
  readonly leftOut: readonly LeftOut[];
}

const wordSpaces = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** Elements whose words are not the text's: what was deleted or moved away, field codes, guides to reading. */
const unread = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt', 'pPrChange', 'rPrChange']);
const headingStyle = /^(?:title|tittel|titel|rubrik|heading ?1|overskrift ?1|rubrik ?1|heading1|overskrift1|rubrik1)$/iu;

/**
 * Reads the words of a Word document (ECMA-376 part 1, chapter 17): paragraphs as lines, tables as lines with tabs, footnotes and endnotes
 * after the text. Deleted and hidden words, comments, headers, footers and pictures are left out, and said to be.
 * @throws AppError FILE_UNREADABLE
 */
export async function readDocx(file: PackedFile): Promise<WordText> {
  const path = await mainPath(file);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const left = new Map<LeftOutPart, number>();
  const text = new WordListener(left);
  if (!(await file.walk(path, text))) throw documentError('damaged', { part: path });
  const notes: string[] = [];
  for (const [kind, part] of [
    ['footnote', 'footnotes.xml'],
    ['endnote', 'endnotes.xml'],
  ] as const) {
    const listener = new WordListener(left, kind);
    await file.walk(`${folder}${part}`, listener);
    for (const [id, words] of listener.notes) {
      const number = text.noteNumbers.get(`${kind} ${id}`);
      if (number !== undefined && words.trim() !== '') notes[number] = `[${number}] ${words.trim()}`;
    }
  }
  const heads = [...file.names].filter((name) => /^(?:header|footer)\d*\.xml$/u.test(name.slice(folder.length)) && name.startsWith(folder));
  left.set('headers', heads.length);
  const appended = notes.filter((note) => note !== '');
  return {
    body: appended.length === 0 ? text.lines.text() : `${text.lines.text()}\n\n${appended.join('\n')}`,
    heading: text.heading,
    leftOut: leftOutParts(left),
  };
}

/** The main part, as the package names it. */
async function mainPath(file: PackedFile): Promise<string> {
  let path = 'word/document.xml';
  await file.walk('_rels/.rels', {
    open: (element) => {
      const target = element.attribute('Target');
      if (element.name === 'Relationship' && element.attribute('Type')?.endsWith('/officeDocument') === true && target !== undefined)
        path = target.replace(/^\//u, '');
    },
    close: () => {},
    text: () => {},
  });
  return path;
}

class WordListener implements XmlListener {
  readonly lines = new LineCollector();
  readonly notes = new Map<string, string>();
  /** Footnotes and endnotes in the order in which the text has them, from 1. */
  readonly noteNumbers = new Map<string, number>();
  heading: string | null = null;
  readonly #left: Map<LeftOutPart, number>;
  readonly #noteKind: 'footnote' | 'endnote' | null;
  #noteId: string | null = null;
  #skipping = 0;
  #isHidden = false;
  #inText = 0;
  #isHeading = false;

  constructor(left: Map<LeftOutPart, number>, noteKind: 'footnote' | 'endnote' | null = null) {
    this.#left = left;
    this.#noteKind = noteKind;
  }

  readonly open = (element: XmlStart): void => {
    if (this.#skipping > 0 || this.#isSkipped(element)) {
      this.#skipping += 1;
      return;
    }
    if (element.name === 'blip' || element.name === 'imagedata') this.#count('pictures');
    if (wordSpaces.has(element.uri)) this.#openWord(element);
  };

  readonly close = (name: string, uri: string): void => {
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (wordSpaces.has(uri)) this.#closeWord(name);
  };

  readonly text = (text: string): void => {
    if (this.#inText === 0 || this.#skipping > 0) return;
    if (this.#isHidden) this.#count('hidden');
    else this.lines.add(text);
  };

  #isSkipped({ name, uri, attribute }: XmlStart): boolean {
    if (uri === compatibility) return name === 'Fallback';
    if (!wordSpaces.has(uri)) return false;
    if (name === 'del' || name === 'moveFrom') this.#count('deleted');
    // Separator lines are footnotes too.
    const isSeparator = name === this.#noteKind && attribute('type') !== undefined && attribute('type') !== 'normal';
    return unread.has(name) || isSeparator;
  }

  #openWord(element: XmlStart): void {
    const { name } = element;
    const value = element.attribute('val');
    if (name === 'p') this.lines.openLine();
    else if (name === 't') this.#inText += 1;
    else if (name === 'tab' && element.attribute('pos') === undefined && value === undefined) this.#sign('\t');
    else if (name === 'br' || name === 'cr') this.#sign('\n');
    else if (name === 'noBreakHyphen') this.#sign('‑');
    else if (name === 'r') this.#isHidden = false;
    else if (name === 'vanish') this.#isHidden = value !== '0' && value !== 'false' && value !== 'off';
    else if (name === 'pStyle') this.#isHeading = this.heading === null && headingStyle.test(value ?? '');
    else if (name === 'commentReference') this.#count('comments');
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      this.#refer(name.replace('Reference', ''), element.attribute('id') ?? '');
    else if (name === 'tr') this.lines.openRow();
    else if (name === 'tc') this.lines.nextCell();
    else if (name === this.#noteKind) this.#noteId = element.attribute('id') ?? '';
  }

  #closeWord(name: string): void {
    if (name === 'p') {
      const line = this.lines.closeLine();
      if (this.#isHeading && line.trim() !== '') this.heading = line.trim();
      this.#isHeading = false;
    } else if (name === 't') this.#inText -= 1;
    else if (name === 'r') this.#isHidden = false;
    else if (name === 'tr') this.lines.closeRow();
    else if (name === this.#noteKind && this.#noteId !== null) this.notes.set(this.#noteId, this.lines.takeText().replaceAll('\n', ' '));
  }

  #refer(kind: string, id: string): void {
    const key = `${kind} ${id}`;
    const number = this.noteNumbers.get(key) ?? this.noteNumbers.size + 1;
    this.noteNumbers.set(key, number);
    this.lines.add(`[${number}]`);
  }

  #sign(sign: string): void {
    if (!this.#isHidden) this.lines.add(sign);
  }

  #count(part: LeftOutPart): void {
    this.#left.set(part, (this.#left.get(part) ?? 0) + 1);
  }
}
