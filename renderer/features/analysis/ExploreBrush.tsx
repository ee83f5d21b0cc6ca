import { useText } from '../../lib/text.ts';
import styles from './chart.module.css';

interface ExploreBrushProps {
  /** The first row that is shown, how many are, and how many there are. */
  readonly first: number;
  readonly shown: number;
  readonly all: number;
  readonly onFirst: (first: number) => void;
}

/** Which rows of a long chart are looked at; nothing where all are. */
export function ExploreBrush({ first, shown, all, onFirst }: ExploreBrushProps) {
  const say = useText();
  if (shown >= all) return null;
  return (
    <label className={styles.brush}>
      <span>{say('analysis.explore.rows', { from: first + 1, to: first + shown, of: all })}</span>
      <input
        aria-label={say('analysis.explore.brush')}
        max={all - shown}
        min={0}
        onChange={(event) => onFirst(Number(event.target.value))}
        type="range"
        value={first}
      />
    </label>
  );
}
