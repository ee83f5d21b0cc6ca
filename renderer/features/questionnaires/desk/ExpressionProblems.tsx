import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import styles from './ExpressionField.module.css';

/** One thing that is wrong, and where; `end` null when only its beginning is known. */
export interface PlacedProblem {
  readonly message: string;
  readonly at: number;
  readonly end: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ExpressionProblemsProps {
  readonly expression: string;
  readonly problems: readonly PlacedProblem[];
  readonly onJump: (at: number) => void;
}

/** How much of the expression stands round the place, in UTF-16 units. */
const around = 24;

/** What is wrong with an expression: the words, the place marked in a piece of it, and the way there. */
export function ExpressionProblems({ expression, problems, onJump }: ExpressionProblemsProps) {
  const say = useText();
  return problems.map((problem) => {
    const end = Math.max(problem.at + 1, problem.end ?? endOfWord(expression, problem.at));
    const from = Math.max(0, problem.at - around);
    return (
      <p className={styles.problem} key={`${problem.message} ${problem.at}`}>
        <Icon name="hardCheck" size={14} />
        <span>
          {say.any(problem.message, problem.params)}
          {/* Where nothing is written there is no place to show. */}
          {expression.trim() === '' ? null : (
            <>
              {' '}
              <button className={styles.place} onClick={() => onJump(Math.min(problem.at, expression.length))} type="button">
                {from > 0 ? '…' : ''}
                {expression.slice(from, problem.at)}
                <mark className={styles.marked}>{expression.slice(problem.at, end) || '\u2423'}</mark>
                {expression.slice(end, end + around)}
                {end + around < expression.length ? '…' : ''}
                <span className={styles.jump}>{say('questionnaires.designer.toPlace')}</span>
              </button>
            </>
          )}
        </span>
      </p>
    );
  });
}

function endOfWord(expression: string, at: number): number {
  return at + (/^(?:\$\{[^}]*\}?|[\p{L}\p{N}_.-]+|\S)/u.exec(expression.slice(at))?.[0].length ?? 1);
}
