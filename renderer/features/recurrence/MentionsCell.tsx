import type { Mentions } from '../../../shared/contract/recurrence.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './recurrence.module.css';

interface MentionsCellProps {
  readonly mentions: Mentions | null;
  /** Its place in the grid: row and column. */
  readonly at: string;
  /** The column is one meeting, so that meetings need not be counted. */
  readonly isOneMeeting: boolean;
  readonly label: string;
  /** The largest figure of the table, for the tint. */
  readonly most: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}

/** Meetings, then mentions, then in brackets those that were only read between the lines. */
export function MentionsCell({ mentions, at, isOneMeeting, label, most, isCurrent, isChosen, onOpen, onFocus }: MentionsCellProps) {
  const share = mentions === null ? 0 : (isOneMeeting ? mentions.mentions : mentions.meetings) / most;
  return (
    <td
      aria-selected={isChosen}
      className={styles.cell}
      data-at={at}
      data-empty={mentions === null || undefined}
      onClick={mentions === null ? undefined : onOpen}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || mentions === null) return;
        event.preventDefault();
        onOpen();
      }}
      // React knows custom properties, its types do not.
      style={{ '--share': share } as React.CSSProperties}
      tabIndex={isCurrent ? 0 : -1}
    >
      <VisuallyHidden>{label}</VisuallyHidden>
      {mentions === null ? (
        <span aria-hidden>·</span>
      ) : (
        <span aria-hidden className={styles.figures} data-one={isOneMeeting || undefined}>
          <strong>{isOneMeeting ? mentions.mentions : mentions.meetings}</strong>
          {isOneMeeting ? null : <span>{mentions.mentions}</span>}
          <span>{mentions.inferred === 0 ? '' : `(${mentions.inferred})`}</span>
        </span>
      )}
    </td>
  );
}
