import type { TextRange } from '../../shared/texts/index.ts';

/**
 * A long text stands in the page as parts that carry `data-from`, the offset of their first character; a short one is its own
 * only part. A part shows its stretch of the text and nothing else: signs and labels are drawn by styles or stand outside.
 */
function partOf(root: Element, node: Node): { readonly part: Element; readonly from: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const part = element?.closest('[data-from]');
  if (part !== null && part !== undefined && root.contains(part)) return { part, from: Number(part.getAttribute('data-from')) };
  return root.querySelector('[data-from]') === null ? { part: root, from: 0 } : null;
}

/** Offset of a place in the page within the text shown by `root`; null when the place is outside. */
export function offsetOf(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const at = partOf(root, node);
  if (at === null) return null;
  const range = root.ownerDocument.createRange();
  range.setStart(at.part, 0);
  range.setEnd(node, offset);
  return at.from + range.toString().length;
}

/** Place in the page of an offset in the text; the nearest one when its part is not in the page. */
export function placeOf(root: Element, offset: number): { readonly node: Node; readonly offset: number } {
  const parts = [...root.querySelectorAll('[data-from]')];
  const part = parts.findLast((one) => Number(one.getAttribute('data-from')) <= offset) ?? parts[0] ?? root;
  const walker = root.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let rest = Math.max(0, offset - Number(part.getAttribute('data-from') ?? 0));
  let last: Node = part;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (rest <= length) return { node, offset: rest };
    rest -= length;
    last = node;
  }
  return { node: last, offset: last.nodeValue?.length ?? 0 };
}

/** What is selected in `root`, with start before end; a caret is an empty range. Null when the selection is elsewhere. */
export function selectionIn(root: Element): TextRange | null {
  const selection = root.ownerDocument.getSelection();
  if (selection === null || selection.anchorNode === null || selection.focusNode === null) return null;
  const anchor = offsetOf(root, selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(root, selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** Selects a range of the text; an empty one places the caret. */
export function select(root: Element, range: TextRange): void {
  const from = placeOf(root, range.start);
  const to = placeOf(root, range.end);
  root.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** How a key moves the reading caret. */
export interface CaretMove {
  readonly direction: 'forward' | 'backward';
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary';
  readonly extends: boolean;
}

interface CaretKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const steps: Readonly<
  Record<string, { readonly direction: 'forward' | 'backward'; readonly plain: CaretMove['by']; readonly far: CaretMove['by'] }>
> = {
  ArrowLeft: { direction: 'backward', plain: 'character', far: 'word' },
  ArrowRight: { direction: 'forward', plain: 'character', far: 'word' },
  ArrowUp: { direction: 'backward', plain: 'line', far: 'line' },
  ArrowDown: { direction: 'forward', plain: 'line', far: 'line' },
  Home: { direction: 'backward', plain: 'lineboundary', far: 'documentboundary' },
  End: { direction: 'forward', plain: 'lineboundary', far: 'documentboundary' },
};

/** The movement a key asks for, or null. Words by Ctrl, on macOS by Option; Mod with up and down is the screen's own. */
export function caretMove(event: CaretKey, platform: 'mac' | 'other'): CaretMove | null {
  const step = steps[event.key];
  if (step === undefined) return null;
  const isFar = platform === 'mac' ? event.altKey : event.ctrlKey;
  const isOther = platform === 'mac' ? event.metaKey || event.ctrlKey : event.metaKey || event.altKey;
  if (isOther || (isFar && step.plain === 'line')) return null;
  return { direction: step.direction, by: isFar ? step.far : step.plain, extends: event.shiftKey };
}

/** Moves the reading caret by the browser's own rules, and never out of `root`. */
export function moveCaret(root: Element, move: CaretMove): void {
  const selection = root.ownerDocument.getSelection();
  if (selection === null) return;
  if (selectionIn(root) === null) select(root, { start: 0, end: 0 });
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify(move.extends ? 'extend' : 'move', move.direction, move.by);
  if (selectionIn(root) !== null || anchorNode === null || focusNode === null) return;
  if (move.extends) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  else selection.collapse(focusNode, focusOffset);
}

/** Where a caret at this place would stand in the window. */
export function caretRect(node: Node, offset: number): DOMRect | null {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  const [rect] = range.getClientRects();
  return rect ?? node.parentElement?.getBoundingClientRect() ?? null;
}
