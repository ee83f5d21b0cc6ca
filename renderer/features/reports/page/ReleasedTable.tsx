import { useMemo } from 'react';
import { sentences } from '../../../../shared/charts/exhibit-notes.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { printedTable, type PrintedTable } from '../../../../shared/report-page/index.ts';
import { useText } from '../../../lib/text.ts';
import { Notes } from './Notes.tsx';
import styles from './page.module.css';
import { useFitted } from './use-fitted.ts';

interface ReleasedTableProps {
  readonly released: ReleasedExhibit;
  readonly number: number;
}

/** The table of an exhibit as it is printed. */
export function ReleasedTable({ released, number }: ReleasedTableProps) {
  const say = useText();
  const printed = useMemo(() => printedTable(released, say), [released, say.intl]);
  const { title, subtitle, rows, notes } = printed;
  const frame = useFitted(printed);
  return (
    <div className={styles.exhibit} lang={released.language}>
      <div ref={frame}>
        <table className={styles.figures}>
          <caption className={styles.caption}>
            <strong>{sentences([say('reports.ref.table', { number }), title])}</strong> {subtitle}
          </caption>
          <Head printed={printed} />
          <tbody>
            {rows.map(({ key, label, indent, isBase, cells }) => (
              <tr data-base={isBase || undefined} data-indent={indent} key={key}>
                <th scope="row">{label}</th>
                {cells.map(({ text, interval, letters }, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- columns are of fixed order
                  <td key={at}>
                    {text} {interval === '' ? null : <span className={styles.interval}>{interval}</span>}{' '}
                    {letters === '' ? null : <strong>{letters}</strong>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Notes notes={notes.slice(0, -1)} source={notes.at(-1) ?? ''} />
    </div>
  );
}

/** The names of the columns, under what several of them have in common. */
function Head({ printed: { headings, stub, columns } }: { readonly printed: PrintedTable }) {
  /* oxlint-disable react/no-array-index-key -- columns are of fixed order */
  return (
    <thead>
      {headings.map((line, level) => (
        <tr key={level}>
          <td />
          {line.map(({ label, span }, at) =>
            label === '' ? (
              <td colSpan={span} key={at} />
            ) : (
              <th colSpan={span} data-over key={at} scope="colgroup">
                {label}
              </th>
            ),
          )}
        </tr>
      ))}
      <tr>
        <th scope="col">{stub}</th>
        {columns.map((label, at) => (
          <th key={at} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
  /* oxlint-enable react/no-array-index-key */
}
