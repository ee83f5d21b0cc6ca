import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import {
  HearingKind,
  ProblemStatus,
  type ExternalSurvey,
  type HearingMethod,
  type ProblemStatement,
} from '../../../../shared/contract/listening.ts';
import { ProjectId } from '../../../../shared/model/ids.ts';
import { counted, Precision } from '../../../../shared/model/vague.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call, Handlers } from '../../rpc/call.ts';

const text = z.string().nullable();
const SurveyRow = z.object({
  id: z.string(),
  name: z.string(),
  owner: text,
  every_months: z.int().nullable(),
  latest_year: z.int().nullable(),
  headline: text,
  has_enough_answers: z.int().nullable(),
});
const ProblemRow = z.object({
  id: z.string(),
  project_id: ProjectId.nullable(),
  wording: z.string(),
  raised_by: text,
  raised_on: text,
  service_id: text,
  status: ProblemStatus,
  answer: text,
});
const MethodRow = z.object({
  id: z.string(),
  project_id: ProjectId.nullable(),
  kind: HearingKind,
  name: z.string(),
  reached_count: z.int().nullable(),
  reached_precision: Precision.nullable(),
  effort: text,
  strengths: text,
  weaknesses: text,
  period_as_said: text,
});
const Named = z.object({ id: z.string(), name: z.string() });
const ofProject = '(:projectId IS NULL OR project_id IS NULL OR project_id = :projectId)';

type Table = 'external_survey' | 'problem_statement' | 'hearing_method';

export const listeningHandlers: Handlers<typeof contract.listening> = {
  list: ({ sql }, { projectId }) => ({
    surveys: readSurveys(sql),
    problems: readProblems(sql, projectId ?? null),
    methods: readMethods(sql, projectId ?? null),
    services: sql.all(Named, 'SELECT id, name FROM service ORDER BY name LIMIT 500'),
  }),
  saveSurvey: (call, { id, ...survey }) =>
    save(call, 'external_survey', id, survey.name, {
      name: survey.name,
      owner: survey.owner,
      every_months: survey.everyMonths,
      latest_year: survey.latestYear,
      headline: survey.headline,
      has_enough_answers: survey.hasEnoughAnswers === null ? null : Number(survey.hasEnoughAnswers),
    }),
  removeSurvey: (call, { id }) => remove(call, 'external_survey', 'name', id),
  saveProblem: (call, { id, ...problem }) =>
    save(call, 'problem_statement', id, problem.wording, {
      project_id: problem.projectId,
      wording: problem.wording,
      raised_by: problem.raisedBy,
      raised_on: problem.raisedOn,
      service_id: problem.serviceId,
      status: problem.status,
      answer: problem.answer,
    }),
  removeProblem: (call, { id }) => remove(call, 'problem_statement', 'wording', id),
  saveMethod: (call, { id, ...method }) =>
    save(call, 'hearing_method', id, method.name, {
      project_id: method.projectId,
      kind: method.kind,
      name: method.name,
      reached_count: method.reached?.count ?? null,
      reached_precision: method.reached?.precision ?? null,
      effort: method.effort,
      strengths: method.strengths,
      weaknesses: method.weaknesses,
      period_as_said: method.period,
    }),
  removeMethod: (call, { id }) => remove(call, 'hearing_method', 'name', id),
};

function readSurveys(sql: Statements): ExternalSurvey[] {
  const rows = sql.all(
    SurveyRow,
    'SELECT id, name, owner, every_months, latest_year, headline, has_enough_answers FROM external_survey ORDER BY name LIMIT 500',
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    owner: row.owner,
    everyMonths: row.every_months,
    latestYear: row.latest_year,
    headline: row.headline,
    hasEnoughAnswers: row.has_enough_answers === null ? null : row.has_enough_answers === 1,
  }));
}

function readProblems(sql: Statements, projectId: ProjectId | null): ProblemStatement[] {
  const rows = sql.all(
    ProblemRow,
    `SELECT id, project_id, wording, raised_by, raised_on, service_id, status, answer FROM problem_statement WHERE ${ofProject}
     ORDER BY status IN ('answered', 'closed'), raised_on DESC, id LIMIT 500`,
    { projectId },
  );
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    wording: row.wording,
    raisedBy: row.raised_by,
    raisedOn: row.raised_on,
    serviceId: row.service_id,
    status: row.status,
    answer: row.answer,
  }));
}

function readMethods(sql: Statements, projectId: ProjectId | null): HearingMethod[] {
  const rows = sql.all(
    MethodRow,
    `SELECT id, project_id, kind, name, reached_count, reached_precision, effort, strengths, weaknesses, period_as_said FROM hearing_method
     WHERE ${ofProject} ORDER BY kind, name LIMIT 500`,
    { projectId },
  );
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    name: row.name,
    period: row.period_as_said,
    reached: counted(row.reached_count, row.reached_precision),
    effort: row.effort,
    strengths: row.strengths,
    weaknesses: row.weaknesses,
  }));
}

/** Makes a row, or changes the one that has the id. @throws AppError NOT_FOUND */
function save({ sql, workspace, operation }: Call, table: Table, id: string | null, name: string, row: SqlParams): { id: string } {
  operation.label({ name: cut(name) });
  if (id === null) {
    const made = workspace.newId();
    sql.insert(table, { id: made, ...row });
    return { id: made };
  }
  const set = Object.keys(row).map((column) => `${column} = :${column}`);
  if (sql.run(`UPDATE ${table} SET ${set.join(', ')} WHERE id = :id`, { ...row, id }) === 0) throw new AppError('NOT_FOUND');
  return { id };
}

function remove({ sql, operation }: Call, table: Table, nameColumn: 'name' | 'wording', id: string): Record<never, never> {
  const row = sql.get(z.object({ name: z.string() }), `SELECT ${nameColumn} AS name FROM ${table} WHERE id = :id`, { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ name: cut(row.name) });
  sql.run(`DELETE FROM ${table} WHERE id = :id`, { id });
  return {};
}
