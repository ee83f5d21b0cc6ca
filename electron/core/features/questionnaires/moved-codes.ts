import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { AnswerOption, Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { isSameText, questionBefore } from './comparability.ts';

/**
 * Options whose code stood for another answer of the same question in the version before, or in another questionnaire. Tables put the answers of one code together,
 * so that words that have changed places would change what people have answered. Pure.
 */
export function movedCodes({ sections, languages }: QuestionnaireVersion, before: readonly Question[]): DesignProblem[] {
  const language = languages[0] ?? 'nb';
  return sections.flatMap(({ id: sectionId, questions }) =>
    questions.flatMap((question) => {
      const old = questionBefore(question, before)?.options ?? [];
      return question.options.flatMap((option, index): DesignProblem[] => {
        const stoodFor = takenFrom(old, option);
        if (stoodFor === null) return [];
        const params = { code: option.code, before: localised(stoodFor.label, language), now: localised(option.label, language) };
        const place = { questionId: question.id, sectionId, field: 'options', index, language: null, at: null } as const;
        return [{ ...place, severity: 'warning', message: 'design.problem.movedCode', params }];
      });
    }),
  );
}

/** What the option's code stood for, when the option's own words had another code. */
function takenFrom(old: readonly AnswerOption[], { code, label }: AnswerOption): AnswerOption | null {
  const same = old.find((option) => option.code === code);
  if (same === undefined || isSameText(same.label, label)) return null;
  return old.some((option) => option.code !== code && isSameText(option.label, label)) ? same : null;
}
