import type { FormImportResult } from '../../../../shared/contract/xlsform.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { QuestionnaireSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { LanguageChoices } from '../../../../shared/xlsform/index.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { hashFile } from '../exchange/survey-upload.ts';
import { writeQuestionnaireSpec } from '../questionnaires/write-spec.ts';
import type { FormProgress } from './inspect-form.ts';
import { readUpload } from './read-upload.ts';

/**
 * Imports a form as a questionnaire: read and judged first with nothing written, then written in one operation.
 * @throws AppError WORKSPACE_READ_ONLY, NAME_TAKEN and what `readUpload` throws
 */
export async function* importForm(
  call: Call,
  input: { readonly projectId: ProjectId; readonly ticket: string; readonly languages: LanguageChoices; readonly name: string },
): AsyncGenerator<FormProgress, FormImportResult> {
  const { session, workspace, signal } = call;
  if (workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
  yield { done: 0, of: 2 };
  const { form, fileName, path } = await readUpload(call, input);
  const { errorCount, warningCount, problems } = form;
  if (errorCount > 0) return { state: 'refused', errorCount, problems: problems.filter(({ severity }) => severity === 'error') };
  const fileSha256 = await hashFile(path, signal);
  // The last moment to cancel: what comes now is one step.
  yield { done: 1, of: 2 };
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  // What is written keeps to the model whatever the file held.
  const spec = QuestionnaireSpec.parse({ ...form.spec, name: input.name });
  const questionCount = spec.sections.reduce((sum, { questions }) => sum + questions.length, 0);
  const written = call.commit((operation) => {
    operation.label({ file: cut(fileName), questions: questionCount });
    const batchId = operation.asBatch({ kind: 'xlsform', fileName, fileSha256, mapping: input.languages, rowCount: questionCount });
    return writeQuestionnaireSpec(call, input.projectId, spec, { batchId });
  });
  session.blobs.discard(input.ticket);
  return { state: 'imported', ...written, questionCount, warningCount };
}
