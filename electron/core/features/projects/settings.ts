import { z } from 'zod';
import { ProjectKind, ProjectStatus, type ProjectFields, type ProjectSettings } from '../../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { readSpokenDate } from '../../../../shared/model/spoken-date.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';

const text = z.string().nullable();
const FieldRow = z.object({
  name: z.string(),
  kind: ProjectKind,
  status: ProjectStatus,
  content_language: Language,
  idea: text,
  main_purpose: text,
  intended_use: text,
  target_group: text,
  method: text,
  method_deviation: text,
  anchoring: text,
  ethics_reference: text,
  starts_on: text,
  ends_on: text,
  delete_on: text,
  lead_person_id: text,
  partner_organisation_id: text,
  partnership: text,
});
const fieldSql = `SELECT project.name, kind, status, content_language, idea, main_purpose, intended_use, target_group, method, method_deviation, anchoring,
  ethics_reference, starts_on, ends_on, delete_on, lead_person_id, partner_organisation_id, partnership.name AS partnership
FROM project LEFT JOIN partnership ON partnership.id = project.partnership_id WHERE project.id = :projectId`;

/** Columns by field; the partnership is kept by its id. */
const columns = {
  name: 'name',
  kind: 'kind',
  status: 'status',
  contentLanguage: 'content_language',
  idea: 'idea',
  mainPurpose: 'main_purpose',
  intendedUse: 'intended_use',
  targetGroup: 'target_group',
  method: 'method',
  methodDeviation: 'method_deviation',
  anchoring: 'anchoring',
  ethicsReference: 'ethics_reference',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  deleteOn: 'delete_on',
  leadPersonId: 'lead_person_id',
  partnerOrganisationId: 'partner_organisation_id',
} as const satisfies Record<Exclude<keyof ProjectFields, 'partnership'>, string>;

const Id = z.object({ id: z.string() });
const Choice = z.object({ id: z.string(), name: z.string() });
const Body = z.object({ body_id: z.string(), role: z.string() });
const Guideline = z.object({ title: z.string(), reference: text, point: text });
const Product = z.object({ name: z.string(), due_as_said: text, due_sort_on: text, delivered_on: text });

/** A project's page of facts with everything that can be chosen on it. @throws AppError NOT_FOUND */
export function readSettings(sql: Statements, projectId: ProjectId): ProjectSettings {
  const row = sql.get(FieldRow, fieldSql, { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    fields: {
      name: row.name,
      kind: row.kind,
      status: row.status,
      contentLanguage: row.content_language,
      idea: row.idea,
      mainPurpose: row.main_purpose,
      intendedUse: row.intended_use,
      targetGroup: row.target_group,
      method: row.method,
      methodDeviation: row.method_deviation,
      anchoring: row.anchoring,
      ethicsReference: row.ethics_reference,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      deleteOn: row.delete_on,
      leadPersonId: row.lead_person_id,
      partnerOrganisationId: row.partner_organisation_id,
      partnership: row.partnership,
    },
    ...readParts(sql, projectId),
    choices: {
      people: sql.all(Choice, 'SELECT id, name FROM person ORDER BY name LIMIT 1000'),
      organisations: sql.all(Choice, 'SELECT id, name FROM organisation ORDER BY name LIMIT 1000'),
      services: sql.all(Choice, 'SELECT id, name FROM service ORDER BY name LIMIT 1000'),
      places: sql.all(
        Choice,
        `SELECT place.id, name || CASE WHEN code IS NULL THEN '' ELSE ' (' || code || ')' END AS name
        FROM project_place JOIN place ON place.id = project_place.place_id WHERE project_id = :projectId ORDER BY place.name, code`,
        { projectId },
      ),
      bodies: sql.all(Choice, 'SELECT id, name FROM body ORDER BY name LIMIT 1000'),
      guidelines: sql
        .all(Guideline, 'SELECT title, reference, NULL AS point FROM guideline ORDER BY title LIMIT 1000')
        .map(({ title, reference }) => ({ title, reference: reference ?? '' })),
      partnerships: sql.all(z.object({ name: z.string() }), 'SELECT name FROM partnership ORDER BY name').map(({ name }) => name),
    },
  };
}

function readParts(sql: Statements, projectId: ProjectId): Omit<ProjectSettings, 'fields' | 'choices'> {
  const ids = (statement: string): string[] => sql.all(Id, statement, { projectId }).map(({ id }) => id);
  return {
    serviceIds: ids('SELECT service_id AS id FROM project_service WHERE project_id = :projectId ORDER BY id'),
    placeIds: ids('SELECT place_id AS id FROM project_place WHERE project_id = :projectId ORDER BY id'),
    bodies: sql
      .all(Body, 'SELECT body_id, role FROM project_body WHERE project_id = :projectId ORDER BY id', { projectId })
      .map((row) => ({ bodyId: row.body_id, role: row.role })),
    guidelines: sql
      .all(
        Guideline,
        'SELECT title, reference, point FROM project_guideline JOIN guideline ON guideline.id = guideline_id WHERE project_id = :projectId ORDER BY project_guideline.id',
        { projectId },
      )
      .map((row) => ({ title: row.title, reference: row.reference ?? '', point: row.point ?? '' })),
    workProducts: sql
      .all(Product, 'SELECT name, due_as_said, due_sort_on, delivered_on FROM work_product WHERE project_id = :projectId ORDER BY id', {
        projectId,
      })
      .map((row) => ({ name: row.name, dueAsSaid: row.due_as_said, dueSortOn: row.due_sort_on, deliveredOn: row.delivered_on })),
  };
}

/**
 * Changes what a project says about itself. Anonymised it becomes by being deleted, and stays: nobody could withdraw from a project that
 * only says so, and a merge would let a deleted one that says otherwise come back. @throws AppError NOT_FOUND, NAME_TAKEN, EVENT_IMPOSSIBLE
 */
export function changeProject({ sql, workspace, operation }: Call, projectId: ProjectId, fields: Partial<ProjectFields>): void {
  const now = sql.get(FieldRow, fieldSql, { projectId });
  if (now === undefined) throw new AppError('NOT_FOUND');
  if (fields.status !== undefined && fields.status !== now.status && [fields.status, now.status].includes('anonymised'))
    throw new AppError('EVENT_IMPOSSIBLE', {}, 'projects.error.anonymised');
  const { partnership, ...rest } = fields;
  operation.mergeWith(`project:${projectId}:${Object.keys(fields).toSorted().join(',')}`);
  operation.label({ name: fields.name ?? now.name });
  if (fields.name !== undefined) {
    const taken = sql.get(Id, 'SELECT id FROM project WHERE name = :name COLLATE NOCASE AND id <> :projectId', {
      name: fields.name,
      projectId,
    });
    if (taken !== undefined) throw new AppError('NAME_TAKEN');
  }
  const row: Record<string, string | null> = {};
  // Object.entries forgets which keys there are; the schema let only these through.
  for (const [field, value] of Object.entries(rest) as [keyof typeof columns, string | null][])
    row[columns[field]] = value === '' ? null : value;
  if (partnership !== undefined) row['partnership_id'] = partnershipId({ sql, workspace }, partnership);
  const set = Object.keys(row).map((column) => `${column} = :${column}`);
  if (set.length > 0) sql.run(`UPDATE project SET ${set.join(', ')} WHERE id = :projectId`, { ...row, projectId });
}

function partnershipId({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, name: string | null): string | null {
  if (name === null || name.trim() === '') return null;
  const known = sql.get(Id, 'SELECT id FROM partnership WHERE name = :name COLLATE NOCASE', { name: name.trim() });
  if (known !== undefined) return known.id;
  const id = workspace.newId();
  sql.insert('partnership', { id, name: name.trim() });
  return id;
}

export interface ProjectParts {
  readonly projectId: ProjectId;
  readonly serviceIds?: readonly string[] | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly bodies?: ProjectSettings['bodies'] | undefined;
  readonly guidelines?: ProjectSettings['guidelines'] | undefined;
  readonly workProducts?: readonly Omit<ProjectSettings['workProducts'][number], 'dueSortOn'>[] | undefined;
}

/** Replaces the lists that are named. @throws AppError NOT_FOUND */
export function setParts(call: Call, { projectId, serviceIds, placeIds, bodies, guidelines, workProducts }: ProjectParts): void {
  const name = call.sql.get(z.object({ name: z.string() }), 'SELECT name FROM project WHERE id = :projectId', { projectId })?.name;
  if (name === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ name });
  const today = new Date(call.workspace.now()).toISOString().slice(0, 10);
  if (serviceIds !== undefined)
    replace(
      call,
      'project_service',
      projectId,
      [...new Set(serviceIds)].map((id) => ({ service_id: id })),
    );
  if (placeIds !== undefined)
    replace(
      call,
      'project_place',
      projectId,
      [...new Set(placeIds)].map((id) => ({ place_id: id })),
    );
  if (bodies !== undefined)
    replace(
      call,
      'project_body',
      projectId,
      bodies.map(({ bodyId, role }) => ({ body_id: bodyId, role })),
    );
  if (guidelines !== undefined) {
    const rows = guidelines.map((one) => ({
      guideline_id: guidelineId(call, one.title, one.reference),
      point: one.point === '' ? null : one.point,
    }));
    replace(call, 'project_guideline', projectId, rows);
  }
  if (workProducts !== undefined) {
    const rows = workProducts.map((one) => ({
      name: one.name,
      due_as_said: one.dueAsSaid,
      due_sort_on: sortOnOf(one.dueAsSaid, today),
      delivered_on: one.deliveredOn,
    }));
    replace(call, 'work_product', projectId, rows);
  }
}

/** The day a due sorts by; null when nobody can say, and then it never passes. */
function sortOnOf(said: string | null, today: string): string | null {
  return said === null ? null : (readSpokenDate(said, { form: null, today, language: 'nb' })?.sortOn ?? null);
}

/** Rows that stay as they are keep their ids, so that the log holds only what changed. */
function replace({ sql, workspace }: Call, table: string, projectId: ProjectId, rows: readonly SqlParams[]): void {
  const names = Object.keys(rows[0] ?? {});
  const kept = new Set<string>();
  const fresh: SqlParams[] = [];
  for (const row of rows) {
    const condition = names.map((name) => `${name} IS :${name}`).join(' AND ');
    const known = sql.all(Id, `SELECT id FROM ${table} WHERE project_id = :projectId AND ${condition}`, { ...row, projectId });
    const same = known.find(({ id }) => !kept.has(id));
    if (same === undefined) fresh.push(row);
    else kept.add(same.id);
  }
  for (const { id } of sql.all(Id, `SELECT id FROM ${table} WHERE project_id = :projectId`, { projectId }))
    if (!kept.has(id)) sql.run(`DELETE FROM ${table} WHERE id = :id`, { id });
  for (const row of fresh) sql.insert(table, { id: workspace.newId(), project_id: projectId, ...row });
}

function guidelineId({ sql, workspace }: Call, title: string, reference: string): string {
  const known = sql.get(Id, 'SELECT id FROM guideline WHERE title = :title COLLATE NOCASE', { title });
  if (known !== undefined) return known.id;
  const id = workspace.newId();
  sql.insert('guideline', { id, title, reference: reference === '' ? null : reference });
  return id;
}
