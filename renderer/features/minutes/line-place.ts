/** Where in the words of a line a point on the screen is, in UTF-16 units; null when it is not over them. */
export function caretAt(words: HTMLElement, x: number, y: number): number | null {
  const position = document.caretPositionFromPoint(x, y);
  if (position === null || !words.contains(position.offsetNode)) return null;
  return Math.min(position.offset, lengthOf(words));
}

/** The words stand in one text node; a line without words has a mark of no width. */
function lengthOf(words: HTMLElement): number {
  return (words.textContent ?? '').replaceAll('\u200B', '').length;
}

/** The box of a caret in the words, as the mirror of the field lays them out. */
function boxAt(words: HTMLElement, caret: number): DOMRect | null {
  const node = words.firstChild;
  if (node === null) return null;
  const range = document.createRange();
  const length = node.textContent?.length ?? 0;
  range.setStart(node, Math.min(caret, length));
  range.setEnd(node, Math.min(caret + 1, length));
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

/** Whether a caret stands in the first or the last row of the words, and how far in. */
export function rowOf(words: HTMLElement, caret: number): { readonly isFirst: boolean; readonly isLast: boolean; readonly x: number } {
  const box = boxAt(words, caret);
  const [first, last] = [boxAt(words, 0), boxAt(words, Math.max(0, lengthOf(words) - 1))];
  if (box === null || first === null || last === null) return { isFirst: true, isLast: true, x: 0 };
  const half = box.height / 2;
  return { isFirst: box.top < first.top + half, isLast: box.top > last.top - half, x: box.left };
}

/** The place in the words' first or last row that is as far in as `x`. */
export function caretInRow(words: HTMLElement, row: 'first' | 'last', x: number): number {
  const length = lengthOf(words);
  const edge = boxAt(words, row === 'first' ? 0 : Math.max(0, length - 1));
  if (edge === null) return row === 'first' ? 0 : length;
  const found = caretAt(words, x, edge.top + edge.height / 2);
  return found ?? length;
}
