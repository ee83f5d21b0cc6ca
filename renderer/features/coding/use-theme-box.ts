import { type RefObject, useState } from 'react';
import type { CodingId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';

/** How the theme box of the current row stands. */
export interface ThemeBoxState {
  readonly isOpen: boolean;
  readonly text: string;
  readonly side: 'below' | 'above';
  /** The words the theme will be put on; null for the whole answer. */
  readonly pending: TextRange | null;
  /** The coding whose reason is asked for. */
  readonly reasonFor: CodingId | null;
  /** The codings for which it is asked what they are about: given ones, or the last theme's. */
  readonly aboutFor: readonly CodingId[] | 'last' | null;
  /** A memo is asked for: on the row's text, or on a coding. */
  readonly memo: { readonly codingId: CodingId | null } | null;
}

interface BoxOptions {
  readonly boxRef: RefObject<HTMLInputElement | null>;
  readonly frameRef: RefObject<HTMLElement | null>;
  /** The row the typed text belongs to; on another row the box is empty. */
  readonly rowKey: string;
  readonly goBack: (wasReading: boolean) => void;
}

/** What is asked for in a line of the row. */
type RowLine = { readonly rowKey: string } & (
  | { readonly kind: 'reason'; readonly codingId: CodingId }
  | { readonly kind: 'about'; readonly codingIds: readonly CodingId[] | 'last' }
  | { readonly kind: 'memo'; readonly codingId: CodingId | null }
);

/** Room the list of themes needs under the box, in px. */
const listHeight = 340;
const closed = { isOpen: false, pending: null, wasReading: false } as const;

/** Opening, closing and what is typed in the theme box. Typed text stays with its row until a theme is put. */
export function useThemeBox({ boxRef, frameRef, rowKey, goBack }: BoxOptions) {
  const [open, setOpen] = useState<{ readonly isOpen: boolean; readonly pending: TextRange | null; readonly wasReading: boolean }>(closed);
  const [typed, setTyped] = useState({ rowKey: '', text: '' });
  const [side, setSide] = useState<'below' | 'above'>('below');
  const [line, setLine] = useState<RowLine | null>(null);
  const asked = line?.rowKey === rowKey ? line : null;
  const text = typed.rowKey === rowKey ? typed.text : '';
  const state: ThemeBoxState = {
    isOpen: open.isOpen,
    text,
    side,
    pending: open.pending,
    reasonFor: asked?.kind === 'reason' ? asked.codingId : null,
    aboutFor: asked?.kind === 'about' ? asked.codingIds : null,
    memo: asked?.kind === 'memo' ? asked : null,
  };

  return {
    state,
    /** Takes focus to the box in the keydown that found it; false when there is none. */
    find: (range: TextRange | undefined): boolean => {
      const input = boxRef.current;
      const frame = frameRef.current;
      if (input === null || frame === null) return false;
      const row = input.closest('[role="row"]') ?? input;
      const room = frame.getBoundingClientRect().bottom - row.getBoundingClientRect().bottom;
      setSide(room < listHeight && row.getBoundingClientRect().top - frame.getBoundingClientRect().top > listHeight ? 'above' : 'below');
      setOpen({ isOpen: true, pending: range ?? null, wasReading: range !== undefined });
      input.focus({ preventScroll: true });
      input.setSelectionRange(input.value.length, input.value.length);
      return true;
    },
    open: () => setOpen((now) => (now.isOpen ? now : { ...now, isOpen: true })),
    /** Esc or leaving: what was typed stays for the next time on this row. */
    close: () => {
      const hasFocus = document.activeElement === boxRef.current;
      const { wasReading } = open;
      setOpen(closed);
      if (hasFocus) goBack(wasReading);
    },
    setText: (next: string) => setTyped({ rowKey, text: next }),
    /** A theme was put: the box is empty again, and closed unless it is to stay. */
    settle: (keepsOpen: boolean) => {
      const { wasReading } = open;
      setTyped({ rowKey, text: '' });
      if (keepsOpen) return;
      setOpen(closed);
      goBack(wasReading);
    },
    askReason: (codingId: CodingId) => setLine({ rowKey, kind: 'reason', codingId }),
    askAbout: (codingIds: readonly CodingId[] | 'last') => setLine({ rowKey, kind: 'about', codingIds }),
    askMemo: (codingId: CodingId | null) => setLine({ rowKey, kind: 'memo', codingId }),
    closeLine: () => setLine(null),
  };
}
