import { type KeyboardEvent, useRef, useState } from 'react';
import type { Mentions, RecurrenceBy, RecurrenceRow, RecurrenceTable } from '../../../shared/contract/recurrence.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import type { Themes } from '../themes/index.ts';
import { MentionsCell } from './MentionsCell.tsx';
import { orderRows } from './order-rows.ts';
import { cellWords, columnDetail, columnName, personWords } from './recurrence-words.ts';
import { ThemeHead } from './ThemeHead.tsx';
import styles from './recurrence.module.css';

interface RecurrenceGridProps {
  readonly table: RecurrenceTable;
  readonly by: RecurrenceBy;
  readonly themes: Themes;
  readonly chosen: { readonly themeId: string | undefined; readonly key: string | undefined };
  readonly onOpen: (themeId: string, key?: string) => void;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** Themes by columns. One tab stop; the arrows walk the figures, Enter opens the lines behind one. */
export function RecurrenceGrid({ table, by, themes, chosen, onOpen }: RecurrenceGridProps) {
  const say = useText();
  const dates = useDates();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const rows = orderRows(table.rows, themes.byId);
  // Everything first, then the columns; persons stand between and open nothing.
  const width = table.columns.length + 1;
  const most = Math.max(1, ...table.rows.map(({ all }) => (by === 'meetings' ? all.mentions : all.meetings)));
  const current: readonly [number, number] = [Math.min(at[0], rows.length - 1), Math.min(at[1], width - 1)];

  function move(event: KeyboardEvent) {
    const [row, column] = current;
    const step = moves[event.key];
    const to =
      event.key === 'Home'
        ? [row, 0]
        : event.key === 'End'
          ? [row, width - 1]
          : step === undefined
            ? null
            : [row + step[0], column + step[1]];
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = [clamp(to[0] ?? 0, rows.length), clamp(to[1] ?? 0, width)] as const;
    setAt(next);
    body.current?.querySelector<HTMLElement>(`[data-at="${next.join(' ')}"]`)?.focus();
  }

  const cell = (row: RecurrenceRow, mentions: Mentions | null, place: readonly [number, number], key?: string) => (
    <MentionsCell
      at={place.join(' ')}
      isChosen={chosen.themeId === row.themeId && chosen.key === key}
      isCurrent={place[0] === current[0] && place[1] === current[1]}
      isOneMeeting={by === 'meetings' && key !== undefined}
      key={key ?? 'all'}
      label={mentions === null ? say('recurrence.cell.none') : cellWords(mentions, key === undefined ? 'all' : by, say)}
      mentions={mentions}
      most={most}
      onFocus={() => setAt(place)}
      onOpen={() => onOpen(row.themeId, key)}
    />
  );
  return (
    <div className={styles.frame}>
      <table
        aria-label={say('recurrence.title')}
        className={styles.table}
        data-inferred={table.rows.some(({ all }) => all.inferred > 0) || undefined}
        role="grid"
      >
        <thead>
          <tr>
            <th className={styles.stub} scope="col">
              {say('recurrence.theme')}
            </th>
            <th scope="col">
              {say('recurrence.all')}
              <span className={styles.detail}>{say('recurrence.column.meetings', { n: table.meetings })}</span>
            </th>
            {table.interviews === null ? null : (
              <th className={styles.persons} scope="col">
                {say('recurrence.interviews.head')}
                <span className={styles.detail}>
                  {table.interviews.base === null
                    ? say('recurrence.interviews.baseHidden')
                    : say('recurrence.interviews.base', { n: table.interviews.base })}
                </span>
              </th>
            )}
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {columnName(column, by, say)}
                {column.hasBreak ? <abbr title={say('recurrence.column.break')}>*</abbr> : null}
                <span className={styles.detail}>{columnDetail(column, by, { say, dates })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move} ref={body}>
          {rows.map((row, index) => (
            <tr key={row.themeId}>
              <th className={styles.stub} scope="row">
                <ThemeHead row={row} themes={themes} />
              </th>
              {cell(row, row.all.mentions === 0 ? null : row.all, [index, 0])}
              {table.interviews === null ? null : <PersonsCell row={row} />}
              {table.columns.map((column, place) => cell(row, row.cells[place] ?? null, [index, place + 1], column.key))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonsCell({ row }: { readonly row: RecurrenceRow }) {
  const say = useText();
  const { sign, spoken } = personWords(row.persons, say);
  return (
    <td className={styles.persons}>
      <VisuallyHidden>{spoken}</VisuallyHidden>
      <span aria-hidden>{sign}</span>
    </td>
  );
}

function clamp(place: number, count: number): number {
  return Math.min(Math.max(place, 0), count - 1);
}
