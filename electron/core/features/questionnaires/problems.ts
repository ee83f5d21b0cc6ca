import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { formProblems } from '../../../../shared/expressions/form-problems.ts';
import { questionsOf, type Question, type QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { designProblems } from './design-rules.ts';
import { movedCodes } from './moved-codes.ts';
import { textProblems } from './text-references.ts';

/**
 * Everything that is not right in a version: first what concerns it as a whole, then question by question, in each
 * the design before the expressions. `before` are the questions of the version it would follow. Pure.
 */
export function findProblems(version: QuestionnaireVersion, before: readonly Question[] = []): DesignProblem[] {
  const order = new Map<string, number>(questionsOf(version).map(({ id }, at) => [id, at]));
  const placeOf = ({ questionId, sectionId }: DesignProblem): number => {
    if (questionId !== null) return order.get(questionId) ?? -1;
    const section = version.sections.find(({ id }) => id === sectionId);
    // A section's own problem stands before its questions', and an empty section's at the end.
    return section === undefined ? -1 : (order.get(section.questions[0]?.id ?? '') ?? order.size) - 0.5;
  };
  const ofExpressions = formProblems(version).map(
    ({ severity, questionId, sectionId, field, index, at, message, params }): DesignProblem => ({
      severity,
      questionId,
      sectionId,
      field,
      index,
      language: null,
      at,
      message,
      params,
    }),
  );
  const found = [...designProblems(version), ...movedCodes(version, before), ...textProblems(version), ...ofExpressions];
  return found.toSorted((a, b) => placeOf(a) - placeOf(b));
}
