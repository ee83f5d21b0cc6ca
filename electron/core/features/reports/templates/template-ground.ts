import { z } from 'zod';
import type { FindingRow } from '../../../../../shared/contract/findings.ts';
import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import type { BlockOptions } from '../../../../../shared/contract/reports-terms.ts';
import type { MessageId } from '../../../../../shared/messages/generated/message-id.ts';
import type { MeetingId } from '../../../../../shared/model/ids.ts';
import { withoutMarks } from '../../../../../shared/texts/marked-text.ts';
import type { Call } from '../../../rpc/call.ts';
import { requireSight } from '../../coding/index.ts';
import { readKept } from '../../analysis/exhibits/kept.ts';
import type { NewReport } from '../create-report.ts';
import { maySpeak, projectFindings } from '../document/blocks/findings.ts';
import { openGround, type Ground } from '../document/ground.ts';
import { projectStory, type ProjectStory } from '../document/project-story.ts';

const Named = z.object({ id: z.string(), name: z.string() });
const servicesSql = `SELECT service.id, service.name FROM project_service JOIN service ON service.id = project_service.service_id
WHERE project_service.project_id = :projectId ORDER BY service.name`;
const Conference = z.object({ id: z.string() });
const conferenceSql = `SELECT id FROM meeting WHERE project_id = :projectId AND kind = 'dialogue-conference'
  AND status IN ('held', 'minutes-sent', 'changed-after-sending') ORDER BY held_on DESC, id DESC LIMIT 1`;
const EvidenceRow = z.object({ finding_id: z.string(), exhibit_id: z.string() });
const evidenceSql = `SELECT finding_evidence.finding_id, finding_evidence.exhibit_id FROM finding_evidence
JOIN finding ON finding.id = finding_evidence.finding_id WHERE finding.project_id = :projectId AND finding_evidence.exhibit_id IS NOT NULL`;

/** A kept table that may stand in a report today. */
export interface TemplateExhibit {
  readonly id: string;
  readonly hasChart: boolean;
  /** Findings that rest on it. */
  readonly findings: ReadonlySet<string>;
}

/** What a template can fill in. */
export interface TemplateGround {
  readonly ground: Ground;
  readonly story: ProjectStory;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly FindingRow[];
  readonly exhibits: readonly TemplateExhibit[];
  readonly conferenceId: string | null;
  readonly roundId: string | null;
  readonly meetingId: string | null;
}

/** What the project knows that a report can begin with. @throws AppError CODING_IS_BLIND */
export function templateGround(call: Call, report: NewReport, reportId: Ground['report']['id']): TemplateGround {
  const { sql } = call;
  const { projectId, kind, title, language, roundId, meetingId } = report;
  requireSight(sql, projectId);
  const facts = {
    id: reportId,
    // The project was found under this id before.
    projectId: projectId as Ground['report']['projectId'],
    project: '',
    kind,
    title,
    language,
    byline: null,
    authors: null,
    place: null,
    year: null,
    link: null,
    updatedOn: null,
  };
  const ground = openGround(call, facts, false);
  const evidence = Map.groupBy(sql.all(EvidenceRow, evidenceSql, { projectId }), (row) => row.exhibit_id);
  // A table that may not leave would keep the new report from being written out.
  const exhibits = readKept(sql, projectId)
    .filter(({ id }) => ground.exhibits.read(id).state === 'stands')
    .map(({ id, chart }) => ({ id, hasChart: chart !== null, findings: new Set((evidence.get(id) ?? []).map((row) => row.finding_id)) }));
  return {
    ground,
    story: projectStory(ground),
    services: sql.all(Named, servicesSql, { projectId }),
    findings: projectFindings(ground).filter((finding) => maySpeak(finding, ground)),
    exhibits,
    conferenceId: sql.get(Conference, conferenceSql, { projectId })?.id ?? null,
    roundId,
    meetingId: meetingId as MeetingId | null,
  };
}

const bare = { body: '', options: {}, exhibitId: null, quoteId: null, findingId: null, attachmentId: null } as const;

/** Something that is filled in from the project. */
export function block(kind: NewBlock['kind'], options: BlockOptions = {}): NewBlock {
  return { ...bare, kind, options };
}

/** A heading in the report's language. */
export function heading({ ground }: TemplateGround, id: MessageId, options: BlockOptions = {}): NewBlock {
  return namedHeading(ground.say(id), options);
}

/** A heading with a name of the project's. */
export function namedHeading(words: string, options: BlockOptions = {}): NewBlock {
  return { ...bare, kind: 'heading', body: words, options: { level: 1, ...options } };
}

/** What a person must write: it stands as "[… …]" until somebody has. */
export function guide({ ground }: TemplateGround, id: MessageId): NewBlock {
  return { ...bare, kind: 'text', body: ground.say(id) };
}

/** What the project has in its own words, where they are in the report's language; else what somebody must write. */
export function ownOrGuide(from: TemplateGround, words: string | null, id: MessageId): NewBlock {
  const isOwn = words !== null && words.trim() !== '' && from.story.project.content_language === from.ground.language;
  return isOwn ? { ...bare, kind: 'text', body: withoutMarks(words.trim()) } : guide(from, id);
}

/** A kept table. */
export function exhibit({ id, hasChart }: TemplateExhibit, shows?: BlockOptions['shows']): NewBlock {
  const chosen = shows ?? (hasChart ? 'chart' : 'table');
  return { ...bare, kind: 'exhibit', exhibitId: id, options: { shows: chosen } };
}
