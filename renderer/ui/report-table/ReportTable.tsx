import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ReportBase, ReportColumn, ReportRow } from './cells.ts';
import styles from './ReportTable.module.css';
import { ReportTableCell } from './ReportTableCell.tsx';

/** What a table for reading needs. All texts and figures come formatted. */
export interface ReportTableProps {
  /** "Tabell 7. …", strong. */
  readonly title?: ReactNode;
  /** Unit and method, quieter: "Prosent av personer, 95 % intervall". */
  readonly subtitle?: ReactNode;
  /** The head of the stub, read but usually not shown. */
  readonly stubLabel: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** n per column, in the order of the columns. Never left out: no percentage without n. */
  readonly base: { readonly label: string; readonly cells: readonly ReportBase[] };
  readonly footnotes?: readonly { readonly id: string; readonly text: ReactNode }[];
}

/** A three-rule table: no vertical rules, no zebra, figures on the decimal, intervals in a column of their own. */
export function ReportTable({ title, subtitle, stubLabel, columns, rows, base, footnotes = [] }: ReportTableProps) {
  const captionId = useId();
  const { frame, isScrolling } = useScrolling();
  // A frame that scrolls is a tab stop of its own, so that the arrows reach its far columns.
  const scroller = isScrolling
    ? { role: 'group', tabIndex: 0, ...(title === undefined ? { 'aria-label': stubLabel } : { 'aria-labelledby': captionId }) }
    : {};
  return (
    <div className={styles.root}>
      <div className={styles.frame} ref={frame} {...scroller}>
        <table className={styles.table}>
          {title === undefined ? null : (
            <caption className={styles.caption} id={captionId}>
              <strong className={styles.title}>{title}</strong>
              {subtitle === undefined ? null : <> {subtitle}</>}
            </caption>
          )}
          <colgroup>
            <col className={styles.stubColumn} />
          </colgroup>
          {columns.map((column) => (
            <colgroup key={column.id}>
              <col className={styles.figureColumn} />
              <col className={styles.intervalColumn} />
            </colgroup>
          ))}
          <thead>
            <tr>
              <td className={styles.stub}>
                <span className={styles.stubLabel}>{stubLabel}</span>
              </td>
              {columns.map((column) => (
                <th className={styles.head} colSpan={2} key={column.id} scope="colgroup">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'group' ? (
                <tr key={row.id}>
                  <th className={styles.group} colSpan={1 + columns.length * 2} scope="row">
                    {row.label}
                  </th>
                </tr>
              ) : (
                <tr key={row.id}>
                  <th className={styles.stub} data-indent={row.indent ?? 0} scope="row">
                    {row.label}
                  </th>
                  {columns.map((column, index) => {
                    const cell = row.cells[index];
                    return cell === undefined ? <td colSpan={2} key={column.id} /> : <ReportTableCell cell={cell} key={column.id} />;
                  })}
                </tr>
              ),
            )}
          </tbody>
          <tfoot>
            <tr>
              <th className={styles.stub} scope="row">
                {base.label}
              </th>
              {columns.map((column, index) => (
                <BaseCell base={base.cells[index]} key={column.id} />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {footnotes.map((note) => (
        <p className={styles.note} key={note.id}>
          {note.text}
        </p>
      ))}
    </div>
  );
}

/** Whether a frame is narrower than what stands in it. */
function useScrolling() {
  const frame = useRef<HTMLDivElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolling(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return { frame, isScrolling };
}

function BaseCell({ base }: { readonly base: ReportBase | undefined }) {
  return (
    <>
      <td className={styles.figure}>{base?.text}</td>
      <td className={styles.interval}>{base?.note}</td>
    </>
  );
}
