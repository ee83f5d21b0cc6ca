import { Link } from '@tanstack/react-router';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { useDates } from '../../lib/dates.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './MeetingScreen.module.css';

/** The agenda as a way into the minutes, the questions sent out beforehand, and what is left from the meeting before. */
export function MeetingAgenda({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const dates = useDates();
  const { follows } = meeting;
  return (
    <div className={styles.pane}>
      <section>
        <h2>{say('meetings.agenda')}</h2>
        {meeting.agenda.length === 0 ? <p className={styles.note}>{say('meetings.noAgenda')}</p> : null}
        <ol className={styles.agenda} lang={meeting.language}>
          {meeting.agenda.map((item) => (
            <li key={item.id}>
              <a className={styles.agendaLink} href={`#item-${item.id}`} onClick={(event) => goTo(event, `item-${item.id}`)}>
                <span className={styles.ordinal}>{item.ordinal}</span>
                <span>
                  {item.title}
                  {item.presenter === null ? null : <span className={styles.note}>{item.presenter}</span>}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </section>
      {meeting.sheets.map((sheet) => (
        <QuestionSheet key={sheet.version} language={meeting.language} sheet={sheet} />
      ))}
      {follows === null ? null : (
        <section>
          <h2>{say('meetings.before')}</h2>
          <p>
            <Link params={{ meeting: follows.id }} to="/meetings/$meeting">
              {follows.title}
            </Link>
            <span className={styles.note}>{follows.on === null ? '' : dates.day(follows.on)}</span>
          </p>
          <ul className={styles.agenda}>
            {meeting.earlierActions.map((action) => (
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
      )}
    </div>
  );
}

/** The address keeps the screen's own state; the item only comes into view and takes focus. */
function goTo(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  const item = document.getElementById(id);
  item?.scrollIntoView({ block: 'start' });
  item?.focus({ preventScroll: true });
}

function QuestionSheet({
  sheet,
  language,
}: {
  readonly sheet: MeetingDetails['sheets'][number];
  readonly language: MeetingDetails['language'];
}) {
  const say = useText();
  const dates = useDates();
  const content = useContent();
  return (
    <section>
      <h2>{sheet.sentOn === null ? say('meetings.sheet') : say('meetings.sheetSent', { date: dates.day(sheet.sentOn) })}</h2>
      <ul className={styles.agenda}>
        {sheet.questions.map((question) => {
          const wording = question.wording[language] ?? content(question.wording);
          return (
            <li className={styles.question} key={wording}>
              {question.wasDiscussed === true ? <Icon name="done" tone="good" /> : <span />}
              <span>
                <span lang={language}>{wording}</span>
                {question.wasDiscussed === null ? null : (
                  <VisuallyHidden>{`, ${say(question.wasDiscussed ? 'meetings.discussed' : 'meetings.notDiscussed')}`}</VisuallyHidden>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
