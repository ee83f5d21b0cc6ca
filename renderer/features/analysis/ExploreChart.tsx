import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Bar, BarChart, CartesianGrid, Cell, LabelList, ReferenceLine, XAxis, YAxis, type BarShapeProps } from 'recharts';
import type { ExhibitWords } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { chartPaletteOf } from '../../charts/chart-theme.ts';
import { useText } from '../../lib/text.ts';
import styles from './chart.module.css';
import type { CellPlace } from './ExhibitTable.tsx';
import { barRows, exploreData, markAt, type BarRow } from './explore-data.ts';
import { ExploreBrush } from './ExploreBrush.tsx';
import { ExploreDot } from './ExploreDot.tsx';
import { ExploreLegend } from './ExploreLegend.tsx';
import { moveInGrid } from './move-in-grid.ts';
import { usePageTheme } from './use-page-theme.ts';
import { useWidth } from './use-width.ts';

interface ExploreChartProps {
  readonly exhibit: ReleasedExhibit;
  /** As in the printed chart: points with their intervals, or bars. */
  readonly marks: 'points' | 'bars';
  readonly words: ExhibitWords;
  readonly onBehind?: ((place: CellPlace, spoken: string) => void) | undefined;
}

const widest = 900;
const barHeight = 18;
const rowGap = 16;
/** More rows than this are looked at a part at a time. */
const mostRows = 14;

/** The same figures as in the printed chart, to go through: arrows and pointer go from mark to mark, groups can be left out, Enter asks who is behind. */
export function ExploreChart({ exhibit, marks, words, onBehind }: ExploreChartProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const width = Math.min(useWidth(frame), widest);
  const palette = chartPaletteOf(usePageTheme());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState(0);
  const [at, setAt] = useState<{ readonly row: number; readonly column: number } | null>(null);
  const data = exploreData(exhibit, words, palette);
  const series = data.series.filter(({ key }) => !hidden.has(key));
  const lastFrom = Math.max(0, data.rows.length - mostRows);
  const first = Math.min(from, lastFrom);
  const rows = data.rows.slice(first, first + mostRows);
  const size = { rows: rows.length, columns: series.length };
  const rowHeight = series.length * barHeight + rowGap;
  const height = rows.length * rowHeight;
  const place = at === null ? null : { row: Math.min(at.row, size.rows - 1), column: Math.min(at.column, size.columns - 1) };
  const active = place === null ? undefined : markAt(rows, series, place);
  function ask(row: number, column: number): void {
    const mark = markAt(rows, series, { row, column });
    if (mark !== undefined) onBehind?.({ row: mark.row, column: mark.column }, `${mark.rowLabel}, ${mark.columnLabel}: ${mark.detail}`);
  }
  const dotOf = (column: number, fill: string) => (bar: BarShapeProps) => {
    const row = bar.originalDataIndex;
    const isCurrent = place?.row === row && place.column === column;
    const mark = markAt(rows, series, { row, column });
    return <ExploreDot domain={data.domain} fill={fill} isCurrent={isCurrent} mark={mark} palette={palette} place={bar} />;
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : event.key;
    const next = moveInGrid(key, place ?? { row: 0, column: 0 }, size);
    // At the edge of what is shown the other rows come into sight.
    const step = event.key === 'ArrowDown' && place?.row === size.rows - 1 ? 1 : event.key === 'ArrowUp' && place?.row === 0 ? -1 : 0;
    setFrom(key === 'first' ? 0 : key === 'last' ? lastFrom : Math.max(0, Math.min(lastFrom, first + step)));
    if (next !== null) setAt(next);
    else if (event.key === 'Enter' && place !== null && onBehind !== undefined) ask(place.row, place.column);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <figure aria-label={words.description} className={styles.chart} ref={frame}>
      {data.series.length < 2 ? null : (
        <ExploreLegend
          hidden={hidden}
          onToggle={(key) => setHidden(hidden.has(key) ? new Set([...hidden].filter((one) => one !== key)) : new Set([...hidden, key]))}
          series={data.series}
        />
      )}
      <div className={styles.explore} onPointerLeave={() => setAt(null)}>
        {width === 0 ? null : (
          <BarChart
            accessibilityLayer={false}
            barCategoryGap={rowGap / 2}
            barGap={0}
            data={barRows(rows, series)}
            height={height}
            layout="vertical"
            margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
            width={width}
          >
            <CartesianGrid horizontal={false} stroke={palette.hairline} />
            <XAxis domain={[data.domain[0], data.domain[1]]} hide type="number" />
            <YAxis
              axisLine={data.domain[0] < 0 ? false : { stroke: palette.text3 }}
              dataKey="label"
              tick={{ fill: palette.text, fontSize: 14 }}
              tickLine={false}
              type="category"
              width={Math.min(260, width * 0.38)}
            />
            {data.domain[0] < 0 ? <ReferenceLine stroke={palette.text3} x={0} /> : null}
            {series.map(({ key, fill }, column) => (
              <Bar
                barSize={barHeight}
                dataKey={(row: BarRow) => row.lengths[column]}
                fill={fill}
                isAnimationActive={false}
                key={key}
                onClick={(_, row) => ask(row, column)}
                onMouseEnter={(_, row) => setAt({ row, column })}
                {...(marks === 'bars' ? {} : { shape: dotOf(column, fill) })}
              >
                {rows.map((row, index) => (
                  <Cell
                    key={row.key}
                    stroke={place?.row === index && place.column === column ? palette.text : palette.surface}
                    strokeWidth={1.5}
                  />
                ))}
                {marks === 'points' ? null : (
                  <LabelList
                    dataKey={(row) => (row as BarRow).texts[column]}
                    fill={palette.text}
                    fontSize={13}
                    fontWeight={600}
                    position="right"
                  />
                )}
              </Bar>
            ))}
          </BarChart>
        )}
        <ul
          aria-activedescendant={`${id}-${place?.row ?? 0}-${place?.column ?? 0}`}
          aria-label={say('analysis.chart.marks')}
          className={styles.chartRows}
          onBlur={() => setAt(null)}
          onFocus={() => setAt(place ?? { row: 0, column: 0 })}
          onKeyDown={onKeyDown}
          role="listbox"
          style={{ blockSize: height }}
          tabIndex={0}
        >
          {rows.flatMap((row, index) =>
            series.map(({ key }, column) => {
              const mark = markAt(rows, series, { row: index, column });
              return (
                <li
                  aria-selected={place?.row === index && place.column === column}
                  id={`${id}-${index}-${column}`}
                  key={`${row.key} ${key}`}
                  role="option"
                >
                  {`${row.label}, ${mark?.columnLabel ?? ''}: ${mark?.detail ?? ''}`}
                </li>
              );
            }),
          )}
        </ul>
        {place === null || active === undefined ? null : (
          <p aria-hidden className={styles.barDetail} style={{ insetBlockStart: (place.row + 1) * rowHeight - rowGap / 2 }}>
            <strong>{active.rowLabel}</strong>
            {series.length > 1 ? ` · ${active.columnLabel}` : ''}
            <br />
            {active.detail}
          </p>
        )}
      </div>
      <ExploreBrush all={data.rows.length} first={first} onFirst={setFrom} shown={rows.length} />
    </figure>
  );
}
