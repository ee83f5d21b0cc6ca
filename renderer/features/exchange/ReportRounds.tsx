import type { RoundsReport } from '../../../shared/model/survey-import.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import styles from './Import.module.css';

const kinds = ['added', 'standing', 'leftOut', 'unlinked'] as const;

/** What becomes of the rounds of each sheet, and which of its columns are left out. */
export function ReportRounds({ rounds }: { readonly rounds: readonly RoundsReport[] }) {
  const say = useText();
  const language = useLanguage();
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="report-rounds" className={styles.reportPart}>
      <h2 id="report-rounds">{say('exchange.rounds.title')}</h2>
      {rounds.map(({ name, of, rows, unknownColumns, ...counts }) => (
        <div className={styles.roundsReport} key={name}>
          <h3>{say('exchange.rounds.sheet', { name, rows })}</h3>
          {of === null ? (
            <p className={styles.hint}>{say('exchange.rounds.noRepeat')}</p>
          ) : (
            <Facts
              facts={kinds.map((kind) => ({
                name: say(`exchange.rounds.${kind}`),
                value: counts[kind] === 0 ? null : formatNumber(counts[kind], language),
              }))}
            />
          )}
          {unknownColumns.length === 0 ? null : (
            <p className={styles.hint}>
              {say('exchange.rounds.unknownColumns', { count: unknownColumns.length, columns: unknownColumns.join(', ') })}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
