import type { ProblemRule } from '../../../shared/contract/exchange.ts';
import type { CellProblem } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import styles from './Import.module.css';

/** The cells that do not fit, by row and column, and what is to happen with them. */
export function ProblemList({
  title,
  count,
  problems,
  rule,
  onRule,
}: {
  /** Says how many they are. */
  readonly title: string;
  readonly count: number;
  readonly problems: readonly CellProblem[];
  /** Absent where nothing is left to decide. */
  readonly rule?: ProblemRule;
  readonly onRule?: (rule: ProblemRule) => void;
}) {
  const say = useText();
  return (
    <section aria-labelledby="cell-problems" className={styles.problems}>
      <h2 id="cell-problems">{title}</h2>
      <ul className={styles.lines}>
        {problems.map((problem) => (
          <li key={`${problem.sheet ?? ''} ${problem.row} ${problem.column} ${problem.why}`}>
            {problem.value === '' ? null : <span className={styles.value}>{problem.value}</span>}{' '}
            {problem.sheet === undefined ? '' : `${say('exchange.problem.inSheet', { sheet: problem.sheet })} `}
            {say(`exchange.problem.${problem.why}`, { row: problem.row, column: problem.column })}
          </li>
        ))}
      </ul>
      {count > problems.length ? <p>{say('exchange.import.problemsMore', { count: count - problems.length })}</p> : null}
      {rule === undefined || onRule === undefined ? null : (
        <RadioGroup
          label={say('exchange.import.problemsRule')}
          onChange={onRule}
          options={[
            { id: 'refuse', label: say('exchange.import.problemsRule.refuse') },
            { id: 'leave-empty', label: say('exchange.import.problemsRule.leave') },
          ]}
          value={rule}
        />
      )}
    </section>
  );
}
