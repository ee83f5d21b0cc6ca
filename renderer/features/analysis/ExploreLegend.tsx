import { useText } from '../../lib/text.ts';
import styles from './chart.module.css';
import type { ExploreSeries } from './explore-data.ts';

interface ExploreLegendProps {
  readonly series: readonly ExploreSeries[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** What the colours stand for; each can be left out of the chart, the last one cannot. */
export function ExploreLegend({ series, hidden, onToggle }: ExploreLegendProps) {
  const say = useText();
  const isLast = (key: string): boolean => !hidden.has(key) && hidden.size === series.length - 1;
  return (
    <div aria-label={say('analysis.explore.legend')} className={styles.legend} role="group">
      {series.map(({ key, label, fill }) => (
        <button
          aria-pressed={!hidden.has(key)}
          className={styles.legendItem}
          key={key}
          onClick={() => (isLast(key) ? undefined : onToggle(key))}
          type="button"
        >
          <svg aria-hidden height="11" width="11">
            <rect fill={hidden.has(key) ? 'none' : fill} height="10" stroke="currentColor" width="10" x="0.5" y="0.5" />
          </svg>
          {label}
        </button>
      ))}
    </div>
  );
}
