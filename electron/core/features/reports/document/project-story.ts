import { z } from 'zod';
import { ActorId } from '../../../../../shared/model/ids.ts';
import { Language } from '../../../../../shared/model/text.ts';
import { compareCoders } from '../../agreement/compare.ts';
import { readMaterial } from '../../agreement/read-material.ts';
import { readThemeOrder } from '../../recurrence/read-themes.ts';
import { fromData } from './data-memory.ts';
import type { Ground } from './ground.ts';

const text = z.string().nullable();
const ProjectRow = z.object({
  target_group: text,
  main_purpose: text,
  intended_use: text,
  idea: text,
  method: text,
  method_deviation: text,
  anchoring: text,
  ethics_reference: text,
  partner: text,
  partnership: text,
  starts_on: text,
  ends_on: text,
  content_language: Language.catch('nb'),
});
const projectSql = `SELECT project.target_group, project.main_purpose, project.intended_use, project.idea, project.method,
  project.method_deviation, project.anchoring, project.ethics_reference, organisation.name AS partner, partnership.name AS partnership,
  project.starts_on, project.ends_on, project.content_language
FROM project LEFT JOIN organisation ON organisation.id = project.partner_organisation_id
LEFT JOIN partnership ON partnership.id = project.partnership_id WHERE project.id = :projectId`;

const Named = z.object({ name: z.string() });
const Counted = z.object({ name: z.string(), n: z.int() });
const Count = z.object({ n: z.int() });

const took = `interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')
  AND EXISTS (SELECT 1 FROM respondent WHERE respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL)`;
/** Ways of asking, and ways people were reached, that enough persons share to be told. */
const modesSql = `SELECT mode AS name, count(DISTINCT respondent_id) AS n FROM interview WHERE ${took} GROUP BY mode ORDER BY n DESC, mode`;
const recruitedSql = `SELECT respondent.recruited_by AS name, count(*) AS n FROM respondent
WHERE respondent.project_id = :projectId AND respondent.withdrawn_at IS NULL AND trim(coalesce(respondent.recruited_by, '')) <> ''
GROUP BY respondent.recruited_by ORDER BY n DESC, name`;
const groupsSql = `SELECT count(*) AS n FROM interview WHERE ${took} AND kind = 'group'`;
const interviewersSql = `SELECT count(DISTINCT interviewer_id) AS n FROM interview WHERE ${took}`;
const pairedSql = `SELECT count(*) AS n FROM interview WHERE ${took} AND trim(coalesce(co_interviewers, '')) <> ''`;
const servicesSql = `SELECT service.name FROM project_service JOIN service ON service.id = project_service.service_id
WHERE project_service.project_id = :projectId ORDER BY service.name`;
const placesSql = `SELECT place.name FROM project_place JOIN place ON place.id = project_place.place_id
WHERE project_place.project_id = :projectId ORDER BY place.name`;
const bodiesSql = `SELECT body.name FROM project_body JOIN body ON body.id = project_body.body_id
WHERE project_body.project_id = :projectId ORDER BY body.name`;

const FormRow = z.object({ name: z.string(), number: z.int(), questions: z.int(), open: z.int() });
const formsSql = `SELECT questionnaire.name, questionnaire_version.number,
  (SELECT count(*) FROM question WHERE version_id = questionnaire_version.id AND type NOT IN ('note', 'calculated', 'repeat', 'consent')) AS questions,
  (SELECT count(*) FROM question WHERE version_id = questionnaire_version.id AND type = 'open') AS open
FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE questionnaire_version.id IN (SELECT version_id FROM interview WHERE ${took}) ORDER BY questionnaire.name, questionnaire_version.number`;

const projectTexts = 'SELECT id FROM text WHERE project_id = :projectId';
const CoderRow = z.object({ coder_id: ActorId, n: z.int() });
const codersSql = `SELECT coding.coder_id, count(DISTINCT coding.text_id) AS n FROM coding JOIN actor ON actor.id = coding.coder_id AND actor.is_consensus = 0
WHERE coding.text_id IN (${projectTexts}) GROUP BY coding.coder_id ORDER BY n DESC, coding.coder_id LIMIT 20`;
const themesSql = `SELECT count(DISTINCT theme_id) AS n FROM counted_coding WHERE text_id IN (${projectTexts})`;
/** Somebody took part whose yes is not written down. */
const withoutConsentSql = `SELECT count(*) AS n FROM interview WHERE ${took} AND NOT EXISTS (SELECT 1 FROM consent
  WHERE consent.respondent_id = interview.respondent_id AND consent.scope = 'take-part' AND consent.withdrawn_on IS NULL)`;
const clearedSql = `SELECT count(*) AS n FROM quote WHERE status = 'cleared' AND text_id IN (${projectTexts})`;
const versionSql = 'SELECT coalesce(max(number), 0) AS n FROM codebook_version';
const WeightRow = z.object({ name: z.string(), source: z.string(), counted_on: z.string() });
const weightSql = 'SELECT name, source, counted_on FROM weighting WHERE project_id = :projectId';
const MeetingRow = z.object({ title: z.string(), kind: z.string() });
const conferenceSql = `SELECT meeting.title, meeting.kind FROM meeting WHERE meeting.project_id = :projectId
  AND meeting.status IN ('held', 'minutes-sent', 'changed-after-sending') ORDER BY meeting.held_on, meeting.id LIMIT 200`;

/** Fewer texts say nothing about how well two people agree. */
const fewestCompared = 10;

/** What is written down about how a project was done. Nothing in it tells of fewer persons than may be told of. */
export interface ProjectStory {
  readonly project: z.infer<typeof ProjectRow>;
  readonly modes: readonly string[];
  readonly recruitedBy: readonly string[];
  readonly hasGroups: boolean;
  readonly interviewers: number;
  readonly hasPairs: boolean;
  readonly services: readonly string[];
  readonly places: readonly string[];
  readonly bodies: readonly string[];
  readonly forms: readonly z.infer<typeof FormRow>[];
  readonly coders: number;
  readonly themes: number;
  readonly codebookVersion: number;
  /** Two people coded the same texts, each alone: Krippendorff's α over the sets of themes. */
  readonly agreement: { readonly texts: number; readonly alpha: number } | null;
  readonly weights: z.infer<typeof WeightRow> | null;
  /** Somebody's words have been cleared. */
  readonly hasQuotes: boolean;
  /** Everybody's yes to taking part is written down. */
  readonly hasConsents: boolean;
  readonly meetings: readonly z.infer<typeof MeetingRow>[];
}

function agreementOf({ call: { sql }, report: { projectId } }: Ground, coders: readonly ActorId[]): ProjectStory['agreement'] {
  const two = coders.slice(0, 2);
  if (two.length < 2) return null;
  const compared = compareCoders(readMaterial(sql, { projectId, texts: 'all' }, two), 'answer', readThemeOrder(sql).order);
  const value = compared.overall.sets?.value ?? null;
  return value === null || compared.texts < fewestCompared ? null : { texts: compared.texts, alpha: value };
}

function read(ground: Ground): ProjectStory {
  const { call, report, rule } = ground;
  const { sql } = call;
  const params = { projectId: report.projectId };
  const count = (statement: string): number => sql.get(Count, statement, params)?.n ?? 0;
  const names = (statement: string): string[] => sql.all(Named, statement, params).map(({ name }) => name);
  const shared = (statement: string): string[] =>
    sql.all(Counted, statement, params).flatMap(({ name, n }) => (n < rule.threshold ? [] : [name]));
  const coders = sql.all(CoderRow, codersSql, params).map((row) => row.coder_id);
  const project = sql.get(ProjectRow, projectSql, params);
  if (project === undefined) throw new Error('a report has a project');
  return {
    project,
    modes: shared(modesSql),
    recruitedBy: shared(recruitedSql),
    hasGroups: count(groupsSql) > 0,
    interviewers: count(interviewersSql),
    hasPairs: count(pairedSql) > 0,
    services: names(servicesSql),
    places: names(placesSql),
    bodies: names(bodiesSql),
    forms: sql.all(FormRow, formsSql, params),
    coders: coders.length,
    themes: count(themesSql),
    codebookVersion: sql.get(Count, versionSql)?.n ?? 0,
    agreement: agreementOf(ground, coders),
    weights: sql.get(WeightRow, weightSql, params) ?? null,
    hasQuotes: count(clearedSql) > 0,
    hasConsents: count(withoutConsentSql) === 0,
    meetings: sql.all(MeetingRow, conferenceSql, params),
  };
}

/** How the report's project was done, as far as it is written down. */
export function projectStory(ground: Ground): ProjectStory {
  return fromData(ground.call.workspace, `story ${ground.report.projectId}`, () => read(ground));
}
