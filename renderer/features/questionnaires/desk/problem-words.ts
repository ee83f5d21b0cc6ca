import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Say } from '../../../lib/text.ts';

/** What is wrong with a question in one line: the worst thing, and how many more there are. */
export function problemWords(problems: readonly DesignProblem[], say: Say): string {
  const worst = problems.find((problem) => problem.severity === 'error') ?? problems[0];
  if (worst === undefined) return '';
  const words = say.any(worst.message, worst.params);
  return problems.length === 1 ? words : say('questionnaires.problems.andMore', { problem: words, count: problems.length - 1 });
}
