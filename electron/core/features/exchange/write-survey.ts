import { z } from 'zod';
import type { ImportTarget } from '../../../../shared/contract/exchange.ts';
import { ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { createBulkInsert } from '../../db/bulk-insert.ts';
import { planQuestionnaire, type PlannedOption, type PlannedQuestion, type QuestionnairePlan } from './plan-questionnaire.ts';
import type { PreparedRow } from './prepare-rows.ts';
import { writeInterviews } from './write-interviews.ts';

/** What is written, and where. */
export interface SurveyToWrite {
  readonly mapping: SurveyMapping;
  readonly rows: readonly PreparedRow[];
  readonly target: ImportTarget;
  readonly questionnaireName: string;
  readonly waveName: string;
  readonly language: Language;
  readonly batchId: string;
}

/** A question as it lies in the file: what kind it is, and the small number that its answers are stored under. */
export interface WrittenQuestion {
  readonly key: number;
  readonly kind: PlannedQuestion['kind'];
}

/** What the parts of an import's writing share. */
export interface Writing {
  readonly workspace: Workspace;
  readonly batchId: string;
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly versionId: string;
  readonly language: Language;
  /** One moment for the whole import, UTC ISO. */
  readonly at: string;
}

const One = z.object({ n: z.int() });
const NameRow = z.object({ name: z.string() });

/** Whether a project is there at all. @throws AppError NOT_FOUND */
export function checkProject(sql: Statements, projectId: ProjectId): void {
  if (sql.get(One, 'SELECT 1 AS n FROM project WHERE id = :projectId', { projectId }) === undefined) throw new AppError('NOT_FOUND');
}

/**
 * Writes a whole survey inside the running operation: project (if new), wave, questionnaire in use, respondents, interviews and
 * answers, every row with the batch's id. @throws AppError NOT_FOUND
 */
export function writeSurvey(workspace: Workspace, survey: SurveyToWrite): { projectId: ProjectId; waveId: WaveId } {
  const { sql } = workspace;
  const at = new Date(workspace.now()).toISOString();
  const projectId = 'projectId' in survey.target ? survey.target.projectId : writeProject(workspace, survey.target.newProjectName, survey);
  checkProject(sql, projectId);
  const waveId = writeWave(workspace, projectId, survey);
  const takenNames = sql.all(NameRow, 'SELECT name FROM variable WHERE project_id = :projectId', { projectId }).map(({ name }) => name);
  const plan = planQuestionnaire(survey.mapping, takenNames);
  const { batchId, language } = survey;
  const versionId = writeVersion(workspace, projectId, survey, at);
  const writing: Writing = { workspace, batchId, projectId, waveId, versionId, language, at };
  const questions = writeQuestions(writing, plan, survey.questionnaireName);
  writeInterviews(writing, questions, survey.rows);
  return { projectId, waveId };
}

function writeProject({ sql, newId }: Workspace, name: string, { language, batchId }: SurveyToWrite): ProjectId {
  // Made by the program's own maker of ids.
  const id = newId() as ProjectId;
  sql.insert('project', { id, kind: 'survey', name, status: 'running', content_language: language, batch_id: batchId });
  return id;
}

function writeWave({ sql, newId }: Workspace, projectId: ProjectId, { waveName, batchId }: SurveyToWrite): WaveId {
  // Made by the program's own maker of ids.
  const id = newId() as WaveId;
  const ordinal =
    (sql.get(One, 'SELECT coalesce(max(ordinal), 0) AS n FROM wave WHERE project_id = :projectId', { projectId })?.n ?? 0) + 1;
  sql.insert('wave', { id, project_id: projectId, ordinal, name: waveName, batch_id: batchId });
  return id;
}

function writeVersion(
  { sql, newId }: Workspace,
  projectId: ProjectId,
  { questionnaireName, language, batchId }: SurveyToWrite,
  at: string,
): string {
  const questionnaireId = newId();
  const id = newId();
  sql.insert('questionnaire', { id: questionnaireId, project_id: projectId, name: questionnaireName, batch_id: batchId });
  sql.insert('questionnaire_version', {
    id,
    questionnaire_id: questionnaireId,
    number: 1,
    status: 'in-use',
    languages: language,
    taken_into_use_at: at,
    batch_id: batchId,
  });
  return id;
}

function writeQuestions(writing: Writing, plan: QuestionnairePlan, title: string): WrittenQuestion[] {
  const { workspace, batchId, versionId, projectId, language } = writing;
  const { sql, newId } = workspace;
  const inLanguage = (text: string): string => JSON.stringify({ [language]: text });
  const options = createBulkInsert(workspace.db, 'answer_option', [
    'id',
    'question_id',
    'scale_id',
    'code',
    'ordinal',
    'label',
    'is_exclusive',
    'asks_what',
    'batch_id',
  ]);
  const addOptions = (owner: { question: string | null; scale: string | null }, all: readonly PlannedOption[]): void => {
    for (const [at, { code, label, isExclusive, asksWhat }] of all.entries()) {
      options.add(newId(), owner.question, owner.scale, code, at + 1, inLanguage(label), isExclusive ? 1 : 0, asksWhat ? 1 : 0, batchId);
    }
  };
  const scaleIds = plan.scales.map((scale) => {
    const id = newId();
    sql.insert('scale', { id, name: scale.name, direction: scale.direction, neutral_code: scale.neutralCode, batch_id: batchId });
    addOptions({ question: null, scale: id }, scale.options);
    return id;
  });
  const sectionId = newId();
  sql.insert('section', { id: sectionId, version_id: versionId, ordinal: 1, title: inLanguage(title), batch_id: batchId });
  const lastKey = sql.get(One, 'SELECT coalesce(max(key), 0) AS n FROM question')?.n ?? 0;
  const written = plan.questions.map((question, at): WrittenQuestion => {
    const variableId = newId();
    sql.insert('variable', { id: variableId, project_id: projectId, name: question.variable, batch_id: batchId });
    const id = newId();
    const key = lastKey + at + 1;
    sql.insert('question', {
      id,
      key,
      version_id: versionId,
      section_id: sectionId,
      variable_id: variableId,
      ordinal: at + 1,
      number: String(at + 1),
      type: question.type,
      scale_id: question.scale === null ? null : (scaleIds[question.scale] ?? null),
      wording: inLanguage(question.wording),
      lead: question.lead === null ? null : inLanguage(question.lead),
      reasons: question.reasons.join(' '),
      batch_id: batchId,
    });
    addOptions({ question: id, scale: null }, question.options);
    return { key, kind: question.kind };
  });
  options.finish();
  return written;
}
