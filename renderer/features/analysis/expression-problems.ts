import { parseExpression } from '../../../shared/expressions/parse.ts';
import { referencesIn } from '../../../shared/expressions/references.ts';
import { nearest } from '../../../shared/expressions/suggest.ts';
import type { PlacedProblem } from '../questionnaires/index.ts';

/** What is wrong with a selection's expression, each with its place in it: it cannot be read, or names nothing of the project. Empty when it can be used. */
export function expressionProblems(text: string, names: readonly string[]): readonly PlacedProblem[] {
  if (text.trim() === '') return [];
  const parsed = parseExpression(text);
  if (!parsed.isRead) return [parsed.problem];
  const known = new Set(names);
  return referencesIn(parsed.expression)
    .filter(({ name }) => !known.has(name))
    .map(({ name, at, end }) => {
      const near = nearest(name, names);
      return {
        message: near === null ? 'analysis.where.unknown' : 'analysis.where.unknownNear',
        at,
        end,
        params: { position: at + 1, part: name, ...(near === null ? {} : { near }) },
      };
    });
}
