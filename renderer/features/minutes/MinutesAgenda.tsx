import { Link } from '@tanstack/react-router';
import type { MinutesOf } from '../../../shared/contract/minutes.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { platform } from '../../lib/platform.ts';
import { useContent, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import type { Desk } from './minutes-desk.ts';
import styles from './minutes.module.css';
import { goToItem } from './use-minutes-file.ts';

interface MinutesAgendaProps {
  readonly desk: Desk;
  readonly minutes: MinutesOf;
}

/** Beside the minutes: the agenda, the questions that were sent out and those that were asked, and what is left from before. */
export function MinutesAgenda({ desk, minutes }: MinutesAgendaProps) {
  const say = useText();
  const { draft, at } = desk.store.use();
  const currentItem = draft.lines.find((line) => line.id === at?.lineId)?.agendaItemId ?? null;
  const raised = draft.lines.filter((line) => line.facts?.mark === 'question-raised' && line.body.trim() !== '');
  return (
    <div className={styles.pane}>
      <section>
        <h2>{say('minutes.agenda')}</h2>
        {minutes.agenda.length === 0 ? <p className={styles.note}>{say('minutes.noAgenda')}</p> : null}
        <ol className={styles.agenda} lang={minutes.language}>
          {minutes.agenda.map((item, index) => (
            <li key={item.id}>
              <button
                aria-current={item.id === currentItem ? 'step' : undefined}
                className={styles.agendaItem}
                onClick={() => goToItem(desk, item.id)}
                type="button"
              >
                <span className={styles.ordinal}>{item.isDone ? <Icon name="done" tone="good" /> : index + 1}</span>
                <span>
                  {item.isDone ? `${index + 1}. ` : ''}
                  {item.title}
                  <span className={styles.note}>
                    {[item.startsAt?.replace(':', say('meetings.clockSign')) ?? null, item.presenter]
                      .filter((part) => part !== null)
                      .join(', ')}
                  </span>
                  {item.isDone ? <VisuallyHidden>{`, ${say('minutes.done')}`}</VisuallyHidden> : null}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      {minutes.sheets.slice(0, 1).map((sheet) => (
        // By its place: the first mark gives the meeting its own copy of a round's sheet, and focus is to stay.
        <Sheet key={sheet.version} language={minutes.language} meetingId={minutes.meetingId} sheet={sheet} />
      ))}
      <section>
        <h2>{say('minutes.raised')}</h2>
        {raised.length === 0 ? (
          <p className={styles.note}>{say('minutes.raisedHow', { key: printedKey('Mod+6', platform) })}</p>
        ) : (
          <ul className={styles.agenda} lang={minutes.language}>
            {raised.map((line) => (
              <li key={line.id}>
                <button className={styles.agendaItem} onClick={() => desk.go({ lineId: line.id, caret: line.body.length })} type="button">
                  <Icon name="questionRaised" />
                  <span>{line.body}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Earlier minutes={minutes} />
    </div>
  );
}

interface SheetProps {
  readonly meetingId: MinutesOf['meetingId'];
  readonly sheet: MinutesOf['sheets'][number];
  readonly language: MinutesOf['language'];
}

/** The questions that were sent out; pressing one says that it came up, once more that it did not. */
function Sheet({ meetingId, sheet, language }: SheetProps) {
  const say = useText();
  const dates = useDates();
  const content = useContent();
  const save = useSave();
  return (
    <section>
      <h2>{sheet.sentOn === null ? say('minutes.sheet') : say('minutes.sheetSent', { date: dates.day(sheet.sentOn) })}</h2>
      <ul className={styles.agenda}>
        {sheet.questions.map(({ id, wording, wasDiscussed }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the ids change with the first mark, the order does not
          <li key={index}>
            <button
              aria-pressed={wasDiscussed === true}
              className={styles.agendaItem}
              onClick={() =>
                void save(() =>
                  client.minutes.setDiscussed({ meetingId, questionId: id, wasDiscussed: wasDiscussed === true ? null : true }),
                )
              }
              type="button"
            >
              <span className={styles.tick}>{wasDiscussed === true ? <Icon name="done" tone="good" /> : null}</span>
              <span>
                <span lang={language}>{wording[language] ?? content(wording)}</span>
                <VisuallyHidden>{wasDiscussed === true ? `, ${say('minutes.discussed')}` : ''}</VisuallyHidden>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Earlier({ minutes }: { readonly minutes: MinutesOf }) {
  const say = useText();
  const dates = useDates();
  const { follows, earlierActions } = minutes;
  if (follows === null) return null;
  return (
    <section>
      <h2>{say('minutes.before')}</h2>
      <p>
        <Link params={{ meeting: follows.id }} to="/meetings/$meeting">
          {follows.title}
        </Link>
        <span className={styles.note}>{follows.on === null ? '' : dates.day(follows.on)}</span>
      </p>
      <ul className={styles.agenda}>
        {earlierActions.map((action) => (
          <li className={styles.earlier} key={action.id}>
            <Icon name="waiting" tone="warn" />
            <span>
              <Link search={{ row: action.id }} to="/actions">
                {action.wording}
              </Link>
              <span className={styles.note}>
                {[action.owner, dates.due(action.due)].filter((part) => part !== null && part !== '').join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
