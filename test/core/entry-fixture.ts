import { z } from 'zod';
import { openCore, type Core, type OpenCoreOptions } from '../../electron/core/open-core.ts';
import type { AnswerPlace, AnswerOutcome, InterviewDetail, StartValues, Turn } from '../../shared/contract/interviews.ts';
import type { AnswerRecord, AnswerValue, EnteredValue } from '../../shared/model/answer.ts';
import { InterviewId, ProjectId, QuestionId, VersionId, WaveId } from '../../shared/model/ids.ts';
import type { QuestionType } from '../../shared/model/questionnaire.ts';
import { aPath } from '../support/a-workspace.ts';

/** One question of a test's own form; what is left out is as plain as can be. Its number is its place in the list. */
export interface FormQuestion {
  readonly name: string;
  readonly type: QuestionType;
  /** Name of the repeat it lies in. */
  readonly in?: string;
  readonly section?: string;
  /** Codes from 1, or options in full. */
  readonly options?: number | readonly FormOption[];
  readonly relevant?: string;
  readonly calculation?: string;
  readonly filter?: string;
  readonly count?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly decimals?: number;
  readonly dateForm?: string;
  readonly register?: 'place' | 'service' | 'organisation';
  readonly isRandom?: boolean;
  readonly isPerPerson?: boolean;
  readonly isRequired?: boolean;
  readonly requiredWhen?: string;
  readonly hard?: string;
  readonly soft?: string;
}

export interface FormOption {
  readonly code: number;
  readonly name?: string;
  readonly asksWhat?: boolean;
  readonly isExclusive?: boolean;
  readonly filter?: Readonly<Record<string, string>>;
}

export interface Form {
  readonly core: Core;
  readonly path: string;
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly versionId: VersionId;
  readonly ids: ReadonlyMap<string, QuestionId>;
}

/** A workspace with one project, one wave and one form. */
export async function aForm(questions: readonly FormQuestion[], options: OpenCoreOptions = {}): Promise<Form> {
  const core = openCore({ windowId: 'entry', ...options });
  const path = aPath('Skjema.rost');
  await core.client.workspace.create({ path });
  const { workspace } = core.session;
  const made = { project: workspace.newId(), wave: workspace.newId(), questionnaire: workspace.newId(), version: workspace.newId() };
  const ids = new Map<string, QuestionId>();
  const intent = { kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') };
  workspace.operations.run(intent, () => {
    const { sql } = workspace;
    sql.insert('project', { id: made.project, kind: 'survey', name: 'Fjordvik', status: 'running' });
    sql.insert('wave', { id: made.wave, project_id: made.project, ordinal: 1, name: 'Vår 2025' });
    sql.insert('questionnaire', { id: made.questionnaire, project_id: made.project, name: 'Skjema' });
    sql.insert('questionnaire_version', {
      id: made.version,
      questionnaire_id: made.questionnaire,
      number: 1,
      status: 'in-use',
      languages: '["nb","sv","en"]',
    });
    const sections = new Map<string, string>();
    for (const [index, question] of questions.entries()) writeQuestion(core, made, { question, index, sections, ids });
  });
  return {
    core,
    path,
    projectId: ProjectId.parse(made.project),
    waveId: WaveId.parse(made.wave),
    versionId: VersionId.parse(made.version),
    ids,
  };
}

interface Writing {
  readonly question: FormQuestion;
  readonly index: number;
  readonly sections: Map<string, string>;
  readonly ids: Map<string, QuestionId>;
}

function writeQuestion(
  core: Core,
  made: { readonly project: string; readonly version: string },
  { question, index, sections, ids }: Writing,
): void {
  const { sql, newId } = core.session.workspace;
  const title = question.section ?? 'Del';
  const sectionId = sections.get(title) ?? newId();
  if (!sections.has(title))
    sql.insert('section', { id: sectionId, version_id: made.version, ordinal: sections.size, title: JSON.stringify({ nb: title }) });
  sections.set(title, sectionId);
  const variable = newId();
  sql.insert('variable', { id: variable, project_id: made.project, name: question.name });
  const id = newId();
  ids.set(question.name, QuestionId.parse(id));
  sql.insert('question', {
    id,
    key: index + 1,
    version_id: made.version,
    section_id: sectionId,
    variable_id: variable,
    parent_id: question.in === undefined ? null : (ids.get(question.in) ?? null),
    ordinal: index,
    number: String(index + 1),
    type: question.type,
    wording: JSON.stringify({ nb: question.name }),
    reasons: 'V P A U H',
    relevant: question.relevant ?? null,
    calculation: question.calculation ?? null,
    option_filter: question.filter ?? null,
    repeat_count: question.count ?? null,
    minimum: question.minimum ?? null,
    maximum: question.maximum ?? null,
    decimals: question.decimals ?? null,
    date_form: question.type === 'date' ? (question.dateForm ?? 'date') : null,
    register_kind: question.register ?? null,
    has_random_order: question.isRandom === true ? 1 : 0,
    is_per_person: question.isPerPerson === true ? 1 : 0,
    is_required: question.isRequired === true ? 1 : 0,
    required_when: question.requiredWhen ?? null,
  });
  writeChecks(core, id, question);
  const options =
    typeof question.options === 'number' ? Array.from({ length: question.options }, (_, n) => ({ code: n + 1 })) : (question.options ?? []);
  for (const [ordinal, option] of (options as readonly FormOption[]).entries()) {
    sql.insert('answer_option', {
      id: newId(),
      question_id: id,
      code: option.code,
      name: option.name ?? null,
      ordinal,
      label: JSON.stringify({ nb: `Svar ${option.code}` }),
      is_exclusive: option.isExclusive === true ? 1 : 0,
      asks_what: option.asksWhat === true ? 1 : 0,
      filter_values: option.filter === undefined ? null : JSON.stringify(option.filter),
    });
  }
}

function writeChecks(core: Core, questionId: string, { hard, soft }: FormQuestion): void {
  const { sql, newId } = core.session.workspace;
  for (const [severity, expression] of [
    ['hard', hard],
    ['soft', soft],
  ] as const) {
    if (expression === undefined) continue;
    sql.insert('question_check', { id: newId(), question_id: questionId, severity, expression, message: JSON.stringify({ nb: 'Sjekk' }) });
  }
}

/** Short ways of writing what is entered: a number is a code, a text an open answer. */
export type Entered = EnteredValue | number | string;

export interface Entry extends Form {
  readonly interviewId: InterviewId;
  readonly code: string;
  readonly id: (name: string) => QuestionId;
  readonly place: (name: string, instance?: number) => AnswerPlace;
  readonly answer: (name: string, value: Entered, instance?: number, more?: AnswerMore) => Promise<AnswerOutcome>;
  readonly record: (name: string, instance?: number) => Promise<AnswerRecord | undefined>;
  readonly detail: () => Promise<InterviewDetail>;
  readonly turns: () => Promise<readonly Turn[]>;
  readonly addRound: (name: string, parentInstance?: number) => Promise<number>;
  /** Names of the questions in these places, with "@instance" where there is one. */
  readonly named: (places: readonly AnswerPlace[]) => string[];
  readonly undo: () => Promise<unknown>;
}

export interface AnswerMore {
  readonly changeReason?: 'as-on-form' | 'other';
  readonly seen?: AnswerValue | null;
}

/** A form with one interview begun. */
export async function anEntry(
  questions: readonly FormQuestion[],
  start: Partial<StartValues> = {},
  options: OpenCoreOptions = {},
): Promise<Entry> {
  const form = await aForm(questions, options);
  const { client } = form.core;
  const { interviewId, code } = await client.interviews.start({
    projectId: form.projectId,
    waveId: form.waveId,
    versionId: form.versionId,
    kind: 'person',
    mode: 'face-to-face',
    language: 'nb',
    placeId: null,
    serviceId: null,
    heldOn: '2025-04-03',
    personCount: null,
    consentGivenOn: '2025-04-03',
    ...start,
  });
  return entryOf(form, interviewId, code);
}

export function entryOf(form: Form, interviewId: InterviewId, code: string): Entry {
  const { client } = form.core;
  const id = (name: string): QuestionId => {
    const found = form.ids.get(name);
    if (found === undefined) throw new Error(`no question ${name}`);
    return found;
  };
  const detail = (): Promise<InterviewDetail> => client.interviews.get({ interviewId });
  const nameOf = ({ questionId, instance }: AnswerPlace): string => {
    const name = [...form.ids].find(([, known]) => known === questionId)?.[0] ?? '?';
    return instance === 0 ? name : `${name}@${instance}`;
  };
  return {
    ...form,
    interviewId,
    code,
    id,
    place: (name, instance = 0) => ({ questionId: id(name), instance }),
    answer: (name, value, instance = 0, more = {}) =>
      client.interviews.answer({ interviewId, questionId: id(name), instance, value: asValue(value), ...more }),
    record: async (name, instance = 0) =>
      (await detail()).answers.find((answer) => answer.questionId === id(name) && answer.instance === instance),
    detail,
    turns: async () => (await detail()).turns,
    addRound: async (name, parentInstance = 0) =>
      (await client.interviews.addTurn({ interviewId, questionId: id(name), parentInstance })).instance,
    named: (places) => places.map(nameOf),
    undo: () => client.history.undo({}),
  };
}

export function asValue(value: Entered): EnteredValue {
  if (typeof value === 'number') return { kind: 'code', code: value };
  return typeof value === 'string' ? { kind: 'text', text: value } : value;
}

export const num = (number: number): EnteredValue => ({ kind: 'number', number });
export const date = (said: string): EnteredValue => ({ kind: 'date', said });
export const codes = (...given: number[]): EnteredValue => ({ kind: 'codes', codes: given });
export const draft = (typed: string): EnteredValue => ({ kind: 'draft', typed });
export const clear: EnteredValue = { kind: 'clear' };
export const dontKnow: EnteredValue = { kind: 'missing', reason: 'dont-know' };

/** One number from the file. */
export function count(core: Core, sql: string, params: Readonly<Record<string, string | number>> = {}): number {
  return core.session.workspace.sql.get(z.object({ n: z.number() }), sql, params)?.n ?? 0;
}
