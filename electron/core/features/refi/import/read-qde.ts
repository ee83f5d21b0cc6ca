import { refiSources } from '../../../../../shared/contract/refi.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { readXml, type XmlElement } from '../../../documents/xml.ts';
import { fileError } from '../../codebook/exchange/file-error.ts';
import { CodeReader, qdcLimits, type CodeNote } from '../../codebook/exchange/read-qdc.ts';
import { readCaseWaves, readProjectFacts } from '../descriptions.ts';
import {
  consensusMark,
  variableTypes,
  type RefiCase,
  type RefiSet,
  type RefiUser,
  type RefiValue,
  type RefiVariable,
} from '../refi-project.ts';
import { ImportNotes, type FileLink, type FileProject, type FileText } from './file-project.ts';
import { PartReader } from './part-reader.ts';
import { attribute, childrenOf, textOf, XmlParts, type XmlPart } from './xml-parts.ts';

/**
 * Reads a project's XML part by part: nothing of it is kept but what is taken in. Lenient, as foreign files need it: any namespace,
 * elements in any order, GUIDs in any writing. @throws XmlError, AppError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readQde(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  language: Language,
  words: { readonly nameless: string },
): Promise<FileProject> {
  const reader = new QdeReader(language, words.nameless);
  const parts = new XmlParts((path, part) => reader.take(path, part));
  const { codes } = reader;
  await readXml(
    chunks,
    {
      open: (element) => {
        if (parts.depth === 0) reader.root(element);
        codes.open(element);
        parts.open(element);
      },
      close: () => {
        codes.close();
        parts.close();
      },
      text: (text) => {
        codes.text(text);
        parts.text(text);
      },
    },
    qdcLimits,
  );
  return reader.result();
}

const mediaKinds: ReadonlySet<string> = new Set(['PictureSource', 'AudioSource', 'VideoSource']);

class QdeReader {
  readonly codes: CodeReader;
  readonly #found = new ImportNotes();
  readonly #parts = new PartReader(this.#found);
  readonly #codeNotes: CodeNote[] = [];
  readonly #users: RefiUser[] = [];
  readonly #variables: RefiVariable[] = [];
  readonly #cases: RefiCase[] = [];
  readonly #sources: FileText[] = [];
  readonly #notes: FileText[] = [];
  readonly #links: FileLink[] = [];
  readonly #sets: RefiSet[] = [];
  readonly #projectNotes: string[] = [];
  #root: XmlElement | null = null;
  #description = '';

  constructor(language: Language, nameless: string) {
    this.codes = new CodeReader(language, nameless, {
      onNote: (note) => this.#codeNotes.push({ ...note, note: this.#parts.key(note.note, note.line) }),
    });
  }

  root(element: XmlElement): void {
    if (element.name !== 'Project') throw fileError('no-project');
    this.#root = element;
  }

  /** One part of the project that has been read to its end. @param path the elements it stands in, from the root */
  take(path: readonly string[], part: XmlPart): void {
    const container = path[1];
    if (container === undefined) this.#ofProject(part);
    else if (container === 'Users') this.#users.push(this.#user(part));
    else if (container === 'Variables') this.#variables.push(this.#variable(part));
    else if (container === 'Cases') this.#push(this.#cases, this.#case(part), part.line);
    else if (container === 'Sources') this.#source(part);
    else if (container === 'Notes') this.#push(this.#notes, this.#parts.text(part), part.line);
    else if (container === 'Links') this.#links.push(this.#link(part));
    else if (container === 'Sets') this.#set(part);
    else if (container === 'Graphs') this.#found.add('graph', part.line, attribute(part, 'name') ?? '');
  }

  result(): FileProject {
    const facts = readProjectFacts(this.#description);
    const attributes = this.#root?.attributes;
    if (facts === null && this.#description.trim() !== '') this.#found.add('description', this.#root?.line ?? 0, this.#description);
    return {
      name: cut(attributes?.get('name') ?? '', 200),
      origin: cut(attributes?.get('origin') ?? '', 100),
      facts,
      users: this.#users,
      themes: this.codes.themes(),
      isOwn: facts !== null,
      themeNotes: this.codes.notes,
      codeNotes: this.#codeNotes,
      variables: this.#variables,
      cases: this.#cases,
      sources: this.#sources,
      notes: this.#notes,
      links: this.#links,
      sets: this.#sets,
      projectNotes: this.#projectNotes,
      found: this.#found,
    };
  }

  #push<T>(list: T[], item: T, line: number): void {
    if (list.length >= refiSources) throw fileError('too-large', { row: line });
    list.push(item);
  }

  #ofProject(part: XmlPart): void {
    if (part.name === 'Description') this.#description += part.text;
    else if (part.name === 'NoteRef') this.#projectNotes.push(this.#parts.target(part));
  }

  #user(part: XmlPart): RefiUser {
    const isConsensus = attribute(part, 'id') === consensusMark;
    return { guid: this.#parts.guid(part), name: attribute(part, 'name') ?? attribute(part, 'id') ?? '', isConsensus };
  }

  #variable(part: XmlPart): RefiVariable {
    const wanted = attribute(part, 'typeOfVariable') ?? '';
    const type = variableTypes.find((one) => one.toLowerCase() === wanted.toLowerCase()) ?? 'Text';
    return {
      guid: this.#parts.guid(part),
      name: attribute(part, 'name') ?? '',
      type,
      description: textOf(part, 'Description'),
      line: part.line,
    };
  }

  #case(part: XmlPart): RefiCase {
    const name = attribute(part, 'name') ?? '';
    for (const child of childrenOf(part, 'CodeRef')) this.#found.add('case-coding', child.line, name);
    for (const child of childrenOf(part, 'SelectionRef')) this.#found.add('case-selection', child.line, name);
    const description = textOf(part, 'Description');
    if (description.trim() !== '' && readCaseWaves(description) === null) this.#found.add('description', part.line, name);
    const values = childrenOf(part, 'VariableValue').map((child) => this.#value(child));
    this.#parts.count(values.length, part.line);
    return { guid: this.#parts.guid(part), name, description, values, sources: this.#parts.targets(part, 'SourceRef'), line: part.line };
  }

  #value(part: XmlPart): RefiValue {
    const reference = childrenOf(part, 'VariableRef')[0];
    const value = part.children.find(({ name }) => name.endsWith('Value'));
    const type = variableTypes.find((one) => `${one}Value` === value?.name) ?? 'Text';
    return { variable: reference === undefined ? '' : this.#parts.target(reference), type, value: value === undefined ? null : value.text };
  }

  #source(part: XmlPart): void {
    const name = attribute(part, 'name') ?? attribute(part, 'path') ?? '';
    if (part.name === 'TextSource') this.#push(this.#sources, this.#parts.text(part), part.line);
    else if (part.name === 'PDFSource') this.#pdf(part, name);
    else if (mediaKinds.has(part.name)) this.#found.add('media', part.line, `${part.name.replace('Source', '')} ${name}`);
    else this.#found.add('reference', part.line, part.name);
  }

  /** A PDF's words, where the other program has written them down. */
  #pdf(part: XmlPart, name: string): void {
    const words = childrenOf(part, 'Representation')[0];
    if (words === undefined || (attribute(words, 'plainTextPath') === null && textOf(words, 'PlainTextContent') === '')) {
      this.#found.add('media', part.line, `PDF ${name}`);
      return;
    }
    this.#found.add('pdf-as-text', part.line, name);
    const text = this.#parts.text(words);
    const whole = childrenOf(part, 'Coding').map((child) => this.#parts.coding(child));
    for (const selection of childrenOf(part, 'PDFSelection')) this.#found.add('selection-outside', selection.line, name);
    // Persons point to the PDF, not to its words.
    const guid = this.#parts.guid(part);
    const notes = [...text.notes, ...this.#parts.targets(part, 'NoteRef')];
    this.#push(this.#sources, { ...text, guid, name, codings: [...text.codings, ...whole], notes }, part.line);
  }

  #link(part: XmlPart): FileLink {
    const end = (name: string): string => this.#parts.key(attribute(part, name), part.line);
    return {
      name: attribute(part, 'name') ?? '',
      origin: end('originGUID'),
      target: end('targetGUID'),
      notes: this.#parts.targets(part, 'NoteRef'),
      line: part.line,
    };
  }

  /** Sets of ours say again what the descriptions of texts say; others' have no place here. */
  #set(part: XmlPart): void {
    const name = attribute(part, 'name') ?? '';
    if (this.#root?.attributes.get('origin') !== 'Røst') this.#found.add('set', part.line, name);
    const sources = this.#parts.targets(part, 'MemberSource');
    this.#sets.push({ guid: this.#parts.guid(part), name, description: textOf(part, 'Description'), sources });
  }
}
