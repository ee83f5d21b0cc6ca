import { formRowsShown, type FormInspection, type FormRow } from '../../../../shared/contract/xlsform.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { QuestionnaireSpec, QuestionSpec, SectionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { ownKeys, type LanguageChoices, type ReadForm } from '../../../../shared/xlsform/index.ts';
import type { Call } from '../../rpc/call.ts';
import { readUpload } from './read-upload.ts';

export type FormProgress = { done: number; of: number };

/** Reads a form through and says what it would become. Writes nothing. @throws what `readUpload` throws */
export async function* inspectForm(
  call: Call,
  input: { readonly projectId: ProjectId; readonly ticket: string; readonly languages: LanguageChoices },
): AsyncGenerator<FormProgress, FormInspection> {
  yield { done: 0, of: 1 };
  const { form, file } = await readUpload(call, input);
  const { spec, languages, problems, errorCount, warningCount } = form;
  return {
    format: file.format,
    name: spec.name,
    sheets: file.book.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    languages: languages.map((language) => ({ ...language })),
    sections: spec.sections.map(({ title, name, questions }) => ({ title, name, questionCount: questions.length })),
    questionCount: spec.sections.reduce((sum, { questions }) => sum + questions.length, 0),
    questions: formRows(form).slice(0, formRowsShown),
    errorCount,
    warningCount,
    problems: [...problems],
  };
}

function formRows({ spec, rowOf }: ReadForm): FormRow[] {
  return spec.sections.flatMap((section, at) =>
    section.questions.map((question, index): FormRow => ({
      row: rowOf(at, index),
      section: at,
      name: question.name,
      type: question.type,
      wording: question.wording,
      depth: depthOf(section, question),
      optionCount: optionCount(spec, question),
      keptType: question.type === 'note' ? (question.extras[ownKeys.type] ?? null) : null,
    })),
  );
}

function depthOf(section: SectionSpec, question: QuestionSpec): number {
  let depth = 0;
  for (let parent = question.parent; parent !== null && depth < 50; parent = section.questions[parent]?.parent ?? null) depth += 1;
  return depth;
}

function optionCount(spec: QuestionnaireSpec, { scale, options }: QuestionSpec): number {
  return scale === null ? options.length : (spec.scales.find(({ key }) => key === scale)?.options.length ?? 0);
}
