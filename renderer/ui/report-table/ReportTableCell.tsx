import { VisuallyHidden } from '../visually-hidden/VisuallyHidden.tsx';
import { cellSign, type ReportCell } from './cells.ts';
import styles from './ReportTable.module.css';

/** A figure and its interval, as two cells of the table. A cell with words takes both. */
export function ReportTableCell({ cell }: { readonly cell: ReportCell }) {
  if (cell.kind === 'words') {
    return (
      <td className={styles.wordsCell} colSpan={2}>
        {cell.text}
      </td>
    );
  }
  const { spoken } = cell;
  const interval = cell.kind === 'value' ? cell.interval : undefined;
  return (
    <>
      <td className={styles.figure} data-kind={cell.kind} data-marked={(cell.kind === 'value' && cell.isMarked) || undefined}>
        {spoken === undefined ? (
          cellSign(cell)
        ) : (
          <>
            <span aria-hidden>{cellSign(cell)}</span>
            <VisuallyHidden>{spoken}</VisuallyHidden>
          </>
        )}
      </td>
      <td aria-hidden={spoken !== undefined || undefined} className={styles.interval}>
        {interval}
      </td>
    </>
  );
}
