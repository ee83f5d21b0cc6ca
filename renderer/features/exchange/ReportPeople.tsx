import type { TargetReport } from '../../../shared/model/survey-import.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import styles from './Import.module.css';
import { RowsLeftOut } from './RowsLeftOut.tsx';

const kinds = ['added', 'returning', 'changed', 'unchanged', 'known', 'unknown', 'twice', 'withdrawn'] as const;

/** What becomes of each row's person; rows that are left out are named by their code. */
export function ReportPeople({ people }: { readonly people: TargetReport['people'] }) {
  const say = useText();
  const language = useLanguage();
  const leftOut = people.known + people.unknown + people.twice + people.withdrawn;
  return (
    <section aria-labelledby="report-people" className={styles.reportPart}>
      <h2 id="report-people">{say('exchange.report.people')}</h2>
      <Facts
        facts={kinds.map((kind) => ({
          name: say(`exchange.report.people.${kind}`),
          value: people[kind] === 0 ? null : formatNumber(people[kind], language),
        }))}
      />
      <RowsLeftOut count={leftOut} listed={people.listed} />
    </section>
  );
}
