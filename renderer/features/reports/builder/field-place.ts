import { caretInMarks } from './text-edits.ts';

/** The box of a caret in the mirror of a field. */
function boxAt(words: HTMLElement, caret: number): DOMRect | null {
  const node = words.firstChild;
  if (node === null) return null;
  const length = node.textContent?.length ?? 0;
  const range = document.createRange();
  range.setStart(node, Math.min(caret, length));
  range.setEnd(node, Math.min(caret + 1, length));
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

/** Whether a caret stands in the first, or the last, row of the words as they are laid out. */
export function isOnEdgeRow(words: HTMLElement, caret: number, edge: 'first' | 'last'): boolean {
  const length = words.firstChild?.textContent?.length ?? 0;
  const box = boxAt(words, caret);
  const other = boxAt(words, edge === 'first' ? 0 : Math.max(0, length - 1));
  if (box === null || other === null) return true;
  return edge === 'first' ? box.top < other.top + other.height / 2 : box.top > other.top - other.height / 2;
}

/** Where in a block's text a point on its page is, in UTF-16 units: the words are shown without their marks. `end` where it cannot be told. */
export function caretOnPage(view: HTMLElement, body: string, x: number, y: number): number | 'end' {
  const position = document.caretPositionFromPoint(x, y);
  if (position === null || !view.contains(position.offsetNode)) return 'end';
  const line = [...view.querySelectorAll('p, h2, h3, h4')].findIndex((paragraph) => paragraph.contains(position.offsetNode));
  const lines = [...body.matchAll(/[^\n]*\S[^\n]*/gu)];
  const found = lines[line];
  const paragraph = view.querySelectorAll('p, h2, h3, h4')[line];
  if (found === undefined || paragraph === undefined) return 'end';
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(position.offsetNode, position.offset);
  const number = paragraph.querySelector('[data-aside]')?.textContent?.length ?? 0;
  const before = Math.max(0, range.toString().length - number);
  const words = (paragraph.textContent ?? '').slice(number);
  return found.index + caretInMarks(found[0], words, before);
}
