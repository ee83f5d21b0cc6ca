import type { PaperBlock } from '../../../shared/contract/papers.ts';
import styles from './papers.module.css';

/** A table of a paper; a cell's first line is what it is, those under it tell more. */
export function PaperTable({ block }: { readonly block: Extract<PaperBlock, { kind: 'table' }> }) {
  return (
    <table className={styles.table}>
      <colgroup>
        {block.columns.map(({ label, share }) => (
          <col key={label} style={{ inlineSize: `${share}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(({ cells, language, isLate }, row) => (
          // eslint-disable-next-line react/no-array-index-key -- two rows may say the same
          <tr data-late={isLate || undefined} key={row} {...(language === null ? {} : { lang: language })}>
            {cells.map((cell, index) => (
              <td key={block.columns[index]?.label}>
                {cell.split('\n').map((line, at) => (
                  <span className={at === 0 ? styles.cellLine : styles.note} key={`${at} ${line}`}>
                    {line}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
