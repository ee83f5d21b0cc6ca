import { type KeyboardEvent, useRef } from 'react';
import { useHandOnList } from '../../lib/use-hand-on-list.ts';
import { useContent, useText } from '../../lib/text.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { ChangeCell } from './ChangeCell.tsx';
import { insteadOf, spokenCell } from './compare-words.ts';
import { FigureStrip } from './FigureStrip.tsx';
import { scaleOf, type GridCell, type GridColumn, type GridLine } from './grid-lines.ts';
import styles from './compare.module.css';

interface CompareGridProps {
  readonly label: string;
  readonly lines: readonly GridLine[];
  readonly columns: readonly GridColumn[];
  /** Columns are waves: joined. */
  readonly isTime: boolean;
  /** The change stands at the end of each line. */
  readonly hasChanges: boolean;
  /** Key of the line that the hand is on. */
  readonly current: string | undefined;
  readonly onCurrent: (line: GridLine) => void;
  /** Space or a click: what is behind the line, beside the table. */
  readonly onPick: (line: GridLine) => void;
  /** Enter or a double click: the line's table in analysis. */
  readonly onOpen: (line: GridLine) => void;
}

/** A line for each question, a column for whatever stands side by side. One tab stop: arrows go from line to line. */
export function CompareGrid({ label, lines, columns, isTime, hasChanges, current, onCurrent, onPick, onOpen }: CompareGridProps) {
  const say = useText();
  const content = useContent();
  const body = useRef<HTMLTableSectionElement>(null);
  const scale = scaleOf(lines);
  const at = Math.max(
    0,
    lines.findIndex(({ key }) => key === current),
  );
  useHandOnList(lines.length > 0, () => body.current?.querySelector<HTMLElement>('[tabindex="0"]'));
  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[at];
    if (line === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveInList(event.key, { index: at, count: lines.length, page: 8 });
    const to = next === null ? undefined : lines[next];
    if (to !== undefined && next !== null) {
      onCurrent(to);
      body.current?.querySelectorAll<HTMLElement>('tr')[next]?.focus();
    } else if (event.key === 'Enter') onOpen(line);
    else if (event.key === ' ') onPick(line);
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles.frame}>
      <table aria-label={label} className={styles.table} role="grid">
        <thead>
          <tr>
            <th className={styles.stub} scope="col">
              {say('compare.question')}
            </th>
            <th scope="col">
              <VisuallyHidden>{say('compare.strip')}</VisuallyHidden>
              <span aria-hidden className={styles.ends}>
                <span>{scale.low < 0 ? `\u2212${-scale.low}` : scale.low}</span>
                <span>{scale.high}</span>
              </span>
            </th>
            {columns.map(({ key, label: name }) => (
              <th className={styles.group} key={key} scope="col">
                {key === 'all' ? say('compare.all') : name}
              </th>
            ))}
            {hasChanges ? (
              <th className={styles.changeHead} scope="col">
                {say('compare.change')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown} ref={body}>
          {lines.map((line, index) => (
            <tr
              aria-selected={line.key === current}
              data-current={index === at || undefined}
              key={line.key}
              onClick={() => onPick(line)}
              onDoubleClick={() => onOpen(line)}
              onFocus={() => (line.key === current ? undefined : onCurrent(line))}
              tabIndex={index === at ? 0 : -1}
            >
              <th className={styles.stub} scope="row">
                {content(line.wording)}
                {line.answer === null ? null : <span className={styles.answer}>{line.answer}</span>}
              </th>
              <td className={styles.stripCell}>
                <FigureStrip columns={columns} isTime={isTime} line={line} scale={scale} />
              </td>
              {columns.map(({ key }) => (
                <td className={styles.group} data-break={line.breaks.has(key) || undefined} key={key}>
                  {line.breaks.has(key) ? <VisuallyHidden>{say('compare.broken')}</VisuallyHidden> : null}
                  <FigureCell cell={line.cells.get(key)} isStopped={line.isStopped} />
                </td>
              ))}
              {hasChanges ? (
                <td className={styles.changeHead}>
                  <ChangeCell line={line} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureCell({ cell, isStopped }: { readonly cell: GridCell | undefined; readonly isStopped: boolean }) {
  const say = useText();
  if (cell === undefined) return <span className={styles.quiet}>{isStopped ? say('compare.stopped') : say('compare.notAsked')}</span>;
  const { figure, base, middle } = cell;
  const n = base?.n ?? null;
  const isLow = base?.rule === 'low';
  const instead = figure === null ? insteadOf(cell, say) : null;
  return (
    <>
      <VisuallyHidden>{spokenCell(cell, say)}</VisuallyHidden>
      <span aria-hidden className={styles.figure}>
        {figure === null ? (
          <span title={instead?.why}>{instead?.sign}</span>
        ) : (
          <>
            <strong>{isLow ? `(${figure.text})` : figure.text}</strong>
            {cell.isReworded ? '*' : ''} <span className={styles.interval}>{figure.interval === '' ? '' : `(${figure.interval})`}</span>
          </>
        )}
        {n === null ? null : <span className={styles.base}>{say('compare.n', { n })}</span>}
        {middle === null || figure === null ? null : <span className={styles.base}>{say('compare.middle', { share: middle })}</span>}
      </span>
    </>
  );
}
