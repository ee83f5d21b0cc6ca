import type { FindingRow } from '../../../shared/contract/findings.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { LifeList, type LifeStep } from '../actions/index.ts';
import styles from './FindingsScreen.module.css';

/** What a finding was called before, the steps it has taken, and who has been told. */
export function FindingLife({ finding }: { readonly finding: FindingRow }) {
  const say = useText();
  const dates = useDates();
  const steps: readonly LifeStep[] = [
    ...finding.events.map((event): LifeStep => ({
      on: event.on,
      what: say(`findings.status.${event.status}`),
      where: [event.meeting?.title, event.body].filter((part) => part !== undefined && part !== null).join(', ') || null,
      note: event.note,
    })),
    ...finding.reportedBack.map((told): LifeStep => ({
      on: told.on,
      what: say('findings.told'),
      where: null,
      note: [told.how, told.by, told.to].filter((part) => part !== null).join(', '),
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <>
      {finding.wordings.length === 0 ? null : (
        <section>
          <h3>{say('findings.before')}</h3>
          {finding.wordings.map((wording) => (
            <p className={styles.before} key={`${wording.changedAt} ${wording.before}`}>
              <del className={styles.wording} lang={finding.language}>
                {wording.before}
              </del>
              <span className={styles.note}>
                {wording.meeting === null
                  ? say('findings.changedPlain', { date: dates.day(wording.changedAt) })
                  : say('findings.changedIn', { meeting: wording.meeting.title, date: dates.day(wording.changedAt) })}
              </span>
            </p>
          ))}
        </section>
      )}
      {steps.length === 0 ? null : (
        <section>
          <h3>{say('findings.life')}</h3>
          <LifeList dayOf={dates.day} lang={finding.language} steps={steps} />
        </section>
      )}
    </>
  );
}
