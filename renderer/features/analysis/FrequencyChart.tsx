import { useRef } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { intervalText, numberText, percentText, type ExhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitRow, ReleasedCell, ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { chartPaletteOf } from '../../charts/chart-theme.ts';
import styles from './analysis.module.css';
import { usePageTheme } from './use-page-theme.ts';
import { useWidth } from './use-width.ts';

interface FrequencyChartProps {
  readonly exhibit: ReleasedExhibit;
  readonly words: ExhibitWords;
}

/** One bar: its length, and what stands at its end. A hidden figure has no length. */
interface BarDatum {
  readonly label: string;
  readonly length: number;
  readonly sign: string;
  readonly detail: string;
}

/** The library puts no sign at a bar of no length, so there is a length that nobody can see. */
const noLength = 0.000_1;
const widest = 900;
const rowHeight = 34;
const axisHeight = 30;

function signOf(cell: ReleasedCell, exhibit: ReleasedExhibit, words: ExhibitWords): string {
  if (cell.state === 'shown') return percentText(cell.percent, exhibit);
  if (cell.state === 'figure') return numberText(cell.value, 1, exhibit.language);
  return cell.state === 'words' ? words.shareWords[cell.words] : { hidden: ':', missing: '..', 'not-applicable': '.' }[cell.state];
}

function dataOf(exhibit: ReleasedExhibit, words: ExhibitWords): BarDatum[] {
  const n = exhibit.columns[0]?.base?.n ?? null;
  const size = ({ cells: [cell] }: ExhibitRow): number => (cell?.state === 'shown' ? cell.count : -1);
  // As in the files: answers without an order stand by size.
  const rows = exhibit.scale === null ? exhibit.rows.toSorted((a, b) => size(b) - size(a)) : exhibit.rows;
  return rows.map((row) => {
    const cell = row.cells[0] ?? ({ state: 'missing' } as const);
    const sign = signOf(cell, exhibit, words);
    const detail =
      cell.state === 'shown'
        ? `${sign} (${intervalText(cell.low, cell.high, exhibit)}), ${cell.count} / ${n ?? ':'}`
        : cell.state === 'hidden'
          ? words.legend[':']
          : sign;
    return { label: row.label, length: Math.max(noLength, cell.state === 'shown' ? cell.percent : 0), sign, detail };
  });
}

/** The shares of one question, to explore: arrow keys and pointer go from bar to bar and tell value, interval and n. */
export function FrequencyChart({ exhibit, words }: FrequencyChartProps) {
  const frame = useRef<HTMLElement>(null);
  const width = Math.min(useWidth(frame), widest);
  const palette = chartPaletteOf(usePageTheme());
  const data = dataOf(exhibit, words);
  const text = { fill: palette.text, fontSize: 14 };
  return (
    <figure className={styles.chart} ref={frame}>
      {width === 0 ? null : (
        <BarChart
          accessibilityLayer
          data={data}
          desc={words.description}
          height={data.length * rowHeight + axisHeight}
          layout="vertical"
          margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
          title={exhibit.title}
          width={width}
        >
          <CartesianGrid horizontal={false} stroke={palette.hairline} />
          <XAxis axisLine={false} domain={[0, 100]} hide ticks={[0, 25, 50, 75, 100]} type="number" />
          <YAxis
            axisLine={{ stroke: palette.text3 }}
            dataKey="label"
            tick={text}
            tickLine={false}
            type="category"
            width={Math.min(260, width * 0.38)}
          />
          <Tooltip
            animationDuration={0}
            content={({ active, payload }) => <BarDetail datum={active ? payload[0]?.payload : undefined} />}
            cursor={{ fill: palette.selected }}
            isAnimationActive={false}
          />
          <Bar
            activeBar={{ stroke: palette.text, strokeWidth: 1.5 }}
            barSize={20}
            dataKey="length"
            fill={palette.accent}
            isAnimationActive={false}
          >
            <LabelList dataKey="sign" fill={palette.text} fontSize={14} fontWeight={600} position="right" />
          </Bar>
        </BarChart>
      )}
    </figure>
  );
}

function BarDetail({ datum }: { readonly datum: unknown }) {
  if (typeof datum !== 'object' || datum === null) return null;
  // The payload is one of the data given to the chart above.
  const { label, detail } = datum as BarDatum;
  return (
    <p className={styles.barDetail}>
      <strong>{label}</strong> {detail}
    </p>
  );
}
