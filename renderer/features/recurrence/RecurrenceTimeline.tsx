import { type KeyboardEvent, useRef, useState } from 'react';
import type { Mentions, RecurrenceColumn, RecurrenceRow, RecurrenceTable } from '../../../shared/contract/recurrence.ts';
import { today, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import type { Themes } from '../themes/index.ts';
import { orderRows } from './order-rows.ts';
import { cellWords } from './recurrence-words.ts';
import { ThemeHead } from './ThemeHead.tsx';
import { timeScale, type TimeScale } from './time-scale.ts';
import { TimelineTwin } from './TimelineTwin.tsx';
import styles from './recurrence.module.css';

interface RecurrenceTimelineProps {
  /** By meetings. */
  readonly table: RecurrenceTable;
  readonly themes: Themes;
  readonly onOpen: (themeId: string, key?: string) => void;
}

interface Dot {
  readonly column: RecurrenceColumn;
  readonly mentions: Mentions;
}

/** A row for each theme and a dot for each meeting that brought it up: hollow where it was only read between the lines. */
export function RecurrenceTimeline({ table, themes, onOpen }: RecurrenceTimelineProps) {
  const say = useText();
  const body = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const rows = orderRows(table.rows, themes.byId);
  const current = Math.min(at, rows.length - 1);
  function move(event: KeyboardEvent) {
    const next = moveInList(event.key, { index: current, count: rows.length, page: 10 });
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAt(next);
    body.current?.querySelectorAll('button')[next]?.focus();
  }
  const scale = timeScale(
    table.columns.flatMap(({ held }) => held?.on ?? []),
    Number(today().slice(0, 4)),
  );
  const isUndatedNeeded = table.columns.some(({ held }) => held === null);
  return (
    <section aria-label={say('recurrence.timeline.label')} className={styles.timeline} data-undated={isUndatedNeeded || undefined}>
      <div aria-hidden className={styles.axis}>
        <span />
        {isUndatedNeeded ? <span className={styles.undated}>{say('recurrence.timeline.undated')}</span> : null}
        <svg className={styles.track}>
          {scale.ticks.map(({ year, at }) => (
            <text key={year} textAnchor="middle" x={`${at}%`} y="1rem">
              {year}
            </text>
          ))}
        </svg>
      </div>
      <div onKeyDown={move} ref={body} role="presentation">
        {rows.map((row, index) => (
          <TimelineRow
            isCurrent={index === current}
            onFocus={() => setAt(index)}
            hasUndated={isUndatedNeeded}
            key={row.themeId}
            onOpen={onOpen}
            row={row}
            scale={scale}
            table={table}
            themes={themes}
          />
        ))}
      </div>
      <VisuallyHidden>
        <TimelineTwin rows={rows} table={table} themes={themes} />
      </VisuallyHidden>
    </section>
  );
}

interface TimelineRowProps extends RecurrenceTimelineProps {
  readonly row: RecurrenceRow;
  readonly scale: TimeScale;
  readonly hasUndated: boolean;
  /** The tab stop. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

function TimelineRow({ row, table, themes, scale, hasUndated, isCurrent, onOpen, onFocus }: TimelineRowProps) {
  const say = useText();
  const dots = table.columns.flatMap((column, index): Dot[] => {
    const mentions = row.cells[index];
    return mentions === null || mentions === undefined ? [] : [{ column, mentions }];
  });
  // The larger lie below, so that none is hidden.
  dots.sort((a, b) => b.mentions.mentions - a.mentions.mentions);
  const undated = dots.filter(({ column }) => column.held === null);
  const open = (dot: Dot): void => onOpen(row.themeId, dot.column.key);
  return (
    <div className={styles.line}>
      <button className={styles.lineHead} onClick={() => onOpen(row.themeId)} onFocus={onFocus} tabIndex={isCurrent ? 0 : -1} type="button">
        <ThemeHead row={row} themes={themes} />
        <VisuallyHidden>, {cellWords(row.all, 'all', say)}</VisuallyHidden>
        <span aria-hidden className={styles.count}>
          {row.all.meetings}
        </span>
      </button>
      {hasUndated ? (
        <svg aria-hidden className={styles.track}>
          {undated.map((dot, index) => (
            <TimelineDot at={((index + 1) / (undated.length + 1)) * 100} dot={dot} key={dot.column.key} onOpen={open} />
          ))}
        </svg>
      ) : null}
      <svg aria-hidden className={styles.track}>
        {scale.ticks.map(({ year, at }) => (
          <line className={styles.tick} key={year} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
        ))}
        {dots.map((dot) =>
          dot.column.held === null ? null : <TimelineDot at={scale.at(dot.column.held.on)} dot={dot} key={dot.column.key} onOpen={open} />,
        )}
      </svg>
    </div>
  );
}

function TimelineDot({ dot, at, onOpen }: { readonly dot: Dot; readonly at: number; readonly onOpen: (dot: Dot) => void }) {
  const say = useText();
  const dates = useDates();
  const { column, mentions } = dot;
  const isInferred = mentions.inferred === mentions.mentions;
  const when = column.held === null ? say('recurrence.timeline.undated') : dates.held(column.held);
  return (
    <circle
      className={styles.mark}
      cx={`${at}%`}
      cy="50%"
      data-kind={isInferred ? 'inferred' : 'explicit'}
      onClick={() => onOpen(dot)}
      r={Math.min(4 + mentions.mentions, 8)}
    >
      <title>{`${column.name ?? ''}, ${when}: ${cellWords(mentions, 'meetings', say)}`}</title>
    </circle>
  );
}
