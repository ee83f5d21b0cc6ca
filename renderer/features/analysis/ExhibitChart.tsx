import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { exhibitChart, type ChartType, type ExhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitRow, ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { chartPaletteOf } from '../../charts/chart-theme.ts';
import { SvgView } from '../../charts/SvgView.tsx';
import { useText, type Say } from '../../lib/text.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import styles from './chart.module.css';
import { usePageTheme } from './use-page-theme.ts';
import { useWidth } from './use-width.ts';

interface ExhibitChartProps {
  readonly exhibit: ReleasedExhibit;
  readonly words: ExhibitWords;
  /** The usual one when left out. */
  readonly kind?: ChartType | undefined;
  /** The row the rest of the screen is about, if any. */
  readonly currentRow: string | null;
  /** Enter on a row. */
  readonly onOpenRow?: ((key: string) => void) | undefined;
}

const widest = 900;

function rowWords(row: ExhibitRow, exhibit: ReleasedExhibit, say: Say): string {
  const values = row.cells.map((cell, at) => {
    const column = exhibit.columns[at]?.label ?? '';
    if (cell.state === 'shown')
      return exhibit.unit === 'count' ? `${column} ${cell.count}` : say('analysis.chart.valueSpoken', { column, percent: cell.percent });
    return cell.state === 'figure' ? `${column} ${cell.value}` : `${column} ${say('analysis.table.hidden')}`;
  });
  return values.join(', ');
}

/** The chart, drawn by the builder that also makes the files. One tab stop; arrows move between its rows. */
export function ExhibitChart({ exhibit, words, kind, currentRow, onOpenRow }: ExhibitChartProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(frame), widest);
  const palette = chartPaletteOf(usePageTheme());
  const [focused, setFocused] = useState<number | null>(null);
  const index = Math.max(0, focused ?? exhibit.rows.findIndex(({ key }) => key === currentRow));
  const selectedRow = focused === null ? currentRow : (exhibit.rows[index]?.key ?? null);
  function onKeyDown(event: KeyboardEvent) {
    const next = moveInList(event.key, { index, count: exhibit.rows.length, page: 8 });
    if (next !== null) {
      event.preventDefault();
      setFocused(next);
    } else if (event.key === 'Enter' && onOpenRow !== undefined) {
      event.preventDefault();
      onOpenRow(exhibit.rows[index]?.key ?? '');
    }
  }
  return (
    <div className={styles.chart} ref={frame}>
      {width === 0 ? null : (
        <SvgView
          node={exhibitChart(exhibit, {
            words,
            palette,
            width,
            frame: 'screen',
            idPrefix: id,
            selectedRow,
            ...(kind === undefined ? {} : { chart: kind }),
          })}
        />
      )}
      <ul
        aria-activedescendant={`${id}-row-${index}`}
        aria-label={say('analysis.chart.rows')}
        className={styles.chartRows}
        onBlur={() => setFocused(null)}
        onFocus={() => setFocused(index)}
        onKeyDown={onKeyDown}
        role="listbox"
        tabIndex={0}
      >
        {exhibit.rows.map((row, at) => (
          <li aria-selected={at === index} id={`${id}-row-${at}`} key={row.key} onClick={() => onOpenRow?.(row.key)} role="option">
            {say('analysis.chart.rowSpoken', {
              row: row.label,
              index: at + 1,
              count: exhibit.rows.length,
              values: rowWords(row, exhibit, say),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
