import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import type { GridPlace } from './move-in-grid.ts';
import type { TableBase, TableCell, TableModel } from './table-model.ts';
import styles from './table.module.css';

interface TableRowsProps {
  readonly model: TableModel;
  /** The cell that takes the tab stop; null where cells cannot be gone through. */
  readonly current: GridPlace | null;
  readonly onFocus: (row: number, column: number) => void;
  readonly onAsk: (row: number, column: number) => void;
}

/** Shares first, figures set apart under them, n last. */
export function TableRows({ model, current, onFocus, onAsk }: TableRowsProps) {
  const firstFigure = model.rows.findIndex(({ isFigure }) => isFigure);
  return (
    <>
      <tbody>
        {model.rows.map((row, at) => (
          <tr data-figure={row.isFigure || undefined} data-first={at === firstFigure && at > 0 ? true : undefined} key={row.key}>
            <th className={styles.stub} data-indent={row.indent} scope="row">
              {row.label}
            </th>
            {row.cells.map((cell, column) => (
              <Cell
                cell={cell}
                isCurrent={current?.row === at && current.column === column}
                isGrid={current !== null}
                key={model.columns[column]?.key}
                name={`${at}-${column}`}
                onAsk={() => onAsk(at, column)}
                onFocus={() => onFocus(at, column)}
              />
            ))}
            {model.hasRowBases ? <Base base={row.base} /> : null}
          </tr>
        ))}
      </tbody>
      {model.bases === null ? null : (
        <tfoot>
          <tr>
            <th className={styles.stub} scope="row">
              {model.baseLabel}
            </th>
            {model.bases.map((base, at) => (
              <Base base={base} key={model.columns[at]?.key} />
            ))}
            {model.hasRowBases ? <td /> : null}
          </tr>
        </tfoot>
      )}
    </>
  );
}

interface CellProps {
  readonly cell: TableCell;
  readonly name: string;
  readonly isGrid: boolean;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onAsk: () => void;
}

function Cell({ cell, name, isGrid, isCurrent, onFocus, onAsk }: CellProps) {
  return (
    <td
      className={styles.cell}
      data-cell={name}
      data-kind={cell.kind}
      data-marked={cell.isMarked || undefined}
      onDoubleClick={isGrid ? onAsk : undefined}
      onFocus={onFocus}
      role={isGrid ? 'gridcell' : undefined}
      tabIndex={isGrid ? (isCurrent ? 0 : -1) : undefined}
    >
      <span aria-hidden className={styles.figures}>
        <span className={styles.figure}>{cell.text}</span>
        {cell.interval === undefined ? null : <span className={styles.interval}>{cell.interval}</span>}
        {cell.letters === undefined ? null : <span className={styles.letters}>{cell.letters}</span>}
      </span>
      <VisuallyHidden>{cell.spoken}</VisuallyHidden>
    </td>
  );
}

function Base({ base }: { readonly base: TableBase | null }) {
  return (
    <td className={styles.cell}>
      {base === null ? null : (
        <span className={styles.figures}>
          <span className={styles.figure}>{base.text}</span>
          {base.note === undefined ? null : <span className={styles.interval}>{base.note}</span>}
        </span>
      )}
    </td>
  );
}
