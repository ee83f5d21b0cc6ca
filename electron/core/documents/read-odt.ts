import type { LeftOutPart } from '../../../shared/contract/texts-documents.ts';
import { documentError, leftOutParts } from './document-text.ts';
import { LineCollector } from './line-collector.ts';
import type { PackedFile } from './packed-file.ts';
import type { WordText } from './read-docx.ts';
import type { XmlListener, XmlStart } from './walk-xml.ts';

const space = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const office = space('office');
const textSpace = space('text');
const table = space('table');
const draw = space('drawing');

/**
 * Reads the words of an OpenDocument text (OASIS ODF 1.3 part 3): the same as of a Word document. @throws AppError FILE_UNREADABLE
 */
export async function readOdt(file: PackedFile): Promise<WordText> {
  await refuseEncrypted(file);
  const listener = new OdtListener();
  if (!(await file.walk('content.xml', listener))) throw documentError('damaged', { part: 'content.xml' });
  await countHeaders(file, listener.left);
  const notes = listener.notes.map((words, index) => `[${index + 1}] ${words}`);
  const body = listener.lines.text();
  return {
    body: notes.length === 0 ? body : `${body}\n\n${notes.join('\n')}`,
    heading: listener.heading,
    leftOut: leftOutParts(listener.left),
  };
}

async function refuseEncrypted(file: PackedFile): Promise<void> {
  await file.walk('META-INF/manifest.xml', {
    open: ({ name }) => {
      if (name === 'encryption-data') throw documentError('encrypted');
    },
    close: () => {},
    text: () => {},
  });
}

async function countHeaders(file: PackedFile, left: Map<LeftOutPart, number>): Promise<void> {
  let count = 0;
  let isInside = false;
  await file.walk('styles.xml', {
    open: ({ name }) => {
      if (/^(?:header|footer)/u.test(name) && !name.endsWith('-style')) isInside = true;
    },
    close: (name) => {
      if (/^(?:header|footer)/u.test(name)) isInside = false;
    },
    text: (words) => {
      if (isInside && words.trim() !== '') count += 1;
    },
  });
  left.set('headers', count);
}

class OdtListener implements XmlListener {
  readonly lines = new LineCollector();
  readonly left = new Map<LeftOutPart, number>();
  readonly notes: string[] = [];
  heading: string | null = null;
  #skipping = 0;
  #isBody = false;
  /** Paragraphs that are open, and whether each is a heading. Words outside all of them are layout. */
  readonly #open: { isHeading: boolean; endsWithBlank: boolean }[] = [];
  /** Footnotes that are being read: their paragraphs so far. */
  readonly #note: string[][] = [];

  readonly open = (element: XmlStart): void => {
    if (this.#skipping > 0 || this.#isSkipped(element)) {
      // What was deleted lies among the changes, all of which are passed over.
      if (element.name === 'deletion' && element.uri === textSpace) this.#count('deleted');
      this.#skipping += 1;
      return;
    }
    const { name, uri } = element;
    if (uri === office && name === 'text') this.#isBody = true;
    if (!this.#isBody) return;
    if (uri === table && name === 'table-row') this.lines.openRow();
    else if (uri === table && name === 'table-cell') this.lines.nextCell();
    else if (uri === draw && name === 'image') this.#count('pictures');
    else if (uri === textSpace) this.#openText(element);
  };

  readonly close = (name: string, uri: string): void => {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    if (uri === office && name === 'text') this.#isBody = false;
    if (!this.#isBody) return;
    if (uri === table && name === 'table-row') this.lines.closeRow();
    else if (uri === textSpace && (name === 'p' || name === 'h')) this.#closeParagraph();
    else if (uri === textSpace && name === 'note-body') this.notes.push((this.#note.pop() ?? []).join(' ').trim());
  };

  readonly text = (text: string): void => {
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined || this.#skipping > 0) return;
    // Blanks of any kind are one, and none at the beginning (ODF 1.3, 6.1.2).
    const plain = text.replaceAll(/[ \t\r\n]+/gu, ' ');
    const words = paragraph.endsWithBlank && plain.startsWith(' ') ? plain.slice(1) : plain;
    if (words === '') return;
    paragraph.endsWithBlank = words.endsWith(' ');
    this.lines.add(words);
  };

  #isSkipped({ name, uri }: XmlStart): boolean {
    if (uri === office && (name === 'annotation' || name === 'annotation-end')) {
      if (name === 'annotation') this.#count('comments');
      return true;
    }
    if (uri !== textSpace) return false;
    if (name === 'hidden-text' || name === 'hidden-paragraph') this.#count('hidden');
    return (
      name === 'tracked-changes' || name === 'note-citation' || name === 'ruby-text' || name === 'hidden-text' || name === 'sequence-decls'
    );
  }

  #openText(element: XmlStart): void {
    const { name } = element;
    if (name === 'p' || name === 'h') {
      this.lines.openLine();
      this.#open.push({ isHeading: name === 'h' && this.heading === null, endsWithBlank: true });
    } else if (name === 'tab') this.#sign('\t');
    else if (name === 'line-break') this.#sign('\n');
    else if (name === 's') this.#sign(' '.repeat(Math.min(1000, Math.max(1, Math.trunc(Number(element.attribute('c') ?? 1)) || 1))));
    else if (name === 'note-body') {
      this.#sign(`[${this.notes.length + this.#note.length + 1}]`);
      this.#note.push([]);
    }
  }

  #closeParagraph(): void {
    const paragraph = this.#open.pop();
    const note = this.#note.at(-1);
    if (note !== undefined) {
      note.push(this.lines.dropLine());
      return;
    }
    const line = this.lines.closeLine();
    if (paragraph?.isHeading === true && line.trim() !== '') this.heading = line.trim();
  }

  #sign(sign: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined) return;
    paragraph.endsWithBlank = false;
    this.lines.add(sign);
  }

  #count(part: LeftOutPart): void {
    this.left.set(part, (this.left.get(part) ?? 0) + 1);
  }
}
