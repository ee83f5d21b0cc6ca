import type { SheetBlock } from '../../../shared/contract/print.ts';
import styles from './print.module.css';

/** Questions on one scale: a column an answer, a row a question. */
export function SheetGrid({ block }: { readonly block: Extract<SheetBlock, { kind: 'grid' }> }) {
  return (
    <>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{block.lead}</th>
            {block.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <span className={styles.gridNumber}>{row.number}</span> {row.wording}
                {row.hint === '' ? null : <span className={styles.rowHint}>{row.hint}</span>}
                {row.instruction === '' ? null : <span className={styles.instruction}>{row.instruction}</span>}
              </th>
              {row.codes.map((code, index) => (
                <td key={block.columns[index]}>○ {code}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {block.reasons.length === 0 ? null : (
        <p className={styles.reasons}>
          {block.reasons.map((reason) => (
            <span key={reason}>☐ {reason}</span>
          ))}
        </p>
      )}
    </>
  );
}
