import type { z } from 'zod';
import type { exchange, ImportProgress, ImportResult } from '../../../../shared/contract/exchange.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { createJobTeller, type JobTeller } from './job-teller.ts';
import { createRowCollector, type PreparedRows } from './prepare-rows.ts';
import { readSurveyRows } from './reading/index.ts';
import { eachBatch, hashFile } from './survey-upload.ts';
import { checkProject, writeSurvey } from './write-survey.ts';

type ImportInput = z.infer<NonNullable<(typeof exchange.importSurvey)['~orpc']['inputSchema']>>;
type ImportSteps = AsyncGenerator<ImportProgress, ImportResult>;

const longestFileName = 30;

/**
 * Imports an uploaded survey file. First everything is read and understood, step by step and with nothing written, so that it
 * can be cancelled or refused at any row; then a backup is made, and one transaction writes all of it as one operation.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND, WORKSPACE_READ_ONLY, BACKUP_BAD, CANCELLED
 */
export async function* importSurvey(call: Call, input: ImportInput): ImportSteps {
  const { session, workspace } = call;
  if (workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
  if ('projectId' in input.target) checkProject(workspace.sql, input.target.projectId);
  if (input.mapping.questions.length === 0) throw new AppError('FILE_UNREADABLE', {}, 'exchange.error.no-questions');
  const teller = createJobTeller(session, workspace.newId(), 'exchange.importSurvey.job', input.expectedRows);
  try {
    return yield* importSteps(call, input, workspace, teller);
  } catch (error) {
    teller.end(error instanceof AppError && error.code === 'CANCELLED' ? 'cancelled' : 'failed');
    throw error;
  } finally {
    teller.abandon();
  }
}

async function* importSteps(call: Call, input: ImportInput, workspace: Workspace, teller: JobTeller): ImportSteps {
  const { session, signal } = call;
  const begunAt = session.deps.now();
  const { path, name } = session.blobs.received(input.ticket);
  const of = input.expectedRows;
  const collector = createRowCollector(input.mapping, input.heldOnKey);
  for await (const { done } of eachBatch(readSurveyRows(path, input.reading, signal), collector.add, signal)) {
    const rowsDone = collector.result().rowsInFile;
    teller.tell(rowsDone);
    yield { stage: 'reading', done: done === 0 ? 0 : rowsDone, of };
  }
  const read = collector.result();
  if (read.problemCount > 0 && input.problems === 'refuse') {
    teller.end('failed');
    return { state: 'refused', problemCount: read.problemCount, problems: [...read.problems] };
  }
  const fileSha256 = await hashFile(path, signal);
  // The last moment to cancel: what comes now is one step.
  yield { stage: 'saving', done: read.rowsInFile, of };
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  session.backup('before-import');
  const written = commit(call, input, { read, fileName: name, fileSha256 });
  session.blobs.discard(input.ticket);
  teller.end('done');
  return {
    state: 'imported',
    rowsInFile: read.rowsInFile,
    blankRows: read.blankRows,
    rowsImported: read.rows.length,
    emptiedCount: read.problemCount,
    emptied: [...read.problems],
    ...written,
    seconds: (session.deps.now() - begunAt) / 1000,
  };
}

function commit(
  call: Call,
  input: ImportInput,
  file: { readonly read: PreparedRows; readonly fileName: string; readonly fileSha256: string },
) {
  const { read, fileName, fileSha256 } = file;
  return call.commit((operation) => {
    operation.label({ file: cutName(fileName), rows: read.rows.length });
    const batchId = operation.asBatch({ kind: 'survey', fileName, fileSha256, mapping: input.mapping, rowCount: read.rowsInFile });
    const { mapping, target, waveName, language } = input;
    return writeSurvey(call.workspace, {
      mapping,
      target,
      waveName,
      language,
      batchId,
      rows: read.rows,
      questionnaireName: withoutEnding(fileName),
    });
  });
}

/** At most 30 characters, as texts in messages are. */
function cutName(name: string): string {
  const characters = [...name];
  return characters.length <= longestFileName ? name : `${characters.slice(0, longestFileName - 1).join('')}…`;
}

function withoutEnding(name: string): string {
  const bare = name.replace(/\.[a-z0-9]{1,5}$/iu, '').trim();
  return bare === '' ? name : bare;
}
