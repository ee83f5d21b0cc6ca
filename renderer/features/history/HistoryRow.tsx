import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './HistoryScreen.module.css';

/** Why a step could not be undone alone. */
export interface Refusal {
  readonly seq: number;
  readonly text: string;
}

export interface HistoryRowProps {
  readonly entry: HistoryEntry;
  readonly refusal: string | null;
  readonly onUndo: () => void;
}

/** One step of the log. A step that has been undone stays, struck through. */
export function HistoryRow({ entry, refusal, onUndo }: HistoryRowProps) {
  const say = useText();
  const language = useLanguage();
  const what = say.any(entry.labelId, entry.params);
  const verb = entry.kind === 'undo' || entry.kind === 'redo' ? say(`history.${entry.kind}`, { what }) : what;
  const canUndo = entry.isUndoable && !entry.isUndone;
  return (
    <li className={styles.row}>
      <time className={styles.time} dateTime={entry.at}>
        {formatTime(entry.at, language)}
      </time>
      <span className={styles.who}>{entry.actor === '' ? say('history.nobody') : entry.actor}</span>
      <span className={styles.what}>
        {entry.isUndone ? <del>{verb}</del> : verb}
        {entry.isUndone ? <span className={styles.note}>{say('history.undone')}</span> : null}
        {refusal === null ? null : (
          <span role="alert">
            <StatusText icon="hardCheck" tone="bad">
              {refusal}
            </StatusText>
          </span>
        )}
      </span>
      {canUndo ? (
        <Button aria-label={say('history.undoNamed', { what })} onPress={onUndo} size="bar" variant="quiet">
          {say('history.undoThis')}
        </Button>
      ) : null}
    </li>
  );
}
