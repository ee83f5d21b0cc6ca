import type { DocumentPart, Run } from '../contract/reports-document.ts';
import { idOf, isSafeAddress, type PageMaking } from './page-ground.ts';
import { node, type PageChild, type PageNode } from './page-node.ts';

export type Paragraph = Extract<DocumentPart, { kind: 'paragraph' }>;

function footnote(text: string, { notes, words }: PageMaking): PageNode {
  const number = notes.push({ text });
  const label = words('reports.file.note', { number });
  return node('sup', {}, node('a', { id: `r-mark-${number}`, href: `#r-note-${number}`, class: 'mark', 'aria-label': label }, `${number}`));
}

function worded({ isBold, isItalic, text }: Run): PageChild {
  const slanted = isItalic === true ? node('em', {}, text) : text;
  return isBold === true ? node('strong', {}, slanted) : slanted;
}

/** Runs as they stand in a line. A link to nowhere, or to what a page may not open, keeps its words. */
export function runsOf(runs: readonly Run[], making: PageMaking): PageChild[] {
  return runs.map((run) => {
    if (run.footnote !== undefined) return footnote(run.footnote, making);
    if (run.href !== undefined && isSafeAddress(run.href)) return node('a', { href: run.href }, worded(run));
    if (run.ref !== undefined && making.anchors.has(run.ref)) return node('a', { href: `#${idOf(run.ref)}` }, worded(run));
    return worded(run);
  });
}

/** The part as an item of a list; null for everything else. */
function itemOf(part: DocumentPart | undefined): Paragraph | null {
  return part?.kind === 'paragraph' && (part.style === 'bullet' || part.style === 'numbered') ? part : null;
}

/** The items of one list, with lists inside it, and where what follows begins. */
function listAt(parts: readonly DocumentPart[], from: number, making: PageMaking): { readonly list: PageNode; readonly next: number } {
  const first = itemOf(parts[from]);
  if (first === null) throw new Error('no list here');
  const { depth, style, ordinal: start } = first;
  const items: PageNode[] = [];
  let at = from;
  let expected = start;
  for (let part = itemOf(parts[at]); part !== null && part.depth >= depth; part = itemOf(parts[at])) {
    if (part.depth > depth && items.length > 0) {
      const inner = listAt(parts, at, making);
      const last = items.pop();
      if (last !== undefined) items.push({ ...last, children: [...last.children, inner.list] });
      at = inner.next;
      continue;
    }
    if (part.style !== style || part.ordinal !== expected) break;
    items.push(node('li', { lang: part.language }, ...runsOf(part.runs, making)));
    expected = expected === null ? null : expected + 1;
    at += 1;
  }
  const tag = style === 'numbered' ? 'ol' : 'ul';
  return { list: node(tag, { start: start === null || start === 1 ? undefined : start }, ...items), next: at };
}

/** Paragraphs and lists, from one place on, as far as they go. */
export function textAt(
  parts: readonly DocumentPart[],
  from: number,
  making: PageMaking,
): { readonly node: PageNode; readonly next: number } {
  const part = parts[from];
  if (itemOf(part) !== null) {
    const { list, next } = listAt(parts, from, making);
    return { node: list, next };
  }
  if (part?.kind !== 'paragraph') throw new Error('no paragraph here');
  const kind = part.style === 'body' ? undefined : part.style;
  return { node: node('p', { class: kind, lang: part.language }, ...runsOf(part.runs, making)), next: from + 1 };
}

/** The footnotes at the end, each with a way back. */
export function notesOf({ notes, words }: PageMaking): PageNode[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ text }, at) =>
    node(
      'li',
      { id: `r-note-${at + 1}` },
      `${text} `,
      node('a', { href: `#r-mark-${at + 1}`, class: 'back', 'aria-label': words('reports.file.back') }, '↩\uFE0E'),
    ),
  );
  return [node('section', { class: 'footnotes' }, node('h2', {}, words('reports.file.notes')), node('ol', {}, ...items))];
}
