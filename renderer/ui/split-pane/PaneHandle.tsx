import { useRef } from 'react';
import { clampSize, type PaneRange, sizeByKey } from './pane-size.ts';
import styles from './SplitPane.module.css';

/** What the line between two panes needs. */
export interface PaneHandleProps {
  readonly label: string;
  readonly side: 'start' | 'end';
  readonly size: number;
  readonly range: PaneRange;
  readonly controls: string;
  /** Every step of a drag. */
  readonly onResize: (size: number) => void;
  /** The width to remember: at the end of a drag, or after a key. */
  readonly onCommit: (size: number) => void;
}

/** APG's window splitter: drag it, or focus it and use the arrow keys. */
export function PaneHandle({ label, side, size, range, controls, onResize, onCommit }: PaneHandleProps) {
  const drag = useRef<{ readonly x: number; readonly size: number; last: number } | null>(null);
  const direction = side === 'start' ? 1 : -1;
  return (
    <div
      aria-controls={controls}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemax={range.max}
      aria-valuemin={range.min}
      aria-valuenow={size}
      className={styles.handle}
      onKeyDown={(event) => {
        const next = sizeByKey(event.key, event.shiftKey, size, side, range);
        if (next !== null) {
          event.preventDefault();
          onResize(next);
          onCommit(next);
        }
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, size, last: size };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) {
          drag.current.last = clampSize(drag.current.size + direction * (event.clientX - drag.current.x), range);
          onResize(drag.current.last);
        }
      }}
      onPointerUp={() => {
        if (drag.current !== null) {
          onCommit(drag.current.last);
          drag.current = null;
        }
      }}
      role="separator"
      tabIndex={0}
    />
  );
}
