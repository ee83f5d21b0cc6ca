import type { BarShapeProps } from 'recharts';
import type { ChartPalette } from '../../../shared/charts/index.ts';
import type { ExploreMark } from './explore-data.ts';

interface ExploreDotProps {
  /** Where the library would draw the bar. */
  readonly place: BarShapeProps;
  readonly mark: ExploreMark | undefined;
  readonly domain: readonly [number, number];
  readonly fill: string;
  readonly palette: ChartPalette;
  readonly isCurrent: boolean;
}

const radius = { usual: 4.5, current: 6.5 } as const;

/** A figure as in the printed chart of points: its interval as a line, open where the base is small, the number after both. */
export function ExploreDot({ place, mark, domain, fill, palette, isCurrent }: ExploreDotProps) {
  const { background } = place;
  if (mark === undefined || background === undefined) return null;
  const [from, width] = [background.x ?? 0, background.width ?? 0];
  const x = (value: number): number => from + ((value - domain[0]) / (domain[1] - domain[0])) * width;
  const y = place.y + place.height / 2;
  const { value, low, high, text } = mark;
  const end = value === null ? from : Math.max(x(value) + radius.usual, high === null ? 0 : x(high));
  return (
    <g>
      {low === null || high === null ? null : <line stroke={fill} strokeWidth={2} x1={x(low)} x2={x(high)} y1={y} y2={y} />}
      {value === null ? null : (
        <circle
          cx={x(value)}
          cy={y}
          fill={mark.isLow ? palette.surface : fill}
          r={isCurrent ? radius.current : radius.usual}
          stroke={isCurrent ? palette.text : mark.isLow ? fill : palette.surface}
          strokeWidth={1.5}
        />
      )}
      <text dominantBaseline="central" fill={palette.text} fontSize={13} fontWeight={600} x={end + 6} y={y}>
        {text}
      </text>
    </g>
  );
}
