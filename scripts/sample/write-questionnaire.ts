import type { SampleWriter } from './sample-writer.ts';
import { reasonNames, type SourceQuestion, type SourceQuestionnaire } from './source-survey.ts';

/** A question as it was written, with the keys that answers need. */
export interface WrittenQuestion extends SourceQuestion {
  readonly id: string;
  readonly key: number;
}

export interface WrittenQuestionnaire {
  readonly versionId: string;
  readonly project: string;
  readonly questions: readonly WrittenQuestion[];
  /** Codes of each question, through its own options or its scale's. */
  readonly codesOf: (question: WrittenQuestion) => readonly number[];
}

/** Writes one questionnaire in version 1, in use. Question keys go on from `firstKey`. */
export function writeQuestionnaire(writer: SampleWriter, source: SourceQuestionnaire, firstKey: number): WrittenQuestionnaire {
  for (const scale of source.scales) {
    const id = writer.add('scale', { name: scale.name, direction: scale.direction, neutral_code: scale.neutralCode }, scale.key);
    writeOptions(writer, { scale_id: id }, scale.options);
  }
  const projectId = writer.id('project', source.project);
  const questionnaireId = writer.add('questionnaire', { project_id: projectId, name: source.name });
  const version = {
    questionnaire_id: questionnaireId,
    number: 1,
    status: 'in-use',
    languages: source.languages,
    taken_into_use_at: source.takenIntoUseAt,
  };
  const versionId = writer.add('questionnaire_version', version, source.key);
  const questions: WrittenQuestion[] = [];
  for (const [index, section] of source.sections.entries()) {
    const sectionId = writer.add('section', { version_id: versionId, ordinal: index + 1, title: JSON.stringify(section.title) });
    for (const question of section.questions) {
      const key = firstKey + questions.length;
      const place = { versionId, sectionId, projectId, key, ordinal: questions.length + 1, name: `${source.key} ${question.variable}` };
      questions.push({ ...question, key, id: writeQuestion(writer, question, place) });
    }
  }
  return { versionId, project: source.project, questions, codesOf: codesIn(writer) };
}

interface QuestionPlace {
  readonly versionId: string;
  readonly sectionId: string;
  readonly projectId: string;
  readonly key: number;
  readonly ordinal: number;
  readonly name: string;
}

function writeQuestion(writer: SampleWriter, one: SourceQuestion, place: QuestionPlace): string {
  const variable = {
    project_id: place.projectId,
    name: one.variable,
    is_background: one.isBackground ?? false,
    is_identifier: one.isIdentifier ?? false,
  };
  const bank = writer.sources.projects.bankQuestions.find((kept) => kept.forQuestion === one.variable);
  const row = {
    key: place.key,
    version_id: place.versionId,
    section_id: place.sectionId,
    variable_id: writer.add('variable', variable, place.name),
    ordinal: place.ordinal,
    bank_question_id: writer.optional('bank_question', bank?.key),
    number: one.number,
    type: one.type,
    scale_id: writer.optional('scale', one.scale),
    wording: JSON.stringify(one.wording),
    lead: json(one.lead),
    instruction: json(one.instruction),
    unit: json(one.unit),
    reasons: one.reasons.map((reason) => reasonNames[reason]).join(' '),
    relevant: one.relevant,
    minimum: one.minimum,
    maximum: one.maximum,
    rank_count: one.rankCount,
    is_required: one.isRequired ?? false,
  };
  const id = writer.add('question', row, place.name);
  writeOptions(writer, { question_id: id }, one.options ?? []);
  for (const check of one.checks ?? []) {
    writer.add('question_check', {
      question_id: id,
      severity: check.severity,
      expression: check.expression,
      message: JSON.stringify(check.message),
    });
  }
  return id;
}

function writeOptions(
  writer: SampleWriter,
  owner: { readonly question_id: string } | { readonly scale_id: string },
  options: NonNullable<SourceQuestion['options']>,
): void {
  for (const [index, option] of options.entries()) {
    const row = {
      code: option.code,
      ordinal: index + 1,
      label: JSON.stringify(option.label),
      is_exclusive: option.isExclusive ?? false,
      asks_what: option.asksWhat ?? false,
    };
    writer.add('answer_option', { ...owner, ...row });
  }
}

function codesIn(writer: SampleWriter): (question: WrittenQuestion) => readonly number[] {
  const scales = [...writer.sources.questionnaire.scales, ...writer.sources.questionnaireAlvnas.scales];
  return (question) =>
    (question.options ?? scales.find((scale) => scale.key === question.scale)?.options ?? []).map((option) => option.code);
}

function json(text: object | undefined): string | undefined {
  return text === undefined ? undefined : JSON.stringify(text);
}
