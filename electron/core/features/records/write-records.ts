import { z } from 'zod';
import type {
  GuidelineFields,
  NewRecord,
  OfferingFields,
  PartnershipFields,
  PeerPostFields,
  RecordChange,
  RecordKind,
  ReportFields,
} from '../../../../shared/contract/records.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import { givenColumns, updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';

/** Kinds that have a table of their own; an audit is a project. */
export type WrittenKind = Exclude<RecordKind, 'audits'>;

const tables = {
  reports: 'report',
  guidelines: 'guideline',
  partnerships: 'partnership',
  offerings: 'offering',
  'peer-posts': 'peer_post',
} as const satisfies Record<WrittenKind, string>;

const columns = {
  reports: {
    projectId: 'project_id',
    kind: 'kind',
    title: 'title',
    language: 'language',
    byline: 'byline',
    authors: 'authors',
    year: 'year',
    placeId: 'place_id',
    link: 'link',
    body: 'body',
    publishedOn: 'published_on',
    updatedOn: 'updated_on',
  } satisfies Record<keyof ReportFields, string>,
  guidelines: { title: 'title', reference: 'reference', issuedBy: 'issued_by', note: 'note' } satisfies Record<
    keyof GuidelineFields,
    string
  >,
  partnerships: { name: 'name', purpose: 'purpose', funding: 'funding' } satisfies Record<keyof PartnershipFields, string>,
  offerings: { organisationId: 'organisation_id', name: 'name', description: 'description' } satisfies Record<keyof OfferingFields, string>,
  'peer-posts': {
    organisationId: 'organisation_id',
    serviceId: 'service_id',
    status: 'status',
    competence: 'competence',
    financedBy: 'financed_by',
    statusOn: 'status_on',
  } satisfies Record<keyof PeerPostFields, string>,
} as const;

/** What a record is called in the name of a deed; a post goes by the competence that is asked for. */
const nameSql: Record<WrittenKind, string> = {
  reports: 'SELECT title AS name FROM report WHERE id = :id',
  guidelines: 'SELECT title AS name FROM guideline WHERE id = :id',
  partnerships: 'SELECT name FROM partnership WHERE id = :id',
  offerings: 'SELECT name FROM offering WHERE id = :id',
  'peer-posts': `SELECT coalesce(competence, (SELECT name FROM service WHERE service.id = service_id),
    (SELECT name FROM organisation WHERE organisation.id = organisation_id), '–') AS name FROM peer_post WHERE id = :id`,
};

/** @throws AppError NOT_FOUND */
function nameOf(sql: Statements, kind: WrittenKind, id: string): string {
  const row = sql.get(z.object({ name: z.string() }), nameSql[kind], { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return cut(row.name);
}

function firstRow(record: NewRecord): SqlParams {
  switch (record.kind) {
    case 'reports':
      return { project_id: record.projectId, kind: record.reportKind, title: record.title, language: record.language };
    case 'guidelines':
      return { title: record.title };
    case 'partnerships':
      return { name: record.name };
    case 'offerings':
      return { organisation_id: record.organisationId, name: record.name };
    case 'peer-posts':
      return { organisation_id: record.organisationId, status: 'wanted' };
    default:
      return record satisfies never;
  }
}

/** Makes a record that has what it needs to exist. @throws AppError NOT_FOUND for a project or organisation that is gone */
export function addRecord({ sql, workspace, operation }: Call, record: NewRecord): { id: string } {
  const row = firstRow(record);
  assertKnown(sql, row);
  const id = workspace.newId();
  sql.insert(tables[record.kind], { id, ...row });
  operation.label({ kind: record.kind, name: nameOf(sql, record.kind, id) });
  return { id };
}

/** Changes the fields that are named. An empty text is nothing. @throws AppError NOT_FOUND */
export function changeRecord({ sql, operation }: Call, { kind, id, fields }: RecordChange): void {
  operation.mergeWith(`record:${id}:${Object.keys(fields).toSorted().join(',')}`);
  const given = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value === '' ? null : value]));
  // Each kind's own columns; the contract let only its fields through.
  const row = givenColumns(given, columns[kind] as Readonly<Record<string, string>>);
  assertKnown(sql, row);
  updateRow(sql, tables[kind], id, row);
  operation.label({ kind, name: nameOf(sql, kind, id) });
}

/** What goes with a record, or is let go by it. */
const tiesSql: Record<WrittenKind, readonly string[]> = {
  reports: [
    'DELETE FROM report_recipient WHERE report_id = :id',
    'DELETE FROM report_block WHERE report_id = :id',
    'DELETE FROM report_export WHERE report_id = :id',
    'UPDATE attachment SET report_id = NULL WHERE report_id = :id',
  ],
  guidelines: ['DELETE FROM project_guideline WHERE guideline_id = :id'],
  partnerships: ['UPDATE project SET partnership_id = NULL WHERE partnership_id = :id'],
  offerings: [],
  'peer-posts': [],
};

/** Takes a record away with what it alone holds. @throws AppError NOT_FOUND */
export function removeRecord({ sql, operation }: Call, kind: WrittenKind, id: string): void {
  operation.label({ kind, name: nameOf(sql, kind, id) });
  for (const statement of tiesSql[kind]) sql.run(statement, { id });
  sql.run(`DELETE FROM ${tables[kind]} WHERE id = :id`, { id });
}

const pointers = { project_id: 'project', organisation_id: 'organisation', service_id: 'service', place_id: 'place' } as const;

/** Refuses to point at what is not there. @throws AppError NOT_FOUND */
export function assertKnown(sql: Statements, row: SqlParams): void {
  for (const [column, table] of Object.entries(pointers)) {
    const id = row[column];
    if (id === undefined || id === null) continue;
    if (sql.get(z.object({ id: z.string() }), `SELECT id FROM ${table} WHERE id = :id`, { id }) === undefined)
      throw new AppError('NOT_FOUND');
  }
}
