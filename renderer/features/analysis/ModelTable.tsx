import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { hasCaret, isCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { moveInGrid } from './move-in-grid.ts';
import type { TableModel } from './table-model.ts';
import styles from './table.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRows } from './TableRows.tsx';

interface ModelTableProps {
  readonly model: TableModel;
  readonly title?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly isTitleHidden?: boolean;
  /** Enter or a double click on a cell; with it the cells can be gone through with the arrows. */
  readonly onAsk?: ((row: number, column: number) => void) | undefined;
}

/** A table for reading: three rules, n never left out, the labels stay while long banners scroll. */
export function ModelTable({ model, title, subtitle, isTitleHidden = false, onAsk }: ModelTableProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const size = { rows: model.rows.length, columns: model.columns.length };
  const current = { row: Math.min(at.row, size.rows - 1), column: Math.min(at.column, size.columns - 1) };
  function onKeyDown(event: KeyboardEvent): void {
    if (onAsk === undefined || hasCaret(event.target)) return;
    const corner = isCommand(event.nativeEvent, 'analysis.first') ? 'first' : isCommand(event.nativeEvent, 'analysis.last') ? 'last' : null;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const next = moveInGrid(corner ?? (isPlain ? event.key : ''), current, size);
    if (next !== null) {
      setAt(next);
      frame.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
    } else if (event.key === 'Enter' && isPlain) onAsk(current.row, current.column);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const isGrid = onAsk !== undefined;
  const name = title === undefined ? { 'aria-label': say('analysis.table.title') } : { 'aria-labelledby': `${id}-title` };
  return (
    // Long tables scroll here; without cells to go through, the frame itself takes the arrows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
    <div {...name} className={styles.frame} ref={frame} role="group" tabIndex={isGrid ? undefined : 0}>
      <table {...name} className={styles.table} onKeyDown={onKeyDown} role={isGrid ? 'grid' : undefined}>
        {title === undefined ? null : (
          <caption className={isTitleHidden ? undefined : styles.caption} id={`${id}-title`}>
            {isTitleHidden ? (
              <VisuallyHidden>{title}</VisuallyHidden>
            ) : (
              <>
                <strong>{title}</strong>
                {subtitle === undefined ? null : <> {subtitle}</>}
              </>
            )}
          </caption>
        )}
        <TableHead model={model} stubLabel={say('analysis.table.stub')} />
        <TableRows
          current={isGrid ? current : null}
          model={model}
          onAsk={(row, column) => onAsk?.(row, column)}
          onFocus={(row, column) => setAt({ row, column })}
        />
      </table>
    </div>
  );
}
