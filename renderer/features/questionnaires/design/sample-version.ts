import { QuestionId, QuestionnaireId, VersionId } from '../../../../shared/model/ids.ts';
import type { AnswerOption, Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';

/** A version to test with. */
export function questionWith(number: number, part: Partial<Question> = {}): Question {
  return {
    id: QuestionId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
    name: `v${number}`,
    number: String(number),
    type: 'open',
    parentId: null,
    label: null,
    wording: { nb: `Spørsmål ${number}` },
    lead: null,
    hint: null,
    instruction: null,
    unit: null,
    scaleId: null,
    options: [],
    reasons: [],
    relevant: null,
    calculation: null,
    optionFilter: null,
    repeatCount: null,
    defaultValue: null,
    minimum: null,
    maximum: null,
    decimals: null,
    rankCount: null,
    dateForm: null,
    registerKind: null,
    hasRandomOrder: false,
    isPerPerson: false,
    isRequired: false,
    requiredWhen: null,
    requiredMessage: null,
    isIdentifier: false,
    isBackground: false,
    bankQuestionId: null,
    previousId: null,
    comparability: null,
    checks: [],
    ...part,
  };
}

export function optionWith(code: number, nb: string, part: Partial<AnswerOption> = {}): AnswerOption {
  return { code, name: null, label: nb === '' ? {} : { nb }, isExclusive: false, asksWhat: false, filterValues: {}, ...part };
}

/** Two sections, "a" with the first list of questions and "b" with the second. */
export function versionWith(first: Question[], second: Question[] = []): QuestionnaireVersion {
  return {
    id: VersionId.parse('00000000-0000-7000-8000-00000000f001'),
    questionnaireId: QuestionnaireId.parse('00000000-0000-7000-8000-00000000f000'),
    name: 'Brukerspørsmål',
    number: 1,
    status: 'draft',
    languages: ['nb', 'sv'],
    sections: [
      { id: 'a', name: null, title: { nb: 'Tilgang' }, relevant: null, questions: first },
      { id: 'b', name: null, title: { nb: 'Medvirkning' }, relevant: null, questions: second },
    ],
  };
}
