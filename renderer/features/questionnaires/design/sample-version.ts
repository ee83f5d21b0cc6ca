import { question } from '../../../../shared/expressions/testing.ts';
import { QuestionnaireId, VersionId } from '../../../../shared/model/ids.ts';
import type { AnswerOption, Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';

/** A question to test with: open, and nothing else said about it. */
export function questionWith(number: number, part: Partial<Question> = {}): Question {
  return question(number, { type: 'open', ...part });
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
