import { sentences } from '../charts/exhibit-notes.ts';
import type { DocumentPart } from '../contract/reports-document.ts';
import { exhibitFigure, exhibitTable } from './page-exhibit.ts';
import { idOf, type PageGround, type PageMaking } from './page-ground.ts';
import { node, type PageNode } from './page-node.ts';
import { notesOf, textAt } from './page-text.ts';

/** Up to so many rows a table of words stays on one page. */
const togetherRows = 10;

type Part<K extends DocumentPart['kind']> = Extract<DocumentPart, { kind: K }>;

function anchorsOf(parts: readonly DocumentPart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => {
      if (part.kind === 'heading') return [part.anchor];
      if (part.kind === 'exhibit') return [part.table?.anchor ?? '', part.figure?.anchor ?? ''].filter((anchor) => anchor !== '');
      return part.kind === 'table' && part.caption !== null ? [part.caption.anchor] : [];
    }),
  );
}

function cover({ document, logo }: PageGround): PageNode {
  const { style, title, subtitle, byline, authors, place, year } = document;
  const facts = [byline ?? '', authors ?? '', [place ?? '', year === null ? '' : String(year)].filter((text) => text !== '').join(', ')];
  const picture = logo === null || style.logo === null ? [] : [node('img', { class: 'logo', src: logo, alt: style.logo.altText })];
  return node(
    'header',
    { class: 'cover' },
    ...picture,
    ...(style.organisation === '' ? [] : [node('p', { class: 'organisation' }, style.organisation)]),
    node('h1', {}, title),
    ...(subtitle === '' ? [] : [node('p', { class: 'subtitle' }, subtitle)]),
    ...facts.filter((text) => text !== '').map((text) => node('p', { class: 'about' }, text)),
  );
}

function numbered(number: string | null, text: string): string {
  return number === null ? text : `${number}\u2002${text}`;
}

function contents({ entries }: Part<'contents'>, { words, anchors }: PageMaking): PageNode {
  const items = entries.map(({ level, number, text, anchor }) => {
    const name = numbered(number, text);
    return node('li', { class: `level-${level}` }, anchors.has(anchor) ? node('a', { href: `#${idOf(anchor)}` }, name) : name);
  });
  return node(
    'nav',
    { class: 'contents', 'aria-labelledby': 'r-contents' },
    node('h2', { id: 'r-contents' }, words('reports.contents')),
    node('ul', {}, ...items),
  );
}

function quote({ text, note, language }: Part<'quote'>): PageNode {
  const said = node('blockquote', { lang: language }, node('p', {}, text));
  return node('figure', { class: 'quote' }, said, ...(note === '' ? [] : [node('figcaption', {}, note)]));
}

function ownTable({ caption, columns, rows, note }: Part<'table'>, { words }: PageMaking): PageNode {
  const cellOf = (cell: string, at: number, indent: number): PageNode => {
    const lines = cell.split('\n').flatMap((line, place) => (place === 0 ? [line] : [node('br'), line]));
    if (at === 0) return node('th', { scope: 'row', class: indent === 0 ? undefined : `in-${indent}` }, ...lines);
    return node('td', { class: columns[at]?.isNumber === true ? 'num' : undefined }, ...lines);
  };
  const body = rows.map(({ cells, isGroup, indent }) =>
    isGroup
      ? node(
          'tr',
          { class: 'group' },
          node('th', { scope: 'rowgroup', colspan: columns.length }, cells.filter((cell) => cell !== '').join(' ')),
        )
      : node('tr', {}, ...cells.map((cell, at) => cellOf(cell, at, indent))),
  );
  // A group is a body of its own, so that its heading belongs to its rows.
  const groups: PageNode[][] = [[]];
  for (const [at, row] of body.entries()) {
    if (rows[at]?.isGroup === true && (groups.at(-1)?.length ?? 0) > 0) groups.push([]);
    groups.at(-1)?.push(row);
  }
  const name =
    caption === null
      ? []
      : [node('caption', {}, node('strong', {}, sentences([words('reports.ref.table', { number: caption.number }), caption.text])))];
  const head = columns.map(({ label, isNumber }) => node('th', { scope: 'col', class: isNumber ? 'num' : undefined }, label));
  const table = node(
    'table',
    { class: 'text' },
    ...name,
    node('colgroup', {}, ...columns.map(({ share }) => node('col', { class: `share-${share}` }))),
    node('thead', {}, node('tr', {}, ...head)),
    ...groups.map((group) => node('tbody', {}, ...group)),
  );
  const under = note === '' ? [] : [node('div', { class: 'under' }, node('p', {}, note))];
  const kind = rows.length > togetherRows ? 'exhibit' : 'exhibit whole';
  return node('div', { class: kind, id: caption === null ? undefined : idOf(caption.anchor) }, table, ...under);
}

function picture({ attachmentId, caption, credit, altText }: Part<'picture'>, { pictureOf }: PageMaking): PageNode {
  const src = pictureOf(attachmentId);
  const seen = src === null ? node('p', { class: 'missing' }, altText) : node('img', { src, alt: altText });
  const said = [caption, credit]
    .filter((text) => text !== '')
    .map((text, at) => node('span', { class: at === 0 ? undefined : 'credit' }, at === 0 ? text : ` ${text}`));
  return node('figure', { class: 'picture' }, seen, ...(said.length === 0 ? [] : [node('figcaption', {}, ...said)]));
}

function facts({ rows }: Part<'facts'>): PageNode {
  return node(
    'dl',
    {},
    ...rows.map(({ label, lines }) => node('div', {}, node('dt', {}, label), ...lines.map((line) => node('dd', {}, line)))),
  );
}

function exhibit(part: Part<'exhibit'>, making: PageMaking, place: number): PageNode[] {
  return [
    ...(part.shows === 'table' ? [] : [exhibitFigure(part, making, place)]),
    ...(part.shows === 'chart' ? [] : [exhibitTable(part, making)]),
  ];
}

function nodesOf(part: Exclude<DocumentPart, { kind: 'paragraph' }>, making: PageMaking, place: number): PageNode[] {
  switch (part.kind) {
    case 'heading':
      // The title is the first heading of the page.
      return [node(`h${part.level + 1}`, { id: idOf(part.anchor) }, numbered(part.number, part.text))];
    case 'exhibit':
      return exhibit(part, making, place);
    case 'quote':
      return [quote(part)];
    case 'table':
      return [ownTable(part, making)];
    case 'facts':
      return [facts(part)];
    case 'picture':
      return [picture(part, making)];
    case 'contents':
      return [contents(part, making)];
    case 'page-break':
      return [node('div', { class: 'page-break' })];
    default:
      return part satisfies never;
  }
}

function isAcross({ attrs }: PageNode): boolean {
  return attrs['class'] === 'exhibit wide';
}

/** A table that lies across takes the headings right above it along to its sheet: else they would stand alone on the one before. */
function withHeadings(body: PageNode[], table: PageNode): PageNode {
  const headings: PageNode[] = [];
  for (let last = body.at(-1); last !== undefined && /^h[2-4]$/u.test(last.tag); last = body.at(-1)) {
    headings.unshift(last);
    body.pop();
  }
  if (headings.length === 0) return table;
  return node('section', { class: 'wide' }, ...headings, table);
}

/**
 * A report as a page: the same for the HTML file and for print. A link to skip what stands before the text is left to the file. Footnotes stand at the end.
 */
export function reportPage(ground: PageGround): PageNode {
  const { document } = ground;
  const parts = document.blocks.flatMap((block) => block.parts);
  const making: PageMaking = { ...ground, anchors: anchorsOf(parts), notes: [] };
  const body: PageNode[] = [];
  for (let at = 0; at < parts.length;) {
    const part = parts[at];
    if (part === undefined) break;
    if (part.kind === 'paragraph') {
      const text = textAt(parts, at, making);
      body.push(text.node);
      at = text.next;
    } else {
      for (const made of nodesOf(part, making, at)) body.push(isAcross(made) ? withHeadings(body, made) : made);
      at += 1;
    }
  }
  const main = node('main', { id: 'r-main', tabindex: -1 }, ...body, ...notesOf(making));
  const said = [
    document.provenance,
    document.origin,
    ground.madeOn === null || document.origin !== '' ? '' : ground.words('reports.file.made', { date: ground.madeOn }),
  ].filter((text) => text !== '');
  const foot = said.length === 0 ? [] : [node('footer', {}, ...said.map((text) => node('p', {}, text)))];
  return node('div', { class: 'report', lang: document.language }, cover(ground), main, ...foot);
}
