import { z } from 'zod';
import { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import type { KeepExhibit, KeptExhibit } from '../../../../../shared/contract/analysis-exhibits.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import { givenColumns, updateRow, type Given } from '../../../db/update-row.ts';
import type { Call } from '../../../rpc/call.ts';
import { definitionKey, readRegister, releaseOf } from '../register.ts';

const Row = z.object({
  id: z.string(),
  project_id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  chart: z.string().nullable(),
  note: z.string().nullable(),
  definition: z.string(),
  created_at: z.string(),
  findings: z.int(),
});

const columns = `e.id, e.project_id, e.name, e.title, e.chart, e.note, e.definition, e.created_at,
  (SELECT count(DISTINCT v.finding_id) FROM finding_evidence v WHERE v.exhibit_id = e.id) AS findings`;

/** A kept table as it lies in the file. */
export interface KeptRow extends Omit<KeptExhibit, 'release'> {
  readonly projectId: string;
}

function keptOf(row: z.infer<typeof Row>): KeptRow {
  const { id, name, title, chart, note, findings } = row;
  // An older or newer program may have kept what this one cannot read; it is shown by name and never thrown away.
  const definition = ExhibitDefinition.safeParse(JSON.parse(row.definition));
  return {
    id,
    name,
    title,
    chart,
    note,
    findings,
    definition: definition.success ? definition.data : null,
    createdAt: row.created_at,
    projectId: row.project_id,
  };
}

/** Kept tables of a project, in their order. */
export function readKept(sql: Statements, projectId: string): KeptRow[] {
  return sql
    .all(Row, `SELECT ${columns} FROM exhibit e WHERE e.project_id = :projectId ORDER BY e.ordinal, e.created_at, e.id`, { projectId })
    .map(keptOf);
}

/** Kept tables with the latest release of each. */
export function listKept(sql: Statements, projectId: string): KeptExhibit[] {
  const register = readRegister(sql, projectId);
  return readKept(sql, projectId).map(({ projectId: _project, ...kept }) => {
    const release = kept.definition === null ? null : releaseOf(register, kept.definition);
    return { ...kept, release: release === null ? null : { number: release.number, releasedAt: release.releasedAt } };
  });
}

/** One kept table. @throws AppError NOT_FOUND */
export function readKeptOne(sql: Statements, exhibitId: string): KeptRow {
  const row = sql.get(Row, `SELECT ${columns} FROM exhibit e WHERE e.id = :exhibitId`, { exhibitId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return keptOf(row);
}

interface Keep extends KeepExhibit {
  readonly projectId: string;
}

function titleOf(title: string | null | undefined): string | null {
  return title === undefined || title === null || title.trim() === '' ? null : title.trim();
}

/** Keeps what a table is made of, last in the order. */
export function keep({ sql, workspace, operation, session }: Call, { projectId, name, definition, title, chart }: Keep): string {
  const last = sql.get(z.object({ last: z.int().nullable() }), 'SELECT max(ordinal) AS last FROM exhibit WHERE project_id = :projectId', {
    projectId,
  });
  const id = workspace.newId();
  sql.insert('exhibit', {
    id,
    project_id: projectId,
    ordinal: (last?.last ?? 0) + 1,
    name,
    definition: JSON.stringify(definition),
    title: titleOf(title),
    chart: chart ?? null,
    note: null,
    created_at: new Date(session.deps.now()).toISOString(),
  });
  operation.label({ name });
  return id;
}

/** The kept table of a definition: the one there is, else a new one, kept in the operation that is under way. */
export function keepOnce(call: Call, wanted: Keep): string {
  const key = definitionKey(wanted.definition);
  const known = readKept(call.sql, wanted.projectId).find(({ definition }) => definition !== null && definitionKey(definition) === key);
  return known?.id ?? keep(call, wanted);
}

type Change = Given<{
  readonly name: string;
  readonly title: string | null;
  readonly chart: string | null;
  readonly note: string | null;
  readonly definition: ExhibitDefinition;
}>;

/** Changes a kept table. @throws AppError NOT_FOUND */
export function changeKept({ sql, operation }: Call, exhibitId: string, change: Change): void {
  const { name } = readKeptOne(sql, exhibitId);
  const given = {
    ...change,
    title: change.title === undefined ? undefined : titleOf(change.title),
    definition: change.definition === undefined ? undefined : JSON.stringify(change.definition),
  };
  updateRow(
    sql,
    'exhibit',
    exhibitId,
    givenColumns(given, { name: 'name', title: 'title', chart: 'chart', note: 'note', definition: 'definition' }),
  );
  operation.label({ name: change.name ?? name });
}

/** Puts kept tables in the order given; those that are left out come last, as they were. */
export function orderKept({ sql, operation }: Call, projectId: string, exhibitIds: readonly string[]): void {
  const known = readKept(sql, projectId).map(({ id }) => id);
  const order = [...exhibitIds.filter((id) => known.includes(id)), ...known.filter((id) => !exhibitIds.includes(id))];
  for (const [at, id] of order.entries()) sql.run('UPDATE exhibit SET ordinal = :ordinal WHERE id = :id', { id, ordinal: at + 1 });
  operation.label({});
}

const usedSql = `SELECT (SELECT count(*) FROM finding_evidence WHERE exhibit_id = :exhibitId)
  + (SELECT count(*) FROM report_block WHERE exhibit_id = :exhibitId) + (SELECT count(*) FROM release WHERE exhibit_id = :exhibitId) AS used`;

/** Removes a kept table that nothing rests on. @throws AppError NOT_FOUND, IN_USE */
export function removeKept({ sql, operation }: Call, exhibitId: string): void {
  const { name } = readKeptOne(sql, exhibitId);
  if ((sql.get(z.object({ used: z.int() }), usedSql, { exhibitId })?.used ?? 0) > 0) throw new AppError('IN_USE');
  sql.run('DELETE FROM exhibit WHERE id = :exhibitId', { exhibitId });
  operation.label({ name });
}
