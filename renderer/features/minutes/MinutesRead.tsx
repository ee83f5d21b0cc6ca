import { useQuery } from '@tanstack/react-query';
import type { AgreedAction, Line, MinutesOf } from '../../../shared/contract/minutes.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ActionStrip } from './ActionStrip.tsx';
import { LineUnder } from './LineUnder.tsx';
import { MarkName } from './MarkName.tsx';
import { matchActions, type MatchedActions } from './match-actions.ts';
import styles from './minutes.module.css';

/** The minutes of a meeting for reading: under the items of the agenda, then what was agreed and stands in no line. */
export function MinutesRead({ meetingId }: { readonly meetingId: MeetingId }) {
  const language = useLanguage();
  const query = useQuery(orpc.minutes.get.queryOptions({ input: { meetingId, language } }));
  return <Loaded query={query}>{(minutes) => <Minutes minutes={minutes} />}</Loaded>;
}

function Minutes({ minutes }: { readonly minutes: MinutesOf }) {
  const say = useText();
  const matched = matchActions(minutes.lines, minutes.actions);
  const byItem = Map.groupBy(minutes.lines, (line) => line.agendaItemId ?? '');
  if (minutes.lines.length === 0 && minutes.actions.length === 0) {
    return <EmptyState how={minutes.held === null ? say('minutes.notYet') : undefined} what={say('minutes.empty')} />;
  }
  return (
    <div className={styles.minutes}>
      <Lines lines={byItem.get('') ?? []} matched={matched} />
      {minutes.agenda.map((item, index) => (
        <section aria-labelledby={`item-${item.id}`} key={item.id}>
          <h2 className={styles.item} id={`item-${item.id}`} lang={minutes.language} tabIndex={-1}>
            {index + 1}. {item.title}
          </h2>
          <Lines lines={byItem.get(item.id) ?? []} matched={matched} />
        </section>
      ))}
      {matched.others.length === 0 ? null : (
        <section aria-labelledby="agreed">
          <h2 className={styles.item} id="agreed">
            {say('minutes.agreed')}
          </h2>
          {matched.others.map((action) => (
            <div className={styles.line} data-action key={action.id}>
              <span className={styles.mark} />
              <div className={styles.body}>
                <p lang={minutes.language}>{action.wording}</p>
                <ActionStrip action={action} lang={minutes.language} />
              </div>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function Lines({ lines, matched }: { readonly lines: readonly Line[]; readonly matched: MatchedActions }) {
  return lines.map((line) => <ReadLine action={matched.byLine.get(line.id) ?? null} key={line.id} line={line} />);
}

/** One line: its mark in the margin, the words in serif, who said it, and the themes it was coded with. */
function ReadLine({ line, action }: { readonly line: Line; readonly action: AgreedAction | null }) {
  return (
    <div className={styles.line} data-action={line.mark === 'action' || undefined}>
      <MarkName mark={line.mark} />
      <div className={styles.body}>
        <p lang={line.language}>{line.body}</p>
        <LineUnder line={line} />
        {action === null ? null : <ActionStrip action={action} lang={line.language} />}
      </div>
    </div>
  );
}
