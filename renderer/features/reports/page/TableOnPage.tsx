import type { DocumentPart } from '../../../../shared/contract/reports-document.ts';
import { useText } from '../../../lib/text.ts';
import styles from './page.module.css';

type TablePart = Extract<DocumentPart, { kind: 'table' }>;

/** A table of words: who met when, what was agreed, a checklist. */
export function TableOnPage({ part: { caption, columns, rows, note } }: { readonly part: TablePart }) {
  const say = useText();
  return (
    <div className={styles.exhibit}>
      <table className={styles.words}>
        {caption === null ? null : (
          <caption className={styles.caption}>
            <strong>{`${say('reports.ref.table', { number: caption.number })}. ${caption.text}`}</strong>
          </caption>
        )}
        <colgroup>
          {columns.map(({ label, share }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns are of fixed order
            <col key={`${at} ${label}`} style={{ inlineSize: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns are of fixed order
              <th data-number={isNumber || undefined} key={`${at} ${label}`} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, isGroup, indent }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows are of fixed order
            <tr data-group={isGroup || undefined} data-indent={indent} key={at}>
              {isGroup ? (
                <th colSpan={columns.length} scope="rowgroup">
                  {cells[0]}
                </th>
              ) : (
                cells.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- cells are of fixed order
                  <td data-number={columns[column]?.isNumber === true || undefined} key={column}>
                    {cell}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {note === '' ? null : (
        <div className={styles.notes}>
          <p>{note}</p>
        </div>
      )}
    </div>
  );
}
