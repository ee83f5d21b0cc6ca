import { z } from 'zod';
import { type ProjectDetails, ProjectKind, ProjectStatus } from '../../../../shared/contract/projects.ts';
import { ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { counted, Precision } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { countedInterview } from './list-projects.ts';

const text = z.string().nullable();
const Row = z.object({
  id: ProjectId,
  name: z.string(),
  kind: ProjectKind,
  status: ProjectStatus,
  content_language: Language,
  threshold: z.int(),
  minimum_base: z.int(),
  delete_on: text,
  starts_on: text,
  ends_on: text,
  idea: text,
  main_purpose: text,
  intended_use: text,
  target_group: text,
  method: text,
  method_deviation: text,
  anchoring: text,
  ethics_reference: text,
  lead: text,
  partner: text,
  partnership: text,
});
const projectSql = `SELECT project.id, project.name, project.kind, project.status, project.content_language, project.threshold, project.minimum_base,
  project.delete_on, project.starts_on, project.ends_on, project.idea, project.main_purpose, project.intended_use, project.target_group,
  project.method, project.method_deviation, project.anchoring, project.ethics_reference, person.name AS lead, organisation.name AS partner,
  partnership.name AS partnership
FROM project LEFT JOIN person ON person.id = project.lead_person_id LEFT JOIN organisation ON organisation.id = project.partner_organisation_id
LEFT JOIN partnership ON partnership.id = project.partnership_id WHERE project.id = :projectId`;

const WaveRow = z.object({
  id: WaveId,
  name: z.string(),
  starts_on: text,
  ends_on: text,
  frame_count: z.int().nullable(),
  frame_precision: Precision.nullable(),
  interviews: z.int(),
});
const waveSql = `SELECT wave.id, wave.name, wave.starts_on, wave.ends_on, wave.frame_count, wave.frame_precision,
  (SELECT count(*) FROM interview WHERE interview.project_id = wave.project_id AND interview.wave_id = wave.id AND ${countedInterview}) AS interviews
FROM wave WHERE wave.project_id = :projectId ORDER BY wave.ordinal`;

const NamedRow = z.object({ name: z.string(), note: text });
const serviceSql = `SELECT service.name, NULL AS note FROM project_service JOIN service ON service.id = project_service.service_id
WHERE project_service.project_id = :projectId ORDER BY service.name`;
const placeSql = `SELECT place.name, place.code AS note FROM project_place JOIN place ON place.id = project_place.place_id
WHERE project_place.project_id = :projectId ORDER BY place.name, place.code`;
const bodySql = `SELECT body.name, project_body.role AS note FROM project_body JOIN body ON body.id = project_body.body_id
WHERE project_body.project_id = :projectId ORDER BY body.name`;
const guidelineSql = `SELECT guideline.title AS name, project_guideline.point AS note FROM project_guideline
JOIN guideline ON guideline.id = project_guideline.guideline_id WHERE project_guideline.project_id = :projectId ORDER BY guideline.title`;

const ProductRow = z.object({ name: z.string(), due_as_said: text, due_sort_on: text, delivered_on: text });
const productSql =
  'SELECT name, due_as_said, due_sort_on, delivered_on FROM work_product WHERE project_id = :projectId ORDER BY due_sort_on, name';

/** Everything known about one project. @throws AppError NOT_FOUND */
export function getProject(sql: Statements, projectId: ProjectId): ProjectDetails {
  const row = sql.get(Row, projectSql, { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    status: row.status,
    contentLanguage: row.content_language,
    threshold: row.threshold,
    minimumBase: row.minimum_base,
    deleteOn: row.delete_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    idea: row.idea,
    mainPurpose: row.main_purpose,
    intendedUse: row.intended_use,
    targetGroup: row.target_group,
    method: row.method,
    methodDeviation: row.method_deviation,
    anchoring: row.anchoring,
    ethicsReference: row.ethics_reference,
    lead: row.lead,
    partner: row.partner,
    partnership: row.partnership,
    waves: sql.all(WaveRow, waveSql, { projectId }).map((wave) => ({
      id: wave.id,
      name: wave.name,
      startsOn: wave.starts_on,
      endsOn: wave.ends_on,
      frame: counted(wave.frame_count, wave.frame_precision),
      interviews: wave.interviews,
    })),
    services: sql.all(NamedRow, serviceSql, { projectId }),
    places: sql.all(NamedRow, placeSql, { projectId }),
    bodies: sql.all(NamedRow, bodySql, { projectId }),
    guidelines: sql.all(NamedRow, guidelineSql, { projectId }),
    workProducts: sql.all(ProductRow, productSql, { projectId }).map((product) => ({
      name: product.name,
      due: { asSaid: product.due_as_said, sortOn: product.due_sort_on, precision: null },
      deliveredOn: product.delivered_on,
    })),
  };
}
