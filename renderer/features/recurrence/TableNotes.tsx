import type { RecurrenceBy, RecurrenceTable } from '../../../shared/contract/recurrence.ts';
import { useText } from '../../lib/text.ts';
import type { RecurrenceShape } from './recurrence-view.ts';
import styles from './recurrence.module.css';

interface TableNotesProps {
  readonly table: RecurrenceTable;
  readonly by: RecurrenceBy;
  readonly shape: RecurrenceShape;
}

/** What the figures mean, and the footnotes: changed borders, and persons that may not be shown. */
export function TableNotes({ table, by, shape }: TableNotesProps) {
  const say = useText();
  const { interviews } = table;
  return (
    <div className={styles.notes}>
      {shape === 'timeline' ? (
        <p className={styles.legend}>
          <span className={styles.dot} data-kind="explicit" /> {say('recurrence.legend.explicit')}
          <span className={styles.dot} data-kind="inferred" /> {say('recurrence.legend.inferred')}
          <span>{say('recurrence.legend.size')}</span>
        </p>
      ) : (
        <p>{say(by === 'meetings' ? 'recurrence.legend.meeting' : 'recurrence.legend')}</p>
      )}
      <p>{say('recurrence.rollUp')}</p>
      {by === 'places' ? table.breaks.map(({ id, note }) => <p key={id}>* {say.any(note.id, note.params)}</p>) : null}
      {interviews === null ? null : (
        <p>
          {interviews.canBeShown
            ? say('recurrence.interviews.note', { project: interviews.project, threshold: interviews.threshold })
            : say('recurrence.interviews.stopped')}
        </p>
      )}
    </div>
  );
}
