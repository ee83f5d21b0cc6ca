import { Link } from '@tanstack/react-router';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { evidenceWords } from './evidence-words.ts';
import { markOf } from './mark-of.ts';
import styles from './FindingsScreen.module.css';

export interface FindingDetailProps {
  readonly finding: FindingRow;
  /** The language it is written in. */
  readonly lang: string | undefined;
  readonly onClose: () => void;
}

/** One finding: themes, evidence, what it was called before, and what came of it. */
export function FindingDetail({ finding, lang, onClose }: FindingDetailProps) {
  const say = useText();
  const dates = useDates();
  const facts = [
    { name: say('findings.status'), value: say(`findings.status.${finding.status}`) },
    { name: say('findings.polarity'), value: say(`findings.polarity.${finding.polarity}`) },
    { name: say('findings.level'), value: finding.level === null ? null : say(`findings.level.${finding.level}`) },
    { name: say('findings.service'), value: finding.service },
    {
      name: say('findings.amount'),
      value: finding.amountAsSaid === null ? null : <span lang={lang}>{say('dates.quoted', { text: finding.amountAsSaid })}</span>,
    },
    { name: say('findings.restsOn'), value: evidenceWords(finding.evidence, say) },
    { name: say('findings.notes'), value: finding.evidenceNotes.join(' · ') },
    { name: say('findings.told'), value: finding.reportedBackOn === null ? say('findings.untold') : dates.day(finding.reportedBackOn) },
  ];
  return (
    <DetailPane
      closeLabel={say('findings.close')}
      note={finding.code}
      onClose={onClose}
      title={
        <span className={styles.wording} lang={lang}>
          {finding.wording}
        </span>
      }
    >
      {finding.themes.length === 0 ? null : (
        <ul aria-label={say('findings.themes')} className={styles.themes}>
          {finding.themes.map((theme) => (
            <li key={theme.id}>
              <ThemeChip mark={markOf(theme.color)} name={theme.name} />
            </li>
          ))}
        </ul>
      )}
      <Facts facts={facts} />
      {finding.wordings.length === 0 ? null : (
        <section>
          <h3>{say('findings.before')}</h3>
          {finding.wordings.map((wording) => (
            <p className={styles.before} key={wording.changedAt}>
              <del className={styles.wording} lang={lang}>
                {wording.before}
              </del>
              <span className={styles.note}>
                {wording.meeting === null
                  ? dates.day(wording.changedAt)
                  : say('findings.changedIn', { meeting: wording.meeting.title, date: dates.day(wording.changedAt) })}
              </span>
            </p>
          ))}
        </section>
      )}
      {finding.actions.length === 0 ? null : (
        <section>
          <h3>{say('findings.actions')}</h3>
          <ul className={styles.actions}>
            {finding.actions.map((action) => (
              <li key={action.id}>
                <Link lang={lang} search={{ row: action.id }} to="/actions">
                  {action.wording}
                </Link>
                <span className={styles.note}>
                  {[say(`actions.status.${action.status}`), action.result].filter((part) => part !== null).join(': ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DetailPane>
  );
}
