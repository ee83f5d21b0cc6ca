import { refiItems } from '../../../../../shared/contract/refi.ts';
import { fileError } from '../../codebook/exchange/file-error.ts';
import { readGuid } from '../../codebook/exchange/guid.ts';
import type { RefiCoding, RefiSelection } from '../refi-project.ts';
import type { FileText, ImportNotes } from './file-project.ts';
import { attribute, childrenOf, textOf, type XmlPart } from './xml-parts.ts';

/** Reads the parts that texts and notes are made of, and counts them. */
export class PartReader {
  readonly #found: ImportNotes;
  #items = 0;

  constructor(found: ImportNotes) {
    this.#found = found;
  }

  /** A sign for what a file names by a GUID; for what it does not name, its line. */
  key(raw: string | null, line: number): string {
    if (raw === null || raw.trim() === '') return `#${line}`;
    return readGuid(raw) ?? raw.trim().toLowerCase();
  }

  /** A part's own sign; one without a GUID gets one that nothing else has. */
  guid(part: XmlPart): string {
    const raw = attribute(part, 'guid');
    if (raw === null) {
      this.#found.add('guid-missing', part.line, attribute(part, 'name') ?? part.name);
      // Several things can stand in one line.
      this.#items += 1;
      return `#${part.line}.${this.#items}`;
    }
    return this.key(raw, part.line);
  }

  /** What a reference points to. */
  target(part: XmlPart): string {
    return this.key(attribute(part, 'targetGUID') ?? attribute(part, 'guid'), part.line);
  }

  /** What all references of a name point to. */
  targets(part: XmlPart, name: string): string[] {
    return childrenOf(part, name).map((child) => this.target(child));
  }

  /** A text or a note. */
  text(part: XmlPart): FileText {
    const name = attribute(part, 'name') ?? '';
    const content = childrenOf(part, 'PlainTextContent')[0];
    const values = childrenOf(part, 'VariableValue');
    this.#found.add('text-value', values[0]?.line ?? 0, name, values.length);
    const selections = childrenOf(part, 'PlainTextSelection').map((child) => this.selection(child));
    this.count(selections.length, part.line);
    return {
      guid: this.guid(part),
      name,
      description: textOf(part, 'Description'),
      content: content?.text ?? '',
      path: content === undefined ? attribute(part, 'plainTextPath') : null,
      richPath: attribute(part, 'richTextPath'),
      selections,
      codings: childrenOf(part, 'Coding').map((child) => this.coding(child)),
      notes: this.targets(part, 'NoteRef'),
      ...this.stamp(part),
      line: part.line,
    };
  }

  selection(part: XmlPart): RefiSelection {
    const position = (name: string): number => {
      const raw = attribute(part, name)?.trim() ?? '';
      return /^\d{1,12}$/u.test(raw) ? Number(raw) : -1;
    };
    return {
      guid: this.guid(part),
      name: attribute(part, 'name') ?? '',
      start: position('startPosition'),
      end: position('endPosition'),
      codings: childrenOf(part, 'Coding').map((child) => this.coding(child)),
      notes: this.targets(part, 'NoteRef'),
      description: textOf(part, 'Description').trim(),
      ...this.stamp(part),
      line: part.line,
    };
  }

  /** A theme on a text or a stretch of it. */
  coding(part: XmlPart): RefiCoding {
    const code = childrenOf(part, 'CodeRef')[0];
    return {
      guid: this.guid(part),
      code: code === undefined ? '' : this.target(code),
      notes: this.targets(part, 'NoteRef'),
      ...this.stamp(part),
      line: part.line,
    };
  }

  stamp(part: XmlPart): { by: string | null; at: string | null } {
    const by = attribute(part, 'creatingUser') ?? attribute(part, 'modifyingUser');
    const time = Date.parse(attribute(part, 'creationDateTime') ?? attribute(part, 'modifiedDateTime') ?? '');
    return { by: by === null ? null : this.key(by, part.line), at: Number.isNaN(time) ? null : new Date(time).toISOString() };
  }

  /** Counts what there may be only so many of. @throws AppError FILE_TOO_LARGE */
  count(more: number, line: number): void {
    this.#items += more;
    if (this.#items > refiItems) throw fileError('too-large', { row: line });
  }
}
