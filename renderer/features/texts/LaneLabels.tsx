import { useState } from 'react';
import { useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import styles from './TextParagraph.module.css';
import type { Lane, Side } from './text-index.ts';

/** What the labels outside a paragraph need. */
export interface LaneLabelsProps {
  readonly lanes: readonly Lane[];
  readonly side: Side;
  /** Labels that have room beside the words; the rest open on demand. */
  readonly room: number;
  readonly body: string;
  readonly themes: Themes;
  readonly chosenId: string | null;
  readonly onChoose: (codingId: string) => void;
}

/** Names of the codings that begin in a paragraph: buttons in reading order. What has no room beside it opens. */
export function LaneLabels({ lanes, side, room, body, themes, chosenId, onChoose }: LaneLabelsProps) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const own = lanes.filter((lane) => lane.isFirst && lane.side === side);
  const fits = own.length <= room + 1;
  const shown = isOpen || fits ? own : own.filter(({ coding }, at) => at < room || coding.id === chosenId);
  return (
    <div className={styles.labels} data-side={side}>
      {shown.map(({ coding }) => (
        <button
          aria-label={say('coding.text.lane', {
            theme: themes.nameOf(coding.themeId),
            coder: coding.coder,
            count: coding.end - coding.start,
            quote: body.slice(coding.start, Math.min(coding.end, coding.start + 300)),
            inferred: coding.certainty === 'inferred' ? 'yes' : 'no',
          })}
          aria-pressed={coding.id === chosenId}
          className={styles.label}
          data-doubtful={coding.isDoubtful || undefined}
          data-lane={coding.id}
          key={coding.id}
          onClick={() => onChoose(coding.id)}
          type="button"
        >
          {coding.isDoubtful ? '? ' : ''}
          {themes.nameOf(coding.themeId)}
          {coding.isMine ? null : <span className={styles.coder}>{coding.coderInitials}</span>}
        </button>
      ))}
      {fits ? null : (
        <button
          aria-expanded={isOpen}
          aria-label={say(isOpen ? 'texts.lanes.fewer' : 'texts.lanes.more', { count: own.length - room })}
          className={styles.label}
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          {isOpen ? '−' : say('coding.text.more', { count: own.length - shown.length })}
        </button>
      )}
    </div>
  );
}
