import type { QuestionSpec } from '../model/questionnaire-spec.ts';
import type { QuestionCheck } from '../model/questionnaire.ts';
import type { RowReader } from './columns.ts';
import { boundsOf, joinedConstraint } from './constraints.ts';
import { takeExpression } from './expression-cells.ts';
import type { ProblemList } from './problems.ts';
import type { FormSheet } from './sheets.ts';

/** Most checks of one severity that a row's columns are looked through for. */
export const mostChecks = 20;

/**
 * A question's checks: hard ones from `constraint`, soft ones from our columns. Where our columns say what the constraint is made
 * of, and it still says the same, they count; a constraint that was changed elsewhere counts instead.
 */
export function readChecks(
  context: { readonly sheet: FormSheet; readonly problems: ProblemList; readonly names: ReadonlySet<string> },
  question: QuestionSpec,
  row: RowReader,
): void {
  const constraint = takeExpression(row, 'constraint', context.names) ?? '';
  const message = row.takeText('constraint_message') ?? {};
  const severity = row.take('app::severity').toLowerCase();
  const own = readParts(row, 'app::constraint', 'app::constraint_message');
  const minimum = readNumber(row.take('app::minimum'));
  const maximum = readNumber(row.take('app::maximum'));
  const soft = readParts(row, 'app::soft_constraint', 'app::soft_message').map((part): QuestionCheck => ({ severity: 'soft', ...part }));
  const hard = own.map((part): QuestionCheck => ({ severity: 'hard', ...part }));
  if (own.length > 0 || minimum !== null || maximum !== null) {
    if (joinedConstraint({ minimum, maximum, hard }) === constraint) {
      question.minimum = minimum;
      question.maximum = maximum;
      question.checks = [...hard.map((check, index) => (index === 0 ? { ...check, message } : check)), ...soft];
      return;
    }
    context.problems.add(
      'constraint-changed',
      context.sheet,
      { row: row.row, column: row.columnOf('constraint') },
      { name: question.name },
    );
  }
  // A range has its bounds from its parameters.
  const isPlainNumber = question.type === 'number' && question.minimum === null && question.maximum === null;
  const bounds = isPlainNumber && Object.keys(message).length === 0 && severity !== 'soft' ? boundsOf(constraint) : null;
  if (bounds !== null) {
    question.minimum = bounds.minimum;
    question.maximum = bounds.maximum;
  }
  const standing: QuestionCheck[] =
    constraint === '' || bounds !== null ? [] : [{ severity: severity === 'soft' ? 'soft' : 'hard', expression: constraint, message }];
  question.checks = [...standing, ...soft].toSorted((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'));
}

/** Numbered columns of ours: the first without a number or with 1, the others from 2. */
function readParts(row: RowReader, field: string, messageField: string): { expression: string; message: QuestionCheck['message'] }[] {
  return Array.from({ length: mostChecks + 1 }, (_, index) => {
    const ending = index === 0 ? '' : `_${index}`;
    return { expression: row.take(`${field}${ending}`), message: row.takeText(`${messageField}${ending}`) ?? {} };
  }).filter(({ expression }) => expression !== '');
}

function readNumber(text: string): number | null {
  return /^-?\d{1,22}(?:\.\d{1,22})?(?:e[-+]?\d{1,3})?$/iu.test(text) ? Number(text) : null;
}
