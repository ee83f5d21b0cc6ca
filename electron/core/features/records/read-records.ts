import { z } from 'zod';
import {
  PeerPostStatus,
  type AuditRecord,
  type GuidelineRecord,
  type OfferingRecord,
  type PartnershipRecord,
  type PeerPostRecord,
  type Pointed,
} from '../../../../shared/contract/records.ts';
import { ProjectStatus } from '../../../../shared/contract/projects.ts';
import { ProjectId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();
const GuidelineRow = z.object({ id: z.string(), title: z.string(), reference: text, issued_by: text, note: text });
const UseRow = z.object({ id: z.string(), guideline_id: z.string(), project_id: ProjectId, project: z.string(), point: text });
const useSql = `SELECT project_guideline.id, guideline_id, project_id, project.name AS project, point
FROM project_guideline JOIN project ON project.id = project_id ORDER BY project.name, point, project_guideline.id`;

/** Laws, plans and steering papers, with the projects that refer to them and the point of each. */
export function readGuidelines(sql: Statements): GuidelineRecord[] {
  const uses = Map.groupBy(sql.all(UseRow, useSql), (use) => use.guideline_id);
  return sql.all(GuidelineRow, 'SELECT id, title, reference, issued_by, note FROM guideline ORDER BY title, id LIMIT 500').map((row) => ({
    id: row.id,
    title: row.title,
    reference: row.reference,
    issuedBy: row.issued_by,
    note: row.note,
    uses: (uses.get(row.id) ?? []).map((use) => ({ id: use.id, projectId: use.project_id, project: use.project, point: use.point })),
  }));
}

const PartnershipRow = z.object({ id: z.string(), name: z.string(), purpose: text, funding: text });
const MemberRow = z.object({ partnership_id: z.string(), id: ProjectId, name: z.string() });

/** Partnerships with the projects each of them holds. */
export function readPartnerships(sql: Statements): PartnershipRecord[] {
  const members = Map.groupBy(
    sql.all(MemberRow, 'SELECT partnership_id, id, name FROM project WHERE partnership_id IS NOT NULL ORDER BY starts_on DESC, name'),
    (member) => member.partnership_id,
  );
  return sql.all(PartnershipRow, 'SELECT id, name, purpose, funding FROM partnership ORDER BY name, id LIMIT 500').map((row) => ({
    ...row,
    projects: (members.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
  }));
}

const OfferingRow = z.object({
  id: z.string(),
  organisation_id: z.string(),
  organisation: z.string(),
  name: z.string(),
  description: text,
});

/** What centres can offer a municipality. */
export function readOfferings(sql: Statements): OfferingRecord[] {
  return sql
    .all(
      OfferingRow,
      `SELECT offering.id, organisation_id, organisation.name AS organisation, offering.name, description
       FROM offering JOIN organisation ON organisation.id = organisation_id ORDER BY organisation.name, offering.name, offering.id LIMIT 500`,
    )
    .map((row) => ({
      id: row.id,
      organisationId: row.organisation_id,
      organisation: { id: row.organisation_id, name: row.organisation, detail: '' },
      name: row.name,
      description: row.description,
    }));
}

const PostRow = z.object({
  id: z.string(),
  organisation_id: text,
  organisation: text,
  service_id: text,
  service: text,
  status: PeerPostStatus,
  competence: text,
  financed_by: text,
  status_on: text,
});

/** Posts for people with lived experience: those wanted first, then by how far they have come. */
export function readPeerPosts(sql: Statements): PeerPostRecord[] {
  const rows = sql.all(
    PostRow,
    `SELECT peer_post.id, peer_post.organisation_id, organisation.name AS organisation, service_id, service.name AS service, status, competence,
      financed_by, status_on
     FROM peer_post LEFT JOIN organisation ON organisation.id = peer_post.organisation_id LEFT JOIN service ON service.id = service_id
     ORDER BY status = 'ended', status = 'filled', status = 'advertised', status_on DESC, peer_post.id LIMIT 500`,
  );
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisation: pointed(row.organisation_id, row.organisation),
    serviceId: row.service_id,
    service: pointed(row.service_id, row.service),
    status: row.status,
    competence: row.competence,
    financedBy: row.financed_by,
    statusOn: row.status_on,
  }));
}

const AuditRow = z.object({
  id: ProjectId,
  name: z.string(),
  status: ProjectStatus,
  main_purpose: text,
  partner_organisation_id: text,
  partner: text,
  starts_on: text,
});
const ServiceRow = z.object({ project_id: z.string(), name: z.string() });

/** Projects that are user audits, those still to come first. */
export function readAudits(sql: Statements): AuditRecord[] {
  const services = Map.groupBy(
    sql.all(
      ServiceRow,
      'SELECT project_id, service.name FROM project_service JOIN service ON service.id = service_id ORDER BY service.name',
    ),
    (row) => row.project_id,
  );
  const rows = sql.all(
    AuditRow,
    `SELECT project.id, project.name, status, main_purpose, partner_organisation_id, organisation.name AS partner, starts_on
     FROM project LEFT JOIN organisation ON organisation.id = partner_organisation_id WHERE project.kind = 'user-audit'
     ORDER BY status IN ('finished', 'stopped', 'anonymised'), starts_on DESC, project.name LIMIT 500`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    status: row.status,
    topic: row.main_purpose,
    partner: pointed(row.partner_organisation_id, row.partner),
    startsOn: row.starts_on,
    services: (services.get(row.id) ?? []).map(({ name }) => name),
  }));
}

function pointed(id: string | null, name: string | null): Pointed | null {
  return id === null ? null : { id, name: name ?? '', detail: '' };
}
