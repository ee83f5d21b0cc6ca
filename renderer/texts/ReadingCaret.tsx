import { type RefObject, useEffect, useRef, useState } from 'react';
import styles from './ReadingCaret.module.css';
import { selectionIn } from './text-selection.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** What the caret of a read text needs. */
export interface ReadingCaretProps {
  readonly rootRef: RefObject<HTMLElement | null>;
  /** Changes when the words lie elsewhere than before, although the selection is the same. */
  readonly layout?: string;
}

/** Draws the caret of a text that is read, not edited: browsers show none there. Follows the selection while focus is on the text. */
export function ReadingCaret({ rootRef, layout = '' }: ReadingCaretProps) {
  const caret = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const follow = (): void => setPlace(caretPlace(rootRef.current, caret.current?.offsetParent ?? null));
    follow();
    document.addEventListener('selectionchange', follow);
    document.addEventListener('focusin', follow);
    window.addEventListener('resize', follow);
    return () => {
      document.removeEventListener('selectionchange', follow);
      document.removeEventListener('focusin', follow);
      window.removeEventListener('resize', follow);
    };
  }, [rootRef, layout]);
  // Always there: what it is placed against is the box that it stands in itself.
  const style =
    place === null ? { visibility: 'hidden' as const } : { insetInlineStart: place.x, insetBlockStart: place.y, blockSize: place.height };
  return <span aria-hidden className={styles.caret} ref={caret} style={style} />;
}

function caretPlace(root: HTMLElement | null, parent: Element | null): Place | null {
  if (root === null || document.activeElement !== root) return null;
  const range = selectionIn(root);
  if (range === null || range.start !== range.end || parent === null) return null;
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const rect = selection.getRangeAt(0).getClientRects()[0] ?? root.getClientRects()[0];
  if (rect === undefined) return null;
  const origin = parent.getBoundingClientRect();
  return { x: rect.left - origin.left + parent.scrollLeft, y: rect.top - origin.top + parent.scrollTop, height: rect.height };
}
