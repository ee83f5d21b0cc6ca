import type { MappingTrial } from '../../../shared/contract/exchange.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './Import.module.css';
import type { MappingRow } from './mapping-rows.ts';

/** What a line's columns hold: options with how many chose each, words for missing answers, cells that do not fit, the first rows. */
export function ColumnContents({ row, trial }: { readonly row: MappingRow; readonly trial: MappingTrial | null }) {
  const say = useText();
  const language = useLanguage();
  const { question } = row;
  const problems = trial?.problems.filter(({ column, sheet }) => sheet === undefined && row.columns.includes(column - 1)) ?? [];
  const words = question?.missing.filter(({ text }) => text !== '') ?? [];
  const counts = new Map(row.tally?.codes.map(({ code, count }) => [code, count]));
  return (
    <>
      {question === null || !('options' in question) ? null : (
        <section>
          <h3>{say('exchange.import.options')}</h3>
          <ol className={styles.options}>
            {question.options.map(({ code, label }) => (
              <li key={code}>
                <span className={styles.code}>{code}</span>
                <span>{label}</span>
                <span className={styles.count}>{row.tally === null ? '' : formatNumber(counts.get(code) ?? 0, language)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {words.length === 0 ? null : (
        <section>
          <h3>{say('exchange.import.missingWords')}</h3>
          <ul className={styles.lines}>
            {words.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {problems.length === 0 ? null : (
        <section>
          <h3>{say('exchange.import.problems', { count: row.tally?.problems ?? problems.length })}</h3>
          <ul className={styles.lines}>
            {problems.map((problem) => (
              <li key={`${problem.row} ${problem.column} ${problem.why}`}>
                {say(`exchange.problem.${problem.why}`, { row: problem.row, column: problem.column })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {row.examples.length === 0 ? null : (
        <section>
          <h3>{say('exchange.import.examples')}</h3>
          <ul className={styles.lines} data-words={row.role === 'open' || undefined}>
            {row.examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
