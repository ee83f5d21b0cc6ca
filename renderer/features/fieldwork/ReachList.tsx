import type { WithdrawalReach } from '../../../shared/contract/fieldwork-withdrawal.ts';
import { formatDayShort, formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import { BackupNames } from './BackupNames.tsx';
import styles from './fieldwork.module.css';

/** Everything a withdrawal reaches: what the person gave, what was built on it, what has left the program, and the backups. */
export function ReachList({ reach }: { readonly reach: WithdrawalReach }) {
  const say = useText();
  const language = useLanguage();
  const counts = ['interviews', 'answers', 'secondAnswers', 'texts', 'codings', 'memos', 'consents', 'quotes'] as const;
  const n = (count: number): string => formatNumber(count, language);
  return (
    <div className={styles.columns}>
      <section aria-labelledby="reach-own" className={styles.section}>
        <h2 className={styles.heading} id="reach-own">
          {say('fieldwork.reach.own')}
        </h2>
        <Facts
          facts={counts.filter((name) => reach[name] > 0).map((name) => ({ name: say(`fieldwork.reach.${name}`), value: n(reach[name]) }))}
        />
        <p className={styles.quiet}>{reach.clearedQuotes > 0 ? say('fieldwork.reach.cleared', { count: reach.clearedQuotes }) : ''}</p>
      </section>
      <section aria-labelledby="reach-built" className={styles.section}>
        <h2 className={styles.heading} id="reach-built">
          {say('fieldwork.reach.built')}
        </h2>
        <ul className={styles.plain}>
          {reach.findings.map((finding) => (
            <li key={finding.id}>
              <strong>{finding.code}</strong> <span>{finding.wording}</span>
            </li>
          ))}
          {reach.reports.map((report) => (
            <li key={report.id}>
              <span>{report.title}</span>
              <span className={styles.quiet}>
                {report.quotes > 0 ? say('fieldwork.reach.reportQuotes', { count: report.quotes }) : say('fieldwork.reach.reportFinding')}
              </span>
            </li>
          ))}
          {reach.observations > 0 ? <li>{say('fieldwork.reach.observations', { count: reach.observations })}</li> : null}
          <li>{say('fieldwork.reach.exhibits', { count: reach.exhibits })}</li>
        </ul>
      </section>
      <section aria-labelledby="reach-out" className={styles.section}>
        <h2 className={styles.heading} id="reach-out">
          {say('fieldwork.reach.out')}
        </h2>
        <p className={styles.quiet}>
          {reach.releaseCount === 0 ? say('fieldwork.reach.noReleases') : say('fieldwork.reach.releases', { count: reach.releaseCount })}
        </p>
        <ul className={styles.plain}>
          {reach.releases.map((release) => (
            <li key={release.number}>
              <span>{say('fieldwork.reach.release', { number: release.number })}</span>
              <span className={styles.quiet}>
                {[release.recipient ?? '', formatDayShort(release.releasedAt, language)].filter((part) => part !== '').join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="reach-backups" className={styles.section}>
        <h2 className={styles.heading} id="reach-backups">
          {say('fieldwork.reach.backups')}
        </h2>
        <p className={styles.quiet}>{reach.backups.length === 0 ? say('fieldwork.reach.noBackups') : say('fieldwork.reach.backupsHelp')}</p>
        <BackupNames files={reach.backups} />
      </section>
    </div>
  );
}
