import { Fragment, type ReactNode, useId, useState } from 'react';
import { PaneHandle } from './PaneHandle.tsx';
import { clampSize } from './pane-size.ts';
import styles from './SplitPane.module.css';

/** One side pane. Widths in px at 100 %. */
export interface PaneProps {
  /** Its name as a region. */
  readonly label: string;
  /** The name of its handle: "Bredde på panelet". */
  readonly handleLabel: string;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  /** The remembered width, if any. */
  readonly size?: number | undefined;
  readonly defaultSize?: number;
  readonly min?: number;
  readonly max?: number;
  /** Called once when a drag or a key ends: what to remember for this screen. */
  readonly onSizeChange?: (size: number) => void;
}

/** What a sheet with panes needs. `start` = where in it, `end` = about what is chosen. */
export interface SplitPaneProps {
  readonly start?: PaneProps | undefined;
  readonly end?: PaneProps | undefined;
  readonly children: ReactNode;
}

/** The sheet and its panes. Narrow: the end pane lies over the sheet; narrower still: one column, panes after the main part. */
export function SplitPane({ start, end, children }: SplitPaneProps) {
  return (
    <div className={styles.split}>
      <div className={styles.columns}>
        {start === undefined || start.isOpen === false ? null : (
          <SidePane defaults={{ size: 224, min: 184, max: 248 }} pane={start} side="start" />
        )}
        <div className={styles.main}>{children}</div>
        {end === undefined || end.isOpen === false ? null : <SidePane defaults={{ size: 272, min: 220, max: 304 }} pane={end} side="end" />}
      </div>
    </div>
  );
}

interface SidePaneProps {
  readonly pane: PaneProps;
  readonly side: 'start' | 'end';
  readonly defaults: { readonly size: number; readonly min: number; readonly max: number };
}

function SidePane({ pane, side, defaults }: SidePaneProps) {
  const id = useId();
  // Only while a handle is held: afterwards the remembered width is the caller's.
  const [draft, setDraft] = useState<number | null>(null);
  const range = { min: pane.min ?? defaults.min, max: pane.max ?? defaults.max };
  const size = clampSize(draft ?? pane.size ?? pane.defaultSize ?? defaults.size, range);
  const handle = (
    <PaneHandle
      controls={id}
      label={pane.handleLabel}
      onCommit={(next) => pane.onSizeChange?.(next)}
      onResize={setDraft}
      range={range}
      side={side}
      size={size}
    />
  );
  return (
    <Fragment>
      {side === 'end' ? handle : null}
      <section aria-label={pane.label} className={styles.pane} data-side={side} id={id} style={{ inlineSize: `${size / 16}rem` }}>
        {pane.children}
      </section>
      {side === 'start' ? handle : null}
    </Fragment>
  );
}
