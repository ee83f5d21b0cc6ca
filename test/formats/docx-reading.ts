import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { xmlParser } from '../../electron/core/documents/xml.ts';

/** An element of a part: names without prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/** A Word document taken apart. */
export interface DocxParts {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly names: readonly string[];
  readonly xml: (name: string) => Element;
  readonly text: (name: string) => string;
}

/** Parses a part strictly. @throws XmlError for what is no XML */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const stack: Element[] = [root];
  const parser = xmlParser(
    {
      open: ({ name, attributes }) => {
        const made: Element = { name, attributes, children: [], text: '' };
        stack.at(-1)?.children.push(made);
        stack.push(made);
      },
      close: () => void stack.pop(),
      text: (piece) => {
        const top = stack.at(-1);
        if (top !== undefined) top.text += piece;
      },
    },
    { depth: 200, elements: 5_000_000 },
  );
  parser.write(text);
  parser.end();
  const [found] = root.children;
  if (found === undefined) throw new Error('no root element');
  return found;
}

export function openDocx(bytes: Uint8Array): DocxParts {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const text = (name: string): string => {
    const part = files.get(name);
    if (part === undefined) throw new Error(`no part ${name}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  };
  return { files, names: [...files.keys()], text, xml: (name) => parseXml(text(name)) };
}

/** Every element under one, itself first, in order. */
export function all(element: Element, name?: string): Element[] {
  const found = element.children.flatMap((child) => all(child));
  const here = [element, ...found];
  return name === undefined ? here : here.filter((each) => each.name === name);
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

export function attribute(element: Element | undefined, name: string): string {
  return element?.attributes.get(name) ?? '';
}

/** The words of an element, as they are read. */
export function wordsOf(element: Element): string {
  return all(element, 't')
    .map(({ text }) => text)
    .join('');
}

export function styleOf(paragraph: Element): string {
  return attribute(child(child(paragraph, 'pPr'), 'pStyle'), 'val');
}

/** Rows of a table as the words of their cells. */
export function rowsOf(table: Element): string[][] {
  return table.children.filter(({ name }) => name === 'tr').map((row) => row.children.filter(({ name }) => name === 'tc').map(wordsOf));
}

/** Numbers that the charts of a document hold for drawing, chart by chart. */
export function chartNumbers({ names, xml }: DocxParts): { readonly name: string; readonly numbers: number[] }[] {
  return names
    .filter((name) => /^word\/charts\/chart\d+\.xml$/u.test(name))
    .map((name) => ({
      name,
      numbers: all(xml(name), 'numCache').flatMap((cache) => all(cache, 'v').map(({ text }) => Number(text))),
    }));
}

/** Numbers in the workbooks behind the charts. */
export async function workbookNumbers({ files }: DocxParts): Promise<number[]> {
  const books = [...files].filter(([name]) => name.startsWith('word/embeddings/'));
  const read = await Promise.all(books.map(async ([, bytes]) => await readXlsx(bytes)));
  return read.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.flat().filter((value) => typeof value === 'number')));
}
