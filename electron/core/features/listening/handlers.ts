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
import { givenColumns, updateRow } from '../../db/update-row.ts';
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

/** The registers, and which column calls a row by its name. */
const names = { external_survey: 'name', problem_statement: 'wording', hearing_method: 'name' } as const;
type Table = keyof typeof names;

const surveyColumns = {
  name: 'name',
  owner: 'owner',
  everyMonths: 'every_months',
  latestYear: 'latest_year',
  headline: 'headline',
  hasEnoughAnswers: 'has_enough_answers',
} as const satisfies Record<Exclude<keyof ExternalSurvey, 'id'>, string>;
const problemColumns = {
  projectId: 'project_id',
  wording: 'wording',
  raisedBy: 'raised_by',
  raisedOn: 'raised_on',
  serviceId: 'service_id',
  status: 'status',
  answer: 'answer',
} as const satisfies Record<Exclude<keyof ProblemStatement, 'id'>, string>;
const methodColumns = {
  projectId: 'project_id',
  kind: 'kind',
  name: 'name',
  effort: 'effort',
  strengths: 'strengths',
  weaknesses: 'weaknesses',
  period: 'period_as_said',
} as const satisfies Record<Exclude<keyof HearingMethod, 'id' | 'reached'>, string>;

function reachedColumns(reached: HearingMethod['reached'] | undefined): SqlParams {
  return reached === undefined ? {} : { reached_count: reached?.count ?? null, reached_precision: reached?.precision ?? null };
}

export const listeningHandlers: Handlers<typeof contract.listening> = {
  list: ({ sql }, { projectId }) => ({
    surveys: readSurveys(sql),
    problems: readProblems(sql, projectId ?? null),
    methods: readMethods(sql, projectId ?? null),
    services: sql.all(Named, 'SELECT id, name FROM service ORDER BY name LIMIT 500'),
  }),
  saveSurvey: (call, { id, ...survey }) => save(call, 'external_survey', id, givenColumns(survey, surveyColumns)),
  removeSurvey: (call, { id }) => remove(call, 'external_survey', id),
  saveProblem: (call, { id, ...problem }) => save(call, 'problem_statement', id, givenColumns(problem, problemColumns)),
  removeProblem: (call, { id }) => remove(call, 'problem_statement', id),
  saveMethod: (call, { id, reached, ...method }) =>
    save(call, 'hearing_method', id, { ...givenColumns(method, methodColumns), ...reachedColumns(reached) }),
  removeMethod: (call, { id }) => remove(call, 'hearing_method', id),
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

/** Makes a row, or changes what is named of the one that has the id. @throws AppError NOT_FOUND */
function save(call: Call, table: Table, id: string | null, row: SqlParams): { id: string } {
  const { sql, workspace, operation } = call;
  if (id !== null) updateRow(sql, table, id, row);
  const saved = id ?? workspace.newId();
  if (id === null) sql.insert(table, { id: saved, ...row });
  operation.label({ name: cut(nameOf(call, table, saved)) });
  return { id: saved };
}

function remove(call: Call, table: Table, id: string): Record<never, never> {
  call.operation.label({ name: cut(nameOf(call, table, id)) });
  call.sql.run(`DELETE FROM ${table} WHERE id = :id`, { id });
  return {};
}

/** @throws AppError NOT_FOUND */
function nameOf({ sql }: Pick<Call, 'sql'>, table: Table, id: string): string {
  const row = sql.get(z.object({ name: z.string() }), `SELECT ${names[table]} AS name FROM ${table} WHERE id = :id`, { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row.name;
}
