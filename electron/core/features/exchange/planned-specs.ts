import { emptyQuestion, type OptionSpec, type QuestionSpec, type ScaleSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { createNameGiver } from './variable-names.ts';
import type { PlannedOption, QuestionnairePlan } from './plan-questionnaire.ts';

/**
 * What a file's questions become, in the form in which questionnaires are written; in the plan's order. Scales get keys that are not
 * among `takenKeys`.
 */
export function plannedSpecs(
  { questions, scales }: QuestionnairePlan,
  language: Language,
  takenKeys: readonly string[] = [],
): { questions: QuestionSpec[]; scales: ScaleSpec[] } {
  const nameKey = createNameGiver(takenKeys);
  const keys = scales.map(() => nameKey('file'));
  const keyOf = (place: number): string => keys[place] ?? 'file';
  return {
    scales: scales.map(({ name, direction, neutralCode, options }, place): ScaleSpec => ({
      key: keyOf(place),
      name: name.slice(0, 200),
      direction,
      neutralCode,
      options: options.map((option) => plannedOption(option, language)),
    })),
    questions: questions.map(({ variable, type, wording, lead, reasons, scale, options, hasClock }): QuestionSpec => ({
      ...emptyQuestion(variable, type, { [language]: wording }),
      lead: lead === null ? null : { [language]: lead },
      reasons: [...reasons],
      scale: scale === null ? null : keyOf(scale),
      options: options.map((option) => plannedOption(option, language)),
      ...(hasClock && { dateForm: 'date-time' }),
    })),
  };
}

function plannedOption({ code, label, isExclusive, asksWhat }: PlannedOption, language: Language): OptionSpec {
  return { code, name: null, label: { [language]: label }, isExclusive, asksWhat, filterValues: {}, extras: {} };
}
