import { z } from 'zod';
import { QuestionnaireId, type VersionId } from '../../../../../shared/model/ids.ts';
import type { Call } from '../../../rpc/call.ts';
import { markTaken } from '../../exchange/writing.ts';
import { writeVersion } from '../../questionnaires/write-spec.ts';
import { writerFor } from '../../questionnaires/writer.ts';
import type { RefiPlan } from './plan-project.ts';
import type { PlannedQuestion } from './plan-questions.ts';

/** What the parts of an import's writing share. */
export type Writing = Pick<Call, 'sql' | 'workspace' | 'actorId'>;

const One = z.object({ n: z.int() });
const IdRow = z.object({ id: z.string() });

/** The project, where it is a new one. */
export function writeProject({ sql }: Writing, { context: { target, file, choices } }: RefiPlan): void {
  if (!target.isNew) return;
  const { facts } = file.project;
  const kinds = ['user-evaluation', 'dialogue-round', 'user-audit', 'survey', 'other'];
  const kind = facts !== null && kinds.includes(facts.kind) ? facts.kind : 'survey';
  sql.insert('project', {
    id: target.projectId,
    kind,
    name: target.name,
    status: 'running',
    content_language: facts?.language ?? choices.language,
  });
}

/** A wave after the project's others. */
export function writeWave(
  { sql }: Writing,
  { context: { target } }: RefiPlan,
  { id, name }: { readonly id: string; readonly name: string },
): void {
  const text = 'SELECT coalesce(max(ordinal), 0) AS n FROM wave WHERE project_id = :projectId';
  const last = sql.get(One, text, { projectId: target.projectId })?.n ?? 0;
  sql.insert('wave', { id, project_id: target.projectId, ordinal: last + 1, name });
}

/** The form that new interviews are entered with, and where its questions are. */
export interface Form {
  readonly versionId: string | null;
  /** Key of a question in a version; undefined where that does not ask it. */
  readonly keyOf: (question: PlannedQuestion, versionId: string) => number | undefined;
}

const keyRowSql = `
SELECT question.key AS n FROM question WHERE question.variable_id = :variableId AND question.version_id = :versionId AND question.parent_id IS NULL LIMIT 1`;
const newestSql = `
SELECT v.id FROM questionnaire q JOIN questionnaire_version v ON v.questionnaire_id = q.id WHERE q.project_id = :projectId
ORDER BY (SELECT count(*) FROM question WHERE question.version_id = v.id AND question.variable_id IN (SELECT value FROM json_each(:variables))) DESC,
  v.status = 'draft', v.number DESC, v.id LIMIT 1`;

/** The questionnaire made of the file's questions; or of the project's own the version that asks most of them. */
export function formOf(call: Writing, plan: RefiPlan): Form {
  const { sql } = call;
  const { target } = plan.context;
  const keyOf: Form['keyOf'] = ({ variableId }, versionId) => sql.get(One, keyRowSql, { variableId, versionId })?.n;
  if (plan.interviews.interviews.length === 0) return { versionId: null, keyOf };
  const variables = JSON.stringify(plan.questions.questions.map(({ variableId }) => variableId));
  const known = sql.get(IdRow, newestSql, { projectId: target.projectId, variables });
  return { versionId: known?.id ?? writeQuestionnaire(call, plan), keyOf };
}

function writeQuestionnaire({ sql, workspace }: Writing, { context: { target, file, choices, at }, questions }: RefiPlan): VersionId {
  const specs = questions.questions.flatMap(({ spec, variableId }) => (spec === null ? [] : [{ spec, variableId }]));
  // The variables first, with the file's ids; the questions take them by name.
  for (const { spec, variableId } of specs)
    sql.insert('variable', {
      id: variableId,
      project_id: target.projectId,
      name: spec.name,
      is_background: Number(spec.isBackground),
      is_identifier: Number(spec.isIdentifier),
    });
  const questionnaireId = QuestionnaireId.parse(workspace.newId());
  const name = target.name;
  sql.insert('questionnaire', { id: questionnaireId, project_id: target.projectId, name });
  const language = file.project.facts?.language ?? choices.language;
  const section = { name: null, title: { [language]: name }, relevant: null, questions: specs.map(({ spec }) => spec) };
  const writer = writerFor({ sql, workspace }, target.projectId);
  const version = { questionnaireId, number: 1, status: 'in-use' as const };
  const versionId = writeVersion(writer, version, { name, languages: [language], sections: [section], scales: [], extras: {} });
  markTaken(sql, versionId, at);
  return versionId;
}
