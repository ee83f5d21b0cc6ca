import { z } from 'zod';
import { InterviewId, QuestionId } from '../../../../../shared/model/ids.ts';
import type { Call } from '../../../rpc/call.ts';
import { consensusActor } from '../../agreement/settle.ts';
import { writeCodebook } from '../../codebook/exchange/write-codebook.ts';
import { takeSmallKeys } from '../../../db/small-key.ts';
import { noteImport } from '../../interviews/change-reason.ts';
import { findInterview } from '../../interviews/interview-row.ts';
import { seedOf } from '../../interviews/start.ts';
import { movePositions } from '../../texts/move-positions.ts';
import type { PlannedCoding } from './plan-codings.ts';
import type { PlannedInterview } from './plan-interviews.ts';
import type { PlannedMemo } from './plan-memos.ts';
import { neededActors, type RefiPlan } from './plan-project.ts';
import type { PlannedQuestion } from './plan-questions.ts';
import type { PlannedText } from './plan-texts.ts';
import type { PlannedAnswer } from './plan-values.ts';
import { formOf, writeProject, writeWave, type Form, type Writing } from './write-form.ts';

const IdRow = z.object({ id: z.string() });

/** Writes a plan inside the running operation: every row before what points to it. Nothing of ours is taken away. */
export function writePlan(call: Writing, plan: RefiPlan): void {
  writeCodebook(call, plan.codebook.ours, plan.codebook.merged.after);
  const actorOf = writeActors(call, plan);
  writeProject(call, plan);
  for (const wave of plan.interviews.waves) writeWave(call, plan, wave);
  const form = formOf(call, plan);
  writePersons(call, plan);
  const keys = writeInterviews(call, plan, form);
  writeTexts(call, plan, { keys, form });
  for (const answer of plan.values.answers) writeAnswer(call, plan, answer, { keys, form });
  for (const coding of plan.codings.codings) writeCoding(call, coding, actorOf(coding.coderId));
  writeSettlements(call, plan);
  for (const memo of plan.memos.memos) writeMemo(call, memo, actorOf(memo.by));
}

/** People who are new; actors are made on first use and stay. Answers who stands for an id of the plan. */
function writeActors({ sql, workspace }: Writing, plan: RefiPlan): (id: string) => string {
  const { people } = plan;
  const needed = neededActors(plan);
  const others = new Map<string, string>();
  for (const { id, name, isNew, isConsensus } of people.actors.values()) {
    if (!isNew || !needed.has(id)) continue;
    if (isConsensus) others.set(id, consensusActor(workspace));
    else if (sql.get(IdRow, 'SELECT id FROM actor WHERE id = :id', { id }) === undefined)
      sql.insert('actor', { id, user_name: null, name, initials: initialsOf(name) });
  }
  return (id) => others.get(id) ?? id;
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/u).filter((part) => part !== '');
  const letters = parts.length > 1 ? parts.map((part) => [...part][0] ?? '').join('') : name;
  return [...letters].slice(0, 2).join('').toUpperCase();
}

function writePersons({ sql }: Writing, { people, context: { target } }: RefiPlan): void {
  for (const { id, code, isNew } of people.persons) if (isNew) sql.insert('respondent', { id, project_id: target.projectId, code });
}

/** Keys of the interviews by their ids in the plan. */
function writeInterviews(
  { sql }: Writing,
  { interviews, context }: RefiPlan,
  form: Form,
): ReadonlyMap<string, { key: number; versionId: string }> {
  const { target, choices, at } = context;
  const keys = new Map<string, { key: number; versionId: string }>();
  for (const interview of interviews.interviews) {
    if (interview.known !== null) {
      keys.set(interview.id, interview.known);
      continue;
    }
    if (form.versionId === null) continue;
    const key = takeSmallKeys(sql, 'interview');
    keys.set(interview.id, { key, versionId: form.versionId });
    sql.insert('interview', {
      id: interview.id,
      key,
      project_id: target.projectId,
      respondent_id: interview.person.id,
      wave_id: interview.wave.id,
      version_id: form.versionId,
      kind: 'person',
      mode: 'imported',
      language: context.file.project.facts?.language ?? choices.language,
      status: 'complete',
      started_at: at,
      completed_at: at,
      seed: seedOf(InterviewId.parse(interview.id)),
    });
  }
  return keys;
}

interface Places {
  readonly keys: ReadonlyMap<string, { key: number; versionId: string }>;
  readonly form: Form;
}

function placeOf(
  { keys, form }: Places,
  interview: PlannedInterview | null,
  question: PlannedQuestion | null,
): { interviewKey: number | null; questionKey: number | null } {
  const own = interview === null ? undefined : keys.get(interview.id);
  if (own === undefined) return { interviewKey: null, questionKey: null };
  return { interviewKey: own.key, questionKey: question === null ? null : (form.keyOf(question, own.versionId) ?? null) };
}

const AnswerPlace = z.object({ interview_id: z.string(), question_key: z.int() });
const answerPlaceSql = `
SELECT interview.id AS interview_id, text.question_key FROM text JOIN interview ON interview.key = text.interview_key
WHERE text.id = :id AND text.kind = 'answer' AND text.question_key IS NOT NULL`;

/** An answer of an interview that is here has become another. */
function note(
  call: Writing,
  { interviewId, questionKey, at }: { readonly interviewId: string; readonly questionKey: number; readonly at: string },
): void {
  const { sql, actorId } = call;
  const questionId = sql.get(IdRow, 'SELECT id FROM question WHERE key = :questionKey', { questionKey })?.id;
  const interview = findInterview(sql, InterviewId.parse(interviewId));
  noteImport(call, interview, { questionId: questionId === undefined ? null : QuestionId.parse(questionId), changedBy: actorId, at });
}

function writeTexts(call: Writing, { texts, context }: RefiPlan, places: Places): void {
  const { sql } = call;
  for (const text of texts.texts) {
    if (text.before !== null) {
      if (text.before === text.body) continue;
      sql.run('UPDATE text SET body = :body WHERE id = :id', { id: text.id, body: text.body });
      movePositions({ sql }, text.id, text.before, text.body);
      const place = text.kind === 'answer' ? sql.get(AnswerPlace, answerPlaceSql, { id: text.id }) : undefined;
      if (place !== undefined) note(call, { interviewId: place.interview_id, questionKey: place.question_key, at: context.at });
      continue;
    }
    const { interviewKey, questionKey } = placeOf(places, text.interview, text.question);
    // An answer to what that interview's version does not ask is a document of the person's.
    const isPlaced = text.question === null || questionKey !== null;
    const kind = isPlaced ? text.kind : 'document';
    sql.insert('text', {
      id: text.id,
      project_id: context.target.projectId,
      kind,
      interview_key: interviewKey,
      question_key: questionKey,
      language: text.language,
      speaker_role: text.role,
      said_on: text.saidOn,
      body: text.body,
    });
    if (kind === 'document') writeDocument(call, text, context.target.projectId, context.at);
    if (kind === 'answer' && interviewKey !== null && questionKey !== null)
      putAnswer(sql, interviewKey, questionKey, { ...noColumns, text_id: text.id });
  }
}

function writeDocument({ sql, workspace, actorId }: Writing, { id, title, document }: PlannedText, projectId: string, at: string): void {
  sql.insert('document', {
    id: workspace.newId(),
    project_id: projectId,
    text_id: id,
    title,
    kind: document ?? 'other',
    added_by: actorId,
    added_at: at,
  });
}

const noColumns = { code: null, num: null, txt: null, missing: null, sort_on: null, precision: null, text_id: null };

/** Puts a value in its place. A new one ends whatever was said about the one before. */
function putAnswer(
  sql: Call['sql'],
  interviewKey: number,
  questionKey: number,
  columns: { readonly [K in keyof typeof noColumns]: string | number | null },
): void {
  const changed = sql.run(
    `UPDATE answer SET code = :code, num = :num, txt = :txt, text_id = :text_id, missing = :missing, sort_on = :sort_on, precision = :precision,
       state = NULL, override_reason = NULL, override_by = NULL, override_at = NULL WHERE interview_key = :interviewKey AND question_key = :questionKey AND instance = 0`,
    { ...columns, interviewKey, questionKey },
  );
  if (changed === 0) sql.insert('answer', { interview_key: interviewKey, question_key: questionKey, ...columns });
}

const StandingRow = z.object({ id: z.string(), body: z.string() });
const standingSql = `
SELECT id, body FROM text WHERE interview_key = :interviewKey AND question_key = :questionKey AND instance = 0 AND kind = 'answer'`;

function writeAnswer(call: Writing, { context }: RefiPlan, answer: PlannedAnswer, places: Places): void {
  const { sql, workspace } = call;
  const { interviewKey, questionKey } = placeOf(places, answer.interview, answer.question);
  if (interviewKey === null || questionKey === null) return;
  if (answer.interview.known !== null) note(call, { interviewId: answer.interview.id, questionKey, at: context.at });
  if (answer.words === null) {
    putAnswer(sql, interviewKey, questionKey, { ...answer.columns, text_id: null });
    return;
  }
  const standing = sql.get(StandingRow, standingSql, { interviewKey, questionKey });
  if (standing !== undefined) {
    sql.run('UPDATE text SET body = :body WHERE id = :id', { id: standing.id, body: answer.words });
    movePositions({ sql }, standing.id, standing.body, answer.words);
    putAnswer(sql, interviewKey, questionKey, { ...noColumns, text_id: standing.id });
    return;
  }
  const id = workspace.newId();
  sql.insert('text', {
    id,
    project_id: context.target.projectId,
    kind: 'answer',
    interview_key: interviewKey,
    question_key: questionKey,
    language: context.choices.language,
    body: answer.words,
  });
  putAnswer(sql, interviewKey, questionKey, { ...noColumns, text_id: id });
}

function writeCoding({ sql }: Writing, coding: PlannedCoding, coderId: string): void {
  const { id, isKnown, text, themeId, isWhole, start, end, at } = coding;
  const place = { text_id: text.id, theme_id: themeId, coder_id: coderId, is_whole: Number(isWhole), start_offset: start, end_offset: end };
  if (isKnown)
    sql.run(
      `UPDATE coding SET text_id = :text_id, theme_id = :theme_id, coder_id = :coder_id, is_whole = :is_whole, start_offset = :start_offset,
         end_offset = :end_offset, is_doubtful = 0 WHERE id = :id`,
      { id, ...place },
    );
  else sql.insert('coding', { id, ...place, origin: coding.isConsensus ? 'consensus' : 'import', coded_at: at });
}

/** Codings that were agreed on count only where it is said that they were. */
function writeSettlements({ sql, workspace, actorId }: Writing, { codings }: RefiPlan): void {
  for (const { isConsensus, text, themeId, at } of codings.codings) {
    if (!isConsensus) continue;
    const known = sql.get(IdRow, 'SELECT id FROM consensus WHERE text_id = :textId AND theme_id = :themeId', { textId: text.id, themeId });
    if (known === undefined)
      sql.insert('consensus', {
        id: workspace.newId(),
        text_id: text.id,
        theme_id: themeId,
        settled_by: actorId,
        settled_at: at,
      });
  }
}

function writeMemo({ sql }: Writing, { id, isKnown, on, body, at }: PlannedMemo, by: string): void {
  if (isKnown) {
    sql.run('UPDATE memo SET body = :body, written_by = :by, written_at = :at WHERE id = :id', { id, body, by, at });
    return;
  }
  const place = { project_id: null, text_id: null, coding_id: null, theme_id: null, [`${on.kind}_id`]: on.id };
  sql.insert('memo', { id, ...place, body, written_by: by, written_at: at });
}
