import { useId, useRef } from 'react';
import { exhibitChart, exhibitWords, type WaveHints } from '../../../shared/charts/index.ts';
import type { ComparedTable } from '../../../shared/contract/compare.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { chartPaletteOf } from '../../charts/chart-theme.ts';
import { SvgView } from '../../charts/SvgView.tsx';
import { useText } from '../../lib/text.ts';
import { usePageTheme, useWidth } from '../analysis/index.ts';
import styles from './compare.module.css';

/** What the chart of waves must know: who is the same, and where the line is broken. */
export function waveHints(table: ComparedTable): WaveHints {
  const waves = (table.exhibit?.columns ?? []).filter(({ key }) => key !== 'all');
  return {
    linked: table.isLinked,
    breaks: table.breaks.flatMap(
      ({ column }) =>
        Math.max(
          0,
          waves.findIndex(({ key }) => key === column),
        ) || [],
    ),
  };
}

interface LineChartProps {
  readonly exhibit: ReleasedExhibit;
  readonly hints: WaveHints | null;
  /** The row that the pane is about, among other answers. */
  readonly row: string | null;
}

/** The question's chart, by the builder that also makes the files. */
export function LineChart({ exhibit, hints, row }: LineChartProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const palette = chartPaletteOf(usePageTheme());
  return (
    <div className={styles.chart} ref={frame}>
      {width === 0 ? null : (
        <SvgView
          node={exhibitChart(exhibit, {
            words: exhibitWords(exhibit, say),
            palette,
            width,
            frame: 'screen',
            idPrefix: id,
            selectedRow: row,
            ...(hints === null ? {} : { waves: hints }),
          })}
        />
      )}
    </div>
  );
}
