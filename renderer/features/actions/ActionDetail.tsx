import { Link } from '@tanstack/react-router';
import { ActionStatus, type ActionRow } from '../../../shared/contract/actions.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { useText, type Say } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts, type Fact } from '../../ui/facts/Facts.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { needsNote } from './needs-note.ts';
import { useSetStatus } from './use-set-status.ts';
import styles from './ActionsScreen.module.css';

export interface ActionDetailProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly onAskStatus: () => void;
  readonly onClose: () => void;
}

/** One action: where it was agreed, what it rests on, what has happened since, and who has been told. */
export function ActionDetail({ action, day, onAskStatus, onClose }: ActionDetailProps) {
  const say = useText();
  const dates = useDates();
  const setStatus = useSetStatus();
  return (
    <DetailPane
      closeLabel={say('actions.close')}
      note={action.code}
      onClose={onClose}
      title={<span lang={action.language}>{action.wording}</span>}
    >
      <Menu
        chosenId={action.status}
        entries={ActionStatus.options.map((id) => ({
          id,
          label: say(`actions.status.${id}`),
          ...(needsNote(id) ? { detail: say('actions.needsNote') } : {}),
        }))}
        label={say('actions.changeStatus')}
        onAction={(status) => (needsNote(status) ? onAskStatus() : void setStatus({ actionId: action.id, status, happenedOn: day }))}
        trigger={<Button kbd="S">{say('actions.changeStatus')}</Button>}
      />
      <Facts facts={actionFacts(action, say, dates)} />
      {action.events.length === 0 ? null : <Events action={action} />}
    </DetailPane>
  );
}

function actionFacts(action: ActionRow, say: Say, dates: Dates): readonly Fact[] {
  const { meeting, finding } = action;
  const said = <span lang={action.language}>{dates.due(action.due)}</span>;
  return [
    { name: say('actions.status'), value: say(`actions.status.${action.status}`) },
    { name: say('actions.owner'), value: action.owner ?? say('actions.noOwner') },
    { name: say('actions.parties'), value: action.parties },
    { name: say('actions.addressee'), value: action.addressee },
    { name: say('actions.due'), value: dates.due(action.due) === '' ? say('actions.noDue') : said },
    { name: say('actions.result'), value: action.result },
    { name: say('actions.existing'), value: action.isExistingMeasure ? say('actions.existingText') : null },
    { name: say('actions.place'), value: action.place },
    {
      name: say('actions.meeting'),
      value:
        meeting === null ? null : (
          <Link params={{ meeting: meeting.id }} to="/meetings/$meeting">
            {meeting.on === null ? meeting.title : `${meeting.title}, ${dates.day(meeting.on)}`}
          </Link>
        ),
    },
    {
      name: say('actions.finding'),
      value:
        finding === null ? null : (
          <Link
            params={{ project: finding.projectId }}
            search={{ row: finding.id }}
            to="/projects/$project/findings"
          >{`${finding.code} ${finding.wording}`}</Link>
        ),
    },
    { name: say('actions.project'), value: action.project },
    ...action.reportedBack.map((told) => ({
      name: say('actions.toldOn', { date: dates.day(told.on) }),
      value: [told.how, told.by, told.to].filter((part) => part !== null).join(', '),
    })),
  ];
}

function Events({ action }: { readonly action: ActionRow }) {
  const say = useText();
  const dates = useDates();
  return (
    <section>
      <h3>{say('actions.events')}</h3>
      <ol className={styles.events}>
        {action.events.map((event, index) => (
          // Events are only added at the end.
          // oxlint-disable-next-line react/no-array-index-key -- see above
          <li key={index}>
            <span className={styles.said}>{dates.day(event.on)}</span>
            <span>
              {event.kind === 'reviewed' ? say('actions.reviewed', { body: event.body ?? '' }) : say(`actions.status.${event.kind}`)}
            </span>
            {event.note === null ? null : <span className={styles.said}>{event.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
