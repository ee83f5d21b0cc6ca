import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { DeletionReceipt, MadeArchive } from '../../../../shared/contract/archive.ts';
import { AppError } from '../../app-error.ts';
import { columnsOf } from '../../db/schema.ts';
import { purgeSearch } from '../../db/search/keep-search.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { forgetInterviews } from '../interviews/place.ts';
import { forgetChoices } from '../merge/kept-choices.ts';
import { listBackups } from '../../workspace/backup.ts';
import { countProject } from './count-project.ts';
import { findProjectRows, removeRows, type ProjectRows } from './project-rows.ts';
import { readArchives, writeReceipt } from './receipts.ts';

export interface DeleteInput {
  readonly projectId: string;
  readonly typedName: string;
  readonly reason: string;
}

const ProjectRow = z.object({ name: z.string(), status: z.string() });

function findProject(sql: Statements, projectId: string): z.infer<typeof ProjectRow> {
  const row = sql.get(ProjectRow, 'SELECT name, status FROM project WHERE id = :projectId', { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/**
 * Deletes everything of a project. One transaction removes it all, so a power cut finds it done or not begun; then the file is written anew
 * (VACUUM), as when a person is erased. @throws AppError NOT_FOUND, ANONYMISED, CODE_DIFFERS
 */
export async function* deleteProject(call: Call, input: DeleteInput): AsyncGenerator<{ stage: 'removing' }, DeletionReceipt> {
  const { sql, workspace } = call;
  const { projectId, typedName } = input;
  const project = findProject(sql, projectId);
  if (project.status === 'anonymised') throw new AppError('ANONYMISED');
  if (typedName.trim().normalize('NFC') !== project.name.normalize('NFC'))
    throw new AppError('CODE_DIFFERS', { code: project.name }, 'archive.error.nameDiffers');
  yield { stage: 'removing' };
  const receipt = call.commit((operation) => {
    operation.label({ name: project.name }, 'archive.delete.done');
    return removeEverything(call, project.name, input);
  });
  // In the same step: a job that is cancelled between two steps must not stop between these.
  workspace.db.exec('VACUUM');
  return receipt;
}

function removeEverything(call: Call, project: string, { projectId, reason }: DeleteInput): DeletionReceipt {
  const { sql, workspace, actorId } = call;
  const { db } = workspace;
  const counts = countProject(sql, projectId);
  const archives: MadeArchive[] = readArchives(sql, projectId);
  const batches = batchesOf(sql, projectId);
  const found = findProjectRows(db, projectId);
  // While a batch is recorded the log keeps no row images: those of this step would be the project over again.
  sql.run('UPDATE op_ctx SET is_batch = 1');
  forgetLoose(sql, projectId, found);
  // What has left keeps its entry; the table it was made from is gone.
  sql.run('UPDATE release SET exhibit_id = NULL WHERE project_id = :projectId', { projectId });
  const rows = removeRows(db, found);
  // The look of reports is the organisation's, and stays.
  sql.run(`DELETE FROM attachment_content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)
    AND sha256 NOT IN (SELECT logo_sha256 FROM house_style WHERE logo_sha256 IS NOT NULL)
    AND sha256 NOT IN (SELECT template_sha256 FROM house_style WHERE template_sha256 IS NOT NULL)`);
  const packs = removePacks(call, projectId, batches);
  emptyProject(sql, projectId);
  const steps = forgetHistory(sql, found, projectId);
  sql.run('UPDATE op_ctx SET is_batch = 0');
  purgeSearch(db);
  sql.run("UPDATE project SET status = 'anonymised' WHERE id = :projectId", { projectId });
  const receipt: DeletionReceipt = {
    id: workspace.newId(),
    project,
    deletedAt: new Date(workspace.now()).toISOString(),
    by: sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :actorId', { actorId })?.name ?? '',
    reason,
    counts,
    steps,
    packs,
    rows,
    releases: sql.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM release WHERE project_id = :projectId', { projectId })?.n ?? 0,
    archives,
    backups: listBackups(workspace.path).map(({ file }) => file),
  };
  writeReceipt(sql, receipt);
  return receipt;
}

/** What names rows of the project without a reference that the schema knows. */
function forgetLoose(sql: Statements, projectId: string, { rows }: ProjectRows): void {
  forgetInterviews(sql, [...(rows.get('interview') ?? [])].map(String));
  forgetChoices(sql);
  sql.run('DELETE FROM workspace_fact WHERE instr(name, :projectId) > 0', { projectId });
  sql.run('DELETE FROM setting WHERE instr(name, :projectId) > 0', { projectId });
  sql.run('DELETE FROM import_mapping WHERE project_id = :projectId', { projectId });
  sql.run('DELETE FROM section_time WHERE interview_key IN (SELECT key FROM interview WHERE project_id = :projectId)', { projectId });
}

/** The project's own words; its name, kind and days stay, so that the register can be read. */
function emptyProject(sql: Statements, projectId: string): void {
  sql.run(
    `UPDATE project SET idea = NULL, main_purpose = NULL, intended_use = NULL, target_group = NULL, method = NULL, method_deviation = NULL,
     anchoring = NULL, ethics_reference = NULL, lead_person_id = NULL, partner_organisation_id = NULL, batch_id = NULL WHERE id = :projectId`,
    { projectId },
  );
}

const Pack = z.object({ batch_id: z.string(), table_name: z.string(), rows: z.instanceof(Uint8Array) });
const Rows = z.array(z.array(z.union([z.string(), z.number(), z.null()])));

const BatchRow = z.object({ id: z.string() });

/** The imports that rows of the project came with. */
function batchesOf(sql: Statements, projectId: string): string[] {
  const tables = ['questionnaire', 'wave', 'variable', 'respondent', 'interview', 'text', 'document'];
  const union = tables.map((table) => `SELECT batch_id AS id FROM ${table} WHERE project_id = :projectId AND batch_id IS NOT NULL`);
  return sql.all(BatchRow, union.join(' UNION '), { projectId }).map(({ id }) => id);
}

/** Imports that were undone rest in packs of their own: those of the project go, whole, and what every import of it told of its file. */
function removePacks({ workspace: { db }, sql }: Call, projectId: string, known: readonly string[]): number {
  const names = z
    .array(z.object({ batch_id: z.string(), n: z.int() }))
    .parse(db.prepare('SELECT batch_id, n FROM import_archive ORDER BY batch_id, n').all());
  const read = db.prepare('SELECT batch_id, table_name, rows FROM import_archive WHERE batch_id = :batch_id AND n = :n');
  const mine = new Set<string>(known);
  for (const name of names) {
    if (mine.has(name.batch_id)) continue;
    const pack = Pack.parse(read.get(name));
    const at = columnsOf(db, pack.table_name).findIndex((column) => column.name === 'project_id');
    if (at === -1) continue;
    const rows = Rows.parse(JSON.parse(inflateRawSync(pack.rows).toString('utf8')));
    if (rows.some((row) => row[at] === projectId)) mine.add(name.batch_id);
  }
  const batches = JSON.stringify([...mine]);
  sql.run("UPDATE import_batch SET file_name = '', file_sha256 = '', mapping = '{}' WHERE id IN (SELECT value FROM json_each(:batches))", {
    batches,
  });
  // Steps of imports have no images: they are known by their batch. Their names are the files'.
  sql.run(`UPDATE op SET ${forgotten} WHERE batch_id IN (SELECT value FROM json_each(:batches))`, { batches });
  // One that was undone cannot be done again.
  sql.run('UPDATE op SET undone_by = seq WHERE undoes IS NOT NULL AND batch_id IN (SELECT value FROM json_each(:batches))', { batches });
  return sql.run('DELETE FROM import_archive WHERE batch_id IN (SELECT value FROM json_each(:batches))', { batches });
}

const Step = z.object({ seq: z.int() });

/** What is left of a step: that there was one. */
const forgotten = "label_id = 'archive.deleted.step', label_params = '{}', merge_key = NULL, is_undoable = 0";

/** Removes every image of the project's rows; steps that were about it lose their name and can no longer be undone. */
function forgetHistory(sql: Statements, { rows, leaves }: ProjectRows, projectId: string): number {
  const touched = new Set<number>();
  for (const { table, column, values } of leaves) {
    const params = { table, values: JSON.stringify(values) };
    const where = `table_name = :table AND (json_extract(before, '$.${column}') IN (SELECT value FROM json_each(:values))
      OR json_extract(after, '$.${column}') IN (SELECT value FROM json_each(:values)))`;
    for (const { seq } of sql.all(Step, `SELECT DISTINCT op_seq AS seq FROM op_change WHERE ${where}`, params)) touched.add(seq);
    sql.run(`DELETE FROM op_change WHERE ${where}`, params);
  }
  const own = [...rows, ['project', new Set([projectId])] as const];
  for (const [table, ids] of own) {
    if (ids.size === 0) continue;
    const params = { table, ids: JSON.stringify([...ids]) };
    const where = 'table_name = :table AND row_id IN (SELECT value FROM json_each(:ids))';
    for (const { seq } of sql.all(Step, `SELECT DISTINCT op_seq AS seq FROM op_change WHERE ${where}`, params)) touched.add(seq);
    sql.run(`DELETE FROM op_change WHERE ${where}`, params);
  }
  const steps = JSON.stringify([...touched]);
  // Whatever else a step changed, it can no longer be taken back as a whole.
  sql.run(`UPDATE op SET ${forgotten} WHERE seq IN (SELECT value FROM json_each(:steps))`, { steps });
  sql.run(`UPDATE op SET ${forgotten}, undone_by = seq WHERE undoes IN (SELECT value FROM json_each(:steps))`, { steps });
  // Of a step that another copy brought only its name is here, which may be somebody's words; nobody can tell which project it was about.
  sql.run("UPDATE merged_op SET label_id = 'archive.deleted.step', label_params = '{}'");
  // Their images say the same as they do, so that the merge can still be undone.
  for (const side of ['before', 'after'])
    sql.run(`UPDATE op_change SET ${side} = json_set(${side}, '$.label_id', 'archive.deleted.step', '$.label_params', '{}')
      WHERE table_name = 'merged_op' AND ${side} IS NOT NULL`);
  return touched.size;
}
