import type { z } from 'zod';
import type { exchange, ImportProgress, ImportResult } from '../../../../shared/contract/exchange.ts';
import { problemsListed } from '../../../../shared/contract/exchange.ts';
import type { RoundSheet } from '../../../../shared/model/survey-import.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { BatchFacts } from '../../db/operations.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { retold } from '../raw-export/retold.ts';
import { loadTarget } from './into/load-target.ts';
import { createJobTeller, type JobTeller } from './job-teller.ts';
import { planAll, planAnew, type Planned } from './plan-import.ts';
import { createCodeLooker, noOwnCodes } from './own-codes.ts';
import { createRowCollector, type PreparedRows } from './prepare-rows.ts';
import { readSurveyRows } from './reading/index.ts';
import { readRounds } from './rounds/read-rounds.ts';
import { tidyLabel } from './reading/value-forms.ts';
import { eachBatch, hashFile } from './survey-upload.ts';
import { checkProject, writeSurvey } from './write-survey.ts';

/** Longest name that anything has, in UTF-16 units. */
const longestName = 200;

type ImportInput = z.infer<NonNullable<(typeof exchange.importSurvey)['~orpc']['inputSchema']>>;
type ImportSteps = AsyncGenerator<ImportProgress, ImportResult>;

/**
 * Imports an uploaded survey file. First everything is read and understood, step by step and with nothing written, so that it
 * can be cancelled or refused at any row; then it is compared with the questionnaire that it goes into; then a backup is made, and one
 * transaction writes all of it as one operation.
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
  const target = 'versionId' in input.target ? loadTarget(call, input.target, input.mapping, input.language) : null;
  // Rounds are read first: an interview's are put into its row when that is read.
  const book = yield* retold(readRounds(call, input, target), (): ImportProgress => ({ stage: 'reading', done: 0, of }));
  const collector = createRowCollector({ mapping: input.mapping, heldOnKey: input.heldOnKey, checks: target?.checks ?? [], book });
  for await (const { done } of eachBatch(readSurveyRows(path, input.reading, signal), collector.add, signal)) {
    const rowsDone = collector.result().rowsInFile;
    teller.tell(rowsDone);
    yield { stage: 'reading', done: done === 0 ? 0 : rowsDone, of };
  }
  const read = collector.result();
  const planned = target === null ? null : yield* planAll(call, target, read, of);
  const problemCount = read.problemCount + (planned?.problemCount ?? 0);
  const problems = [...read.problems, ...(planned?.problems ?? [])].slice(0, problemsListed);
  const { listed: codes = [], known = 0, twice = 0 } = planned?.report.people ?? {};
  const areRefused = target !== null && target.choice.known === 'refuse' && known + twice > 0;
  if ((problemCount > 0 && input.problems === 'refuse') || areRefused) {
    teller.end('failed');
    return { state: 'refused', problemCount, problems, codes };
  }
  const fileSha256 = await hashFile(path, signal);
  // The last moment to cancel: what comes now is one step.
  yield { stage: 'saving', done: read.rowsInFile, of };
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  session.backup('before-import');
  const written = commit(call, input, { read, planned, fileName: name, fileSha256 });
  session.blobs.discard(input.ticket);
  for (const { file } of roundsOf(input)) if (file !== null) session.blobs.discard(file);
  teller.end('done');
  return {
    state: 'imported',
    rowsInFile: read.rowsInFile,
    blankRows: read.blankRows,
    rowsImported: written.rowsImported,
    emptiedCount: problemCount,
    emptied: problems,
    projectId: written.projectId,
    waveId: written.waveId,
    seconds: (session.deps.now() - begunAt) / 1000,
    target: written.report,
    codings: written.codings,
    ownCodes: written.ownCodes,
  };
}

function roundsOf({ target }: ImportInput): readonly RoundSheet[] {
  return 'versionId' in target ? (target.rounds ?? []) : [];
}

interface FileToCommit {
  readonly read: PreparedRows;
  readonly planned: Planned | null;
  readonly fileName: string;
  readonly fileSha256: string;
}

function commit(call: Call, input: ImportInput, { read, planned, fileName, fileSha256 }: FileToCommit) {
  return call.commit((operation) => {
    // What was compared may have changed since, in another window.
    const current = planned === null || call.workspace.lastOperation() - 1 === planned.upTo ? planned : planAnew(call, input, read);
    const projectId = 'projectId' in input.target ? input.target.projectId : null;
    const codes = 'versionId' in input.target ? null : createCodeLooker(call.sql, projectId);
    const rows = codes === null ? read.rows : read.rows.filter(codes.take);
    const rowsImported = current === null ? rows.length : rowsIn(current);
    operation.label({ file: cut(fileName), rows: rowsImported });
    const sheets = roundsOf(input).map(({ name, of, mapping: own }) => ({ name, of, mapping: own }));
    const settled = sheets.length === 0 ? input.mapping : { ...input.mapping, rounds: sheets };
    const facts = { kind: 'survey', fileName, fileSha256, mapping: settled, rowCount: read.rowsInFile };
    // Rows that stand are changed under the log's eyes; an import of new rows alone is recorded by its batch.
    const changesOthers = current?.plans.some(({ what }) => what === 'compared') ?? false;
    const batchId = changesOthers ? recordBatch(call.workspace, facts) : operation.asBatch(facts);
    const { mapping, target, waveName, language, heldOnKey } = input;
    const written = writeSurvey(call, {
      mapping,
      target,
      waveName,
      language,
      heldOnKey,
      batchId,
      rows,
      into: current === null ? null : { loaded: current.target, plans: current.plans },
      questionnaireName: withoutEnding(fileName),
    });
    return { ...written, rowsImported, report: current?.report ?? null, ownCodes: codes?.report() ?? noOwnCodes };
  });
}

function rowsIn({ report: { people } }: Planned): number {
  return people.added + people.returning + people.changed;
}

/** The record of an import whose changes are in the operation log. */
function recordBatch({ sql, newId, now }: Workspace, facts: BatchFacts): string {
  const id = newId();
  sql.insert('import_batch', {
    id,
    kind: facts.kind,
    file_name: facts.fileName,
    file_sha256: facts.fileSha256,
    mapping: JSON.stringify(facts.mapping),
    row_count: facts.rowCount,
    imported_at: new Date(now()).toISOString(),
  });
  return id;
}

/** The file's name as a name here: some systems write letters with their marks apart, and names longer than any of ours. */
function withoutEnding(name: string): string {
  const bare = tidyLabel(name.replace(/\.[a-z0-9]{1,5}$/iu, ''));
  return (bare === '' ? tidyLabel(name) : bare).slice(0, longestName).toWellFormed().trim();
}
