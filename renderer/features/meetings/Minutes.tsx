import type { MeetingDetails, MinuteLine } from '../../../shared/contract/meetings.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ActionStrip } from './ActionStrip.tsx';
import { matchActions, type MatchedActions } from './match-actions.ts';
import { MinutesLine } from './MinutesLine.tsx';
import styles from './MeetingScreen.module.css';

/** The minutes under the items of the agenda, then what was agreed and stands in no line. */
export function Minutes({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const matched = matchActions(meeting.lines, meeting.actions);
  const byItem = Map.groupBy(meeting.lines, (line) => line.agendaItemId ?? '');
  const outside = byItem.get('') ?? [];
  if (meeting.lines.length === 0 && meeting.actions.length === 0) {
    return <EmptyState how={meeting.held === null ? say('meetings.minutes.notYet') : undefined} what={say('meetings.minutes.empty')} />;
  }
  return (
    <div className={styles.minutes}>
      <Lines lines={outside} matched={matched} />
      {meeting.agenda.map((item) => (
        <section aria-labelledby={`item-${item.id}`} key={item.id}>
          <h2 className={styles.item} id={`item-${item.id}`} lang={meeting.language} tabIndex={-1}>
            {item.ordinal}. {item.title}
          </h2>
          <Lines lines={byItem.get(item.id) ?? []} matched={matched} />
        </section>
      ))}
      {matched.others.length === 0 ? null : (
        <section aria-labelledby="agreed">
          <h2 className={styles.item} id="agreed">
            {say('meetings.agreed')}
          </h2>
          {matched.others.map((action) => (
            <div className={styles.line} data-action key={action.id}>
              <span className={styles.mark} />
              <div className={styles.body}>
                <p lang={meeting.language}>{action.wording}</p>
                <ActionStrip action={action} lang={meeting.language} />
              </div>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function Lines({ lines, matched }: { readonly lines: readonly MinuteLine[]; readonly matched: MatchedActions }) {
  return lines.map((line) => <MinutesLine action={matched.byLine.get(line.id) ?? null} key={line.id} line={line} />);
}
