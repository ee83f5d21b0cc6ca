import { z } from 'zod';
import type { ErasureReceipt } from '../../../../shared/contract/fieldwork-withdrawal.ts';
import type { RespondentId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { purgeSearch } from '../../db/search/keep-search.ts';
import type { Call } from '../../rpc/call.ts';
import { listBackups, removeBackups } from '../../workspace/backup.ts';
import { removeFromArchives } from './erase-archives.ts';
import { findPersonKeys, removeImages } from './erase-images.ts';
import { findRespondent, type RespondentRecord } from './find-respondent.ts';
import { forgetInterviews } from '../interviews/place.ts';
import { forgetChoices } from '../merge/kept-choices.ts';
import { impossible } from './impossible.ts';
import { deleteInterviews, keysOfRespondent } from './interview-content.ts';
import { markWithdrawn } from './withdraw.ts';
import { readWithdrawalReach } from './withdrawal-reach.ts';

interface EraseInput {
  readonly respondentId: RespondentId;
  readonly typedCode: string;
  readonly withBackups: boolean;
}

export interface EraseStage {
  readonly stage: 'removing';
}

/**
 * Erases a participant. One transaction removes everything, so a power cut finds it done or not begun; then the file is written
 * anew (VACUUM), because SQLite's secure_delete clears what is freed but not copies that pages kept when rows moved between them.
 * @throws AppError NOT_FOUND, ANONYMISED, CODE_DIFFERS, EVENT_IMPOSSIBLE
 */
export async function* erase(call: Call, { respondentId, typedCode, withBackups }: EraseInput): AsyncGenerator<EraseStage, ErasureReceipt> {
  const { workspace } = call;
  requireErasable(call, respondentId, typedCode);
  yield { stage: 'removing' };
  const receipt = call.commit((operation) => {
    // Again, now that nobody else can write: meanwhile another window may have erased the person, or deleted the project.
    const row = requireErasable(call, respondentId, typedCode);
    operation.label({ code: row.code }, 'fieldwork.erase.done');
    return removeEverything(call, row);
  });
  // In the same step: a job that is cancelled between two steps must not stop between these.
  workspace.db.exec('VACUUM');
  return withBackups ? { ...receipt, ...replaceBackups(call) } : receipt;
}

function requireErasable({ sql }: Call, respondentId: RespondentId, typedCode: string): RespondentRecord {
  const row = findRespondent(sql, respondentId);
  if (row.project_status === 'anonymised') throw new AppError('ANONYMISED');
  if (row.erased_at !== null) throw impossible(row.code, 'erased', 'erased');
  if (typedCode.trim().toLocaleLowerCase('nb') !== row.code.toLocaleLowerCase('nb')) throw new AppError('CODE_DIFFERS', { code: row.code });
  return row;
}

/** Makes a copy without the person before those with the person go. What could not be deleted is still named. */
function replaceBackups({ session, workspace }: Call): Pick<ErasureReceipt, 'backups' | 'backupsRemoved'> {
  const before = listBackups(workspace.path).map(({ file }) => file);
  session.backup('after-erasure');
  const left = removeBackups(workspace.path, before);
  return { backups: left, backupsRemoved: before.length - left.length };
}

function removeEverything(call: Call, row: RespondentRecord): ErasureReceipt {
  const { sql, workspace, actorId } = call;
  const erasedAt = new Date(workspace.now()).toISOString();
  const reach = readWithdrawalReach(sql, workspace.path, row.id);
  const person = findPersonKeys(sql, row.id);
  const archives = removeFromArchives(workspace.db, person);
  // While a batch is recorded the log keeps no row images: those of this step would be the person over again.
  sql.run('UPDATE op_ctx SET is_batch = 1');
  deleteInterviews(sql, keysOfRespondent(sql, row.id));
  deleteCells(sql, row.id);
  sql.run('DELETE FROM consent WHERE respondent_id = :id', { id: row.id });
  forgetMeasurements(sql, person);
  markWithdrawn(call, row.id, erasedAt.slice(0, 10));
  reduceEvents(call, row.id, erasedAt);
  sql.run('UPDATE respondent SET recruited_by = NULL, batch_id = NULL WHERE id = :id', { id: row.id });
  const steps = removeImages(sql, person, row.code);
  sql.run('UPDATE op_ctx SET is_batch = 0');
  purgeSearch(workspace.db);
  // The one image that stays: the code, and the day.
  sql.run('UPDATE respondent SET erased_at = :erasedAt WHERE id = :id', { id: row.id, erasedAt });
  return {
    code: row.code,
    project: row.project,
    erasedAt,
    by: sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :actorId', { actorId })?.name ?? '',
    answers: reach.answers + reach.secondAnswers,
    texts: reach.texts,
    codings: reach.codings,
    quotes: reach.quotes,
    consents: reach.consents,
    steps,
    archives,
    backups: reach.backups,
    backupsRemoved: 0,
  };
}

/** What was summed up of the person, and what rested on that. */
function deleteCells(sql: Call['sql'], respondentId: string): void {
  const cells = 'SELECT id FROM framework_cell WHERE respondent_id = :respondentId';
  sql.run(`DELETE FROM framework_cell_quote WHERE cell_id IN (${cells})`, { respondentId });
  sql.run(`DELETE FROM finding_evidence WHERE framework_cell_id IN (${cells})`, { respondentId });
  sql.run('DELETE FROM framework_cell WHERE respondent_id = :respondentId', { respondentId });
}

function forgetMeasurements(sql: Call['sql'], person: { interviewKeys: readonly number[]; interviewIds: readonly string[] }): void {
  sql.run('DELETE FROM section_time WHERE interview_key IN (SELECT value FROM json_each(:keys))', {
    keys: JSON.stringify(person.interviewKeys),
  });
  forgetInterviews(sql, person.interviewIds);
  forgetChoices(sql);
}

/** Of what happened to the person only this stays, in every wave: was asked or took part, and is erased. */
function reduceEvents({ sql, workspace }: Call, respondentId: string, erasedAt: string): void {
  const events = sql.all(
    z.object({ wave_id: z.string(), was_invited: z.int() }),
    "SELECT wave_id, max(kind = 'invited') AS was_invited FROM disposition_event WHERE respondent_id = :respondentId GROUP BY wave_id",
    { respondentId },
  );
  sql.run('DELETE FROM disposition_event WHERE respondent_id = :respondentId', { respondentId });
  const day = erasedAt.slice(0, 10);
  const add = (waveId: string, kind: string): void =>
    sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: respondentId,
      wave_id: waveId,
      kind,
      happened_on: day,
      precision: 'inferred',
    });
  for (const event of events) {
    // Without "invited" the counts of those asked would no longer sum; the day is the erasure's, not the invitation's.
    add(event.wave_id, event.was_invited === 1 ? 'invited' : 'started');
    add(event.wave_id, 'withdrawn');
    add(event.wave_id, 'erased');
  }
}
