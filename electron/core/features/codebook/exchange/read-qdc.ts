import { codebookLevels, codebookThemes } from '../../../../../shared/contract/codebook-exchange.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { readXml, type XmlElement } from '../../../documents/xml.ts';
import { bareTheme, FileNotes, type FileCodebook, type FileTheme } from './file-codebook.ts';
import { fileError } from './file-error.ts';
import { readGuid } from './guid.ts';
import { nearestColour } from './theme-colours.ts';
import { readDescription, type DescriptionFields } from './theme-fields.ts';
import { tidyName, tidyText } from './tidy-words.ts';

/** A project's XML holds every coding; a codebook's is a small part of it. */
export const qdcLimits = { bytes: 200 * 1024 * 1024, depth: codebookLevels, elements: 3_000_000 };
const namespaces = { CodeBook: 'urn:QDA-XML:codebook:1.0', Project: 'urn:QDA-XML:project:1.0' } as const;
const codeAttributes: ReadonlySet<string> = new Set(['guid', 'name', 'isCodable', 'color', 'colour']);

/** A code while its element is open. */
interface OpenCode {
  readonly index: number;
  readonly element: XmlElement;
  readonly parent: number | null;
  description: string;
}

/**
 * Reads the codebook of a REFI-QDA file: a `.qdc`, or the XML of a project (`project.qde`), of which everything else is noted as left out.
 * Lenient, as foreign files need it: any namespace, GUIDs with or without braces or none, missing attributes, elements in any order.
 * @param language of names and descriptions, which REFI-QDA does not tell
 * @throws XmlError, AppError FILE_UNREADABLE
 */
export async function readQdc(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  language: Language,
  words: { readonly nameless: string },
): Promise<FileCodebook & { readonly format: 'qdc' | 'qdpx' }> {
  const reader = new CodeReader(language, words.nameless);
  await readXml(
    chunks,
    { open: (element) => reader.open(element), close: () => reader.close(), text: (text) => reader.text(text) },
    qdcLimits,
  );
  return reader.result();
}

/** A note on a code of the file: the code's place among the themes, and the note's GUID as it is written. */
export interface CodeNote {
  readonly theme: number;
  readonly note: string;
  readonly line: number;
}

/** What a reader of a whole project does with what stands beside the names of codes. */
export interface CodeReaderHooks {
  readonly onNote: (note: CodeNote) => void;
}

/** Reads the codes of a file that is told to it element by element, from its root on. */
export class CodeReader {
  readonly #language: Language;
  readonly #nameless: string;
  readonly #hooks: CodeReaderHooks | null;
  readonly #notes = new FileNotes();
  readonly #path: string[] = [];
  readonly #codes: OpenCode[] = [];
  readonly #themes: (FileTheme | null)[] = [];
  readonly #guids = new Set<string>();
  #ownCount = 0;

  /** @param hooks of a reader that reads the rest of a project itself; without, all of that is noted as lost */
  constructor(language: Language, nameless: string, hooks: CodeReaderHooks | null = null) {
    this.#language = language;
    this.#nameless = nameless;
    this.#hooks = hooks;
  }

  open(element: XmlElement): void {
    const path = this.#path;
    const { name, line } = element;
    if (path.length === 0) this.#root(element);
    else if (!path.includes('CodeBook')) this.#outside(element);
    else if (path.includes('Sets')) this.#inSets(element);
    else if (name === 'Code') this.#openCode(element);
    else if (name === 'NoteRef') this.#noteRef(element);
    else if (!['Codes', 'Description', 'Sets'].includes(name)) this.#notes.add('element', line, name);
    path.push(name);
  }

  close(): void {
    const name = this.#path.pop();
    if (name !== 'Code' || this.#path.includes('Sets')) return;
    const code = this.#codes.pop();
    if (code !== undefined) this.#themes[code.index] = this.#toTheme(code);
  }

  text(text: string): void {
    const code = this.#codes.at(-1);
    if (code !== undefined && this.#path.at(-1) === 'Description' && this.#path.at(-2) === 'Code') code.description += text;
  }

  result(): FileCodebook & { readonly format: 'qdc' | 'qdpx' } {
    const themes = this.themes();
    if (themes.length === 0) throw fileError('no-themes');
    return { format: this.#format, isOwn: this.isOwn, themes, notes: this.#notes.list() };
  }

  /** Every code has been closed, or the XML would not have been well formed. */
  themes(): FileTheme[] {
    return this.#themes.flatMap((theme) => (theme === null ? [] : [theme]));
  }

  get isOwn(): boolean {
    return this.#ownCount === this.#themes.length;
  }

  get notes(): FileNotes {
    return this.#notes;
  }

  #format: 'qdc' | 'qdpx' = 'qdc';

  #root({ name, uri, line }: XmlElement): void {
    if (name !== 'CodeBook' && name !== 'Project') throw fileError('not-a-codebook', { what: cut(name, 60), row: line });
    if (name === 'Project') this.#format = 'qdpx';
    if (uri !== namespaces[name]) this.#notes.add('namespace', line, uri);
  }

  /** Of a project's other parts, each thing is told by its kind and name. */
  #outside({ name, attributes, line }: XmlElement): void {
    if (this.#path.length !== 2 || this.#hooks !== null) return;
    this.#notes.add('part', line, [name, attributes.get('name') ?? ''].join(' '));
  }

  #noteRef({ attributes, line }: XmlElement): void {
    const code = this.#codes.at(-1);
    const note = attributes.get('targetGUID');
    if (this.#hooks !== null && code !== undefined && note !== undefined) this.#hooks.onNote({ theme: code.index, note, line });
    else this.#notes.add('memo', line, code?.element.attributes.get('name') ?? '');
  }

  #inSets({ name, attributes, line }: XmlElement): void {
    if (name === 'Set') this.#notes.add('set', line, attributes.get('name') ?? '');
  }

  #openCode(element: XmlElement): void {
    if (this.#themes.length >= codebookThemes) throw fileError('too-many-themes', { row: element.line, limit: codebookThemes });
    for (const [name, value] of element.attributes) {
      // Namespaces and schema hints are no content.
      if (!codeAttributes.has(name) && name !== 'schemaLocation' && !name.startsWith('xmlns'))
        this.#notes.add('attribute', element.line, `${name}="${value}"`);
    }
    this.#codes.push({ index: this.#themes.length, element, parent: this.#codes.at(-1)?.index ?? null, description: '' });
    this.#themes.push(null);
  }

  #toTheme({ element, parent, description }: OpenCode): FileTheme {
    const { line, attributes } = element;
    const text = tidyText(description, line, this.#notes);
    const fields = readDescription(text, (unknown) => this.#notes.add('element', line, unknown));
    const { name, whole } = this.#name(attributes.get('name'), text, fields !== null, line);
    const base = { line, parent, guid: this.#guid(attributes.get('guid'), line), ...this.#codable(attributes.get('isCodable'), line) };
    if (fields !== null) {
      this.#ownCount += 1;
      const { nameIn, ...rest } = this.#tidied(fields, line);
      return { ...base, ...rest, terms: nameIn === null ? rest.terms : { ...rest.terms, [nameIn]: name } };
    }
    const definition = [whole ?? '', text.trim()].filter((part) => part !== '').join('\n\n');
    return {
      ...bareTheme,
      ...base,
      ...this.#colour(attributes.get('color') ?? attributes.get('colour'), parent, line),
      terms: { [this.#language]: name },
      definition: definition === '' ? {} : { [this.#language]: definition },
    };
  }

  /** Anybody can write what looks like ours: its words and number are names like all others. */
  #tidied(fields: DescriptionFields, line: number): DescriptionFields {
    const tidy = (text: string): string => tidyName(text, line, this.#notes).name;
    const terms = Object.entries(fields.terms).map(([language, term]) => [language, tidy(term)] as const);
    const number = tidy(fields.number ?? '');
    return {
      ...fields,
      number: number === '' ? null : number,
      terms: Object.fromEntries(terms),
      synonyms: fields.synonyms.map(({ language, term }) => ({ language, term: tidy(term) })),
    };
  }

  #name(raw: string | undefined, description: string, isOwn: boolean, line: number): { name: string; whole: string | null } {
    const tidy = tidyName(raw ?? '', line, this.#notes);
    if (tidy.name !== '') return tidy;
    this.#notes.add('name-missing', line);
    const first = isOwn ? '' : cut(description.trim().split('\n')[0] ?? '', 60);
    return { name: first === '' ? this.#nameless : first, whole: null };
  }

  /** Two codes with one GUID are two codes: the first keeps it. */
  #guid(raw: string | undefined, line: number): string | null {
    if (raw === undefined) {
      this.#notes.add('guid-missing', line);
      return null;
    }
    const guid = readGuid(raw);
    if (guid === null) this.#notes.add('guid-invalid', line, raw);
    else if (this.#guids.has(guid)) this.#notes.add('guid-twice', line, raw);
    else {
      this.#guids.add(guid);
      return guid;
    }
    return null;
  }

  #codable(raw: string | undefined, line: number): { isCodable?: boolean } {
    const value = raw?.trim().toLowerCase();
    if (value === 'true' || value === '1') return { isCodable: true };
    if (value === 'false' || value === '0') return { isCodable: false };
    this.#notes.add('codable-missing', line, raw ?? '');
    return {};
  }

  /** Branches have the colours here: a colour further down says nothing. */
  #colour(raw: string | undefined, parent: number | null, line: number): { colour?: number } {
    if (raw === undefined || parent !== null) return {};
    const nearest = nearestColour(raw);
    if (nearest === null) this.#notes.add('colour-invalid', line, raw);
    else if (!nearest.isExact) this.#notes.add('colour-nearest', line, raw);
    return nearest === null ? {} : { colour: nearest.colour };
  }
}
