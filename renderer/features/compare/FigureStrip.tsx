import type { GridColumn, GridLine } from './grid-lines.ts';
import styles from './compare.module.css';

interface FigureStripProps {
  readonly line: GridLine;
  readonly columns: readonly GridColumn[];
  readonly scale: { readonly low: number; readonly high: number };
  /** Columns are in the order of time: the dots are joined, unless something is broken between them. */
  readonly isTime: boolean;
}

const width = 168;
const edge = 7;
const step = 11;

/** The figures of one line on the scale that all lines share, with their intervals. What it shows stands in the cells beside it. */
export function FigureStrip({ line, columns, scale, isTime }: FigureStripProps) {
  const x = (value: number): number => edge + ((value - scale.low) / (scale.high - scale.low)) * (width - 2 * edge);
  const points = columns.map(({ key }, at) => ({ key, y: step * at + step / 2 + 1, figure: line.cells.get(key)?.figure ?? null }));
  const height = columns.length * step + 2;
  const zero = scale.low < 0 && scale.high > 0 ? [0] : [];
  return (
    <svg aria-hidden className={styles.strip} height={height} viewBox={`0 0 ${width} ${height}`} width={width}>
      {[scale.low, ...zero, scale.high].map((value) => (
        <line className={styles.edge} key={value} x1={x(value)} x2={x(value)} y1={0} y2={height} />
      ))}
      {points.map(({ key, y, figure }, at) => {
        const before = points[at - 1];
        const isJoined = isTime && figure !== null && before !== undefined && before.figure !== null && !line.breaks.has(key);
        return (
          <g key={key}>
            {isJoined && before.figure !== null ? (
              <line
                className={styles.join}
                data-apart={line.table?.isLinked === false || undefined}
                x1={x(before.figure.value)}
                x2={x(figure.value)}
                y1={before.y}
                y2={y}
              />
            ) : null}
            {figure === null || figure.low === null || figure.high === null ? null : (
              <line className={styles.whisker} x1={x(figure.low)} x2={x(figure.high)} y1={y} y2={y} />
            )}
            {figure === null ? null : (
              <circle
                className={styles.dot}
                cx={x(figure.value)}
                cy={y}
                data-last={!isTime || at === points.length - 1 || undefined}
                r={3.5}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
