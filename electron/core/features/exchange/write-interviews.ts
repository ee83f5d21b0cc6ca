import { z } from 'zod';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId, VersionId, WaveId } from '../../../../shared/model/ids.ts';
import { createBulkInsert, type BulkInsert } from '../../db/bulk-insert.ts';
import { takeSmallKeys } from '../../db/small-key.ts';
import { seedOf } from '../interviews/start.ts';
import { toColumns } from '../interviews/stored-value.ts';
import type { PlacedValue } from './into/judge-row.ts';
import type { PlannedRound } from './into/lay-rounds.ts';
import type { PlacedState } from './into/row-values.ts';
import { plainDate } from './into/slot-value.ts';
import type { AnswerSlot, PreparedRow } from './prepare-rows.ts';
import { createCodeGiver } from './respondent-codes.ts';
import type { CodedAnswer } from './codings/write-codings.ts';
import { writeRounds } from './write-rounds.ts';
import type { WrittenQuestion, Writing } from './writing.ts';

/** One row that becomes an interview. */
export interface InterviewToAdd {
  readonly row: PreparedRow;
  /** The person, where the project has them already. */
  readonly respondentId: string | null;
  readonly states: readonly PlacedState[];
  readonly calculated: readonly PlacedValue[];
  /** What was answered to being asked for consent; null where nobody was. */
  readonly consent: 'yes' | 'no' | null;
  readonly rounds: readonly PlannedRound[];
}

/** The form that was asked, and when. `readValue` reads what a text column cannot tell by itself. */
export interface AskedForm {
  readonly versionId: VersionId;
  readonly waveId: WaveId;
  /** One for each question of the mapping, in its order. */
  readonly questions: readonly WrittenQuestion[];
  readonly keyOf?: ((questionId: QuestionId) => number | undefined) | undefined;
  /** A value as entry keeps it; left out where the slot's own form says all. */
  readonly readValue?: (place: number, row: PreparedRow) => AnswerValue | null;
}

const answerColumns = ['interview_key', 'question_key', 'code', 'num', 'txt', 'text_id', 'missing'] as const;
const wideColumns = [...answerColumns, 'sort_on', 'precision', 'state', 'instance'] as const;

/**
 * Writes respondents, interviews, texts and answers, each table in one go: a row stands before everything that points to it, so
 * that SQLite never has to look for it later. Several answers are their codes separated by spaces, and an empty text when a
 * person saw the list and chose nothing; open answers lie in `text`; "not recorded" is no row (migrations/0010/interviews.ts).
 * Answers the open answers that the file gives themes.
 */
export function writeInterviews(writing: Writing, form: AskedForm, adds: readonly InterviewToAdd[]): CodedAnswer[] {
  const { workspace } = writing;
  const respondentIds = writeRespondents(writing, adds);
  const firstKey = takeSmallKeys(workspace.sql, 'interview', adds.length);
  writeInterviewRows(writing, form, adds, { respondentIds, firstKey });
  writeConsents(writing, adds, respondentIds);
  const textIds = writeTexts(writing, form, adds, firstKey);
  writeAnswers(workspace, form, adds, { firstKey, textIds });
  const { keyOf = () => undefined } = form;
  const rounds = adds.map(({ row, rounds: own }, at) => ({ interviewKey: firstKey + at, heldOn: row.heldOn, rounds: own }));
  // The ids of a form's questions are what its rounds name them by.
  writeRounds(writing, (id) => keyOf(id as QuestionId), rounds);
  return codedAnswers(form, adds, textIds);
}

/** Whether a row has an open answer at a place, which then lies in `text`. */
function hasText({ questions }: Pick<AskedForm, 'questions'>, { row, states }: InterviewToAdd, place: number): boolean {
  return questions[place]?.kind === 'open' && typeof row.slots[place] === 'string' && !isDropped(states, place);
}

/** The rows' themes with the texts they belong to; `textIds` are in the order of the open answers. */
function codedAnswers(form: AskedForm, adds: readonly InterviewToAdd[], textIds: readonly string[]): CodedAnswer[] {
  const found: CodedAnswer[] = [];
  let nextText = 0;
  for (const add of adds) {
    for (const [place, slot] of add.row.slots.entries()) {
      if (!hasText(form, add, place)) continue;
      const textId = textIds[nextText];
      nextText += 1;
      const themes = add.row.themes?.filter(({ question }) => question === place) ?? [];
      if (themes.length > 0 && textId !== undefined && typeof slot === 'string')
        found.push({ textId, length: slot.length, themes, wasThere: false });
    }
  }
  return found;
}

function writeRespondents({ workspace, projectId, batchId }: Writing, adds: readonly InterviewToAdd[]): string[] {
  const { db, sql, newId } = workspace;
  const taken = sql.all(z.object({ code: z.string() }), 'SELECT code FROM respondent WHERE project_id = :projectId', { projectId });
  const giveCode = createCodeGiver(taken.map(({ code }) => code));
  const respondents = createBulkInsert(db, 'respondent', ['id', 'project_id', 'code', 'batch_id']);
  const ids = adds.map(({ row, respondentId }) => {
    if (respondentId !== null) return respondentId;
    const id = newId();
    respondents.add(id, projectId, giveCode(row.respondentCode), batchId);
    return id;
  });
  respondents.finish();
  return ids;
}

function writeInterviewRows(
  { workspace, projectId, language, at, batchId }: Writing,
  { versionId, waveId }: AskedForm,
  adds: readonly InterviewToAdd[],
  { respondentIds, firstKey }: { readonly respondentIds: readonly string[]; readonly firstKey: number },
): void {
  const columns = [
    'id',
    'key',
    'project_id',
    'respondent_id',
    'wave_id',
    'version_id',
    'kind',
    'mode',
    'language',
    'status',
    'held_on',
  ] as const;
  const interviews = createBulkInsert(workspace.db, 'interview', [
    ...columns,
    'began_at',
    'started_at',
    'completed_at',
    'seed',
    'batch_id',
  ]);
  for (const [place, { row, consent }] of adds.entries()) {
    // Made by the program's own maker of ids.
    const id = workspace.newId() as InterviewId;
    const who = [id, firstKey + place, projectId, respondentIds[place] ?? null, waveId, versionId] as const;
    const status = consent === 'no' ? 'declined' : 'complete';
    const kind = row.isGroup === true ? 'group' : 'person';
    interviews.add(...who, kind, 'imported', language, status, row.heldOn, row.beganAt, at, at, seedOf(id), batchId);
  }
  interviews.finish();
}

/** A yes to the consent question is the consent, as in entry; the day is the interview's, or the import's. */
function writeConsents({ workspace, at, batchId }: Writing, adds: readonly InterviewToAdd[], respondentIds: readonly string[]): void {
  const consents = createBulkInsert(workspace.db, 'consent', ['id', 'respondent_id', 'scope', 'given_on', 'how', 'batch_id']);
  for (const [place, { consent, row }] of adds.entries()) {
    const respondentId = respondentIds[place];
    if (consent !== 'yes' || respondentId === undefined) continue;
    consents.add(workspace.newId(), respondentId, 'take-part', row.heldOn ?? at.slice(0, 10), 'asked-in-interview', batchId);
  }
  consents.finish();
}

/** Open answers and the words beside "other". Answers the ids of the open answers, in the order in which they stand in the rows. */
function writeTexts(
  { workspace, batchId, projectId, language }: Writing,
  form: AskedForm,
  adds: readonly InterviewToAdd[],
  firstKey: number,
): string[] {
  const { questions } = form;
  const columns = ['id', 'project_id', 'kind', 'interview_key', 'question_key', 'language', 'said_on', 'body', 'batch_id'];
  const texts = createBulkInsert(workspace.db, 'text', columns);
  const ids: string[] = [];
  for (const [at, one] of adds.entries()) {
    const { row, states } = one;
    const add = (kind: string, question: number, body: string): string => {
      const id = workspace.newId();
      texts.add(id, projectId, kind, firstKey + at, questions[question]?.key ?? null, language, row.heldOn, body, batchId);
      return id;
    };
    for (const [question, slot] of row.slots.entries()) {
      if (typeof slot === 'string' && hasText(form, one, question)) ids.push(add('answer', question, slot));
    }
    for (const [question, body] of row.specified) if (!isDropped(states, question)) add('specify', question, body);
  }
  texts.finish();
  return ids;
}

function isDropped(states: readonly PlacedState[], place: number): boolean {
  return states.some(([at, state]) => at === place && state === 'dropped');
}

function writeAnswers(
  { db }: Writing['workspace'],
  form: AskedForm,
  adds: readonly InterviewToAdd[],
  from: { readonly firstKey: number; readonly textIds: readonly string[] },
): void {
  const { questions } = form;
  // Most imports need the narrow rows only, and those are what a large file's time goes into.
  const isWide =
    questions.some(({ kind }) => kind === 'date') ||
    form.readValue !== undefined ||
    adds.some(({ states, calculated }) => states.length + calculated.length > 0);
  const answers = createBulkInsert(db, 'answer', isWide ? wideColumns : answerColumns);
  let nextText = 0;
  for (const [at, { row, states, calculated }] of adds.entries()) {
    const interviewKey = from.firstKey + at;
    for (const [place, slot] of row.slots.entries()) {
      const question = questions[place];
      if (slot === null || question === undefined || isDropped(states, place)) continue;
      const isText = question.kind === 'open' && typeof slot === 'string';
      const textId = isText ? (from.textIds[nextText] ?? null) : null;
      if (isText) nextText += 1;
      if (isWide) {
        const value = form.readValue?.(place, row);
        const state = states.find(([own]) => own === place)?.[1] ?? null;
        addWide(
          answers,
          { interviewKey, questionKey: question.key, textId, state, instance: 0 },
          value === undefined ? columnsOf(slot, question.kind) : fromValue(value, slot),
        );
      } else {
        const [code, num, txt, missing] = isText ? noColumns : columnsOf(slot, question.kind);
        answers.add(interviewKey, question.key, code, num, txt, textId, missing);
      }
    }
    for (const { questionId, instance, value } of calculated) {
      const questionKey = form.keyOf?.(questionId);
      if (questionKey !== undefined)
        addWide(answers, { interviewKey, questionKey, textId: null, state: null, instance }, fromValue(value, null));
    }
  }
  answers.finish();
}

type AnswerColumns = readonly [
  code: number | null,
  num: number | null,
  txt: string | null,
  missing: string | null,
  sortOn?: string | null,
  precision?: string | null,
];

const noColumns: AnswerColumns = [null, null, null, null];

interface AnswerHead {
  readonly interviewKey: number;
  readonly questionKey: number;
  readonly textId: string | null;
  readonly state: string | null;
  readonly instance: number;
}

function addWide(answers: BulkInsert, { interviewKey, questionKey, textId, state, instance }: AnswerHead, columns: AnswerColumns): void {
  const [code, num, txt, missing, sortOn = null, precision = null] = columns;
  // Words of an open answer lie in the text it points to.
  answers.add(interviewKey, questionKey, code, num, textId === null ? txt : null, textId, missing, sortOn, precision, state, instance);
}

function fromValue(value: AnswerValue | null, slot: AnswerSlot): AnswerColumns {
  // "Not asked" is no value of entry's, but what the file says.
  if (value === null) return slot !== null && typeof slot === 'object' ? [null, null, null, slot.missing] : noColumns;
  const { code, num, txt, missing, sort_on: sortOn, precision } = toColumns(value);
  return [code, num, txt, missing, sortOn, precision];
}

function columnsOf(slot: Exclude<AnswerSlot, null>, kind: WrittenQuestion['kind']): AnswerColumns {
  if (typeof slot === 'object') return [null, null, null, slot.missing];
  if (typeof slot === 'number') return kind === 'number' ? [null, slot, null, null] : [slot, null, null, null];
  return kind === 'date' ? fromValue(plainDate(slot), null) : [null, null, slot, null];
}
