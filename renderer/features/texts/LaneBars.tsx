import { branchOf, type Themes } from '../themes/index.ts';
import styles from './TextParagraph.module.css';
import type { Lane, Side } from './text-index.ts';

/** Lanes that stand side by side; the codings of deeper ones open from the labels. */
const shownLanes = 3;

/** What the bars beside a paragraph need. */
export interface LaneBarsProps {
  readonly lanes: readonly Lane[];
  readonly side: Side;
  readonly themes: Themes;
  readonly chosenId: string | null;
  readonly onChoose: (codingId: string) => void;
}

/** How far the codings reach, as bars beside the words. For the pointer only: the labels say the same as buttons. */
export function LaneBars({ lanes, side, themes, chosenId, onChoose }: LaneBarsProps) {
  const drawn = lanes.filter((lane) => lane.side === side && (lane.lane < shownLanes || lane.coding.id === chosenId));
  return (
    <div aria-hidden className={styles.lanes} data-side={side}>
      {drawn.map(({ coding, lane, top, bottom }) => {
        const theme = themes.byId.get(coding.themeId);
        const place = { [side === 'start' ? 'insetInlineEnd' : 'insetInlineStart']: `${Math.min(lane, shownLanes - 1) * 0.625}rem` };
        return (
          <span
            className={styles.bar}
            data-branch={theme === undefined ? 'neutral' : branchOf(theme).colour}
            data-chosen={coding.id === chosenId || undefined}
            data-inferred={coding.certainty === 'inferred' || undefined}
            key={coding.id}
            onClick={() => onChoose(coding.id)}
            style={{ ...place, insetBlockStart: `${top * 100}%`, blockSize: `max(0.75rem, ${(bottom - top) * 100}%)` }}
          />
        );
      })}
    </div>
  );
}
