import type { Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';

/** Every expression of a version, and every text that may hold a reference. */
function expressionsIn(version: Pick<QuestionnaireVersion, 'sections'>): string[] {
  return version.sections
    .flatMap((section) => [
      section.relevant ?? '',
      ...section.questions.flatMap((question) => [
        question.relevant,
        question.calculation,
        question.optionFilter,
        question.repeatCount,
        question.defaultValue,
        question.requiredWhen,
        ...question.checks.map((check) => check.expression),
      ]),
    ])
    .filter((text) => text !== null && text !== '') as string[];
}

type Asked = Pick<Question, 'name' | 'number' | 'checks' | 'defaultValue' | 'optionFilter'>;

/** Whether an expression asks for a question's answer, one of its own among them; then its codes have a meaning elsewhere. */
export function isAskedFor(version: Pick<QuestionnaireVersion, 'sections'>, question: Asked): boolean {
  const { checks, defaultValue, optionFilter } = question;
  if (checks.length > 0 || (defaultValue ?? '') !== '' || (optionFilter ?? '') !== '') return true;
  const names = new Set([question.name.toLowerCase(), `q${question.number}`.toLowerCase()]);
  return expressionsIn(version).some((text) =>
    [...text.matchAll(/\$\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}/gu)].some(([, name]) => names.has((name ?? '').toLowerCase())),
  );
}
