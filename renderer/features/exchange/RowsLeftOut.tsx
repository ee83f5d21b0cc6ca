import type { CodeIssue } from '../../../shared/model/survey-import.ts';
import { useText } from '../../lib/text.ts';
import styles from './Import.module.css';

/** Rows that do not come in because of whose they are, the first of them with code and row; nothing where there are none. */
export function RowsLeftOut({ count, listed }: { readonly count: number; readonly listed: readonly CodeIssue[] }) {
  const say = useText();
  if (count === 0) return null;
  return (
    <>
      <h3>{say('exchange.report.leftOut', { count })}</h3>
      <ul className={styles.lines}>
        {listed.map(({ row, code, why }) => (
          <li key={row}>
            <strong>{code}</strong> {say(`exchange.report.why.${why}`, { row })}
          </li>
        ))}
      </ul>
      {count > listed.length ? <p>{say('exchange.import.problemsMore', { count: count - listed.length })}</p> : null}
    </>
  );
}
