import { z } from 'zod';
import { ProjectId, QuestionnaireId, type VersionId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { writeVersion } from '../questionnaires/write-spec.ts';
import { writerFor } from '../questionnaires/writer.ts';
import { writeFileCodings } from './codings/write-codings.ts';
import { intoQuestionnaire } from './into/write-target.ts';
import { planQuestionnaire, type QuestionnairePlan } from './plan-questionnaire.ts';
import { plannedSpecs } from './planned-specs.ts';
import { rememberMapping } from './remember.ts';
import { writeInterviews, type InterviewToAdd } from './write-interviews.ts';
import {
  keysWithClock,
  markTaken,
  questionsIn,
  takenNames,
  writeWave,
  type SurveyToWrite,
  type Writing,
  type Written,
  type WrittenQuestion,
} from './writing.ts';

const One = z.object({ n: z.int() });

/** Whether a project is there at all. @throws AppError NOT_FOUND */
export function checkProject(sql: Statements, projectId: ProjectId): void {
  if (sql.get(One, 'SELECT 1 AS n FROM project WHERE id = :projectId', { projectId }) === undefined) throw new AppError('NOT_FOUND');
}

/**
 * Writes a whole survey inside the running operation: project (if new), wave, questionnaire in use, respondents, interviews and
 * answers, every new row with the batch's id. @throws AppError NOT_FOUND
 */
export function writeSurvey(call: Call, survey: SurveyToWrite): Written {
  const { workspace } = call;
  const { batchId, language } = survey;
  const at = new Date(workspace.now()).toISOString();
  if (survey.into !== null) return intoQuestionnaire(call, survey, survey.into, at);
  const projectId = projectOf(workspace, survey);
  checkProject(workspace.sql, projectId);
  const waveId = writeWave(workspace, projectId, survey);
  const writing: Writing = { workspace, batchId, projectId, language, at };
  const plan = planQuestionnaire(survey.mapping, takenNames(workspace.sql, projectId), keysWithClock(survey));
  const made = writeQuestionnaire(writing, plan, survey.questionnaireName);
  const adds = survey.rows.map((row): InterviewToAdd => ({
    row,
    respondentId: null,
    states: [],
    calculated: [],
    consent: null,
    rounds: [],
  }));
  const coded = writeInterviews(writing, { versionId: made.versionId, questions: made.questions, waveId }, adds);
  rememberMapping(workspace, { ...made, projectId, mapping: survey.mapping, heldOnKey: survey.heldOnKey });
  return { projectId, waveId, codings: writeFileCodings(call, writing, survey, coded) };
}

function projectOf(workspace: Workspace, survey: SurveyToWrite): ProjectId {
  if ('projectId' in survey.target) return survey.target.projectId;
  // A questionnaire of a project is written by another way.
  if (!('newProjectName' in survey.target)) throw new AppError('NOT_FOUND');
  const { sql, newId } = workspace;
  const id = ProjectId.parse(newId());
  sql.insert('project', {
    id,
    kind: 'survey',
    name: survey.target.newProjectName,
    status: 'running',
    content_language: survey.language,
    batch_id: survey.batchId,
  });
  return id;
}

function writeQuestionnaire(
  writing: Writing,
  plan: QuestionnairePlan,
  name: string,
): { questionnaireId: QuestionnaireId; versionId: VersionId; questions: WrittenQuestion[] } {
  const { workspace, projectId, batchId, language, at } = writing;
  const questionnaireId = QuestionnaireId.parse(workspace.newId());
  workspace.sql.insert('questionnaire', { id: questionnaireId, project_id: projectId, name, batch_id: batchId });
  const { questions, scales } = plannedSpecs(plan, language);
  const section = { name: null, title: { [language]: name }, relevant: null, questions };
  const writer = writerFor({ sql: workspace.sql, workspace }, projectId, batchId);
  const version = { questionnaireId, number: 1, status: 'in-use' as const };
  const versionId = writeVersion(writer, version, { name, languages: [language], sections: [section], scales, extras: {} });
  markTaken(workspace.sql, versionId, at);
  const written = questionsIn(workspace.sql, versionId);
  return {
    questionnaireId,
    versionId,
    questions: plan.questions.flatMap(({ kind }, place) => (written[place] === undefined ? [] : [{ ...written[place], kind }])),
  };
}
