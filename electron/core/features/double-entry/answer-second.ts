import type { AnswerOutcome, AnswerPlace } from '../../../../shared/contract/interviews.ts';
import { answerKey, rejudge, type FormState } from '../../../../shared/expressions/form.ts';
import { isSameAnswer, type AnswerRecord, type AnswerValue, type EnteredValue } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { cut } from '../../../../shared/texts/index.ts';
import type { Call } from '../../rpc/call.ts';
import { answerWords } from '../interviews/answer-words.ts';
import { checkValue } from '../interviews/check-value.ts';
import { lastWritten } from '../interviews/conflict.ts';
import { requireNotWithdrawn } from '../interviews/interview-row.ts';
import { findSpot, formAnswers, placeAfter, type Spot } from '../interviews/open-interview.ts';
import { keepPlace } from '../interviews/place.ts';
import { mergingKinds, requireAsked, spotParams, staysOn, valueContext } from '../interviews/write-answer.ts';
import { requireOpenPass } from './pass-row.ts';
import { judgeSecond, openSecond, secondRecords, toRecord, writeSecond, type SecondEntry } from './second-answers.ts';
import { settleRounds } from './second-turns.ts';

export interface SecondInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly instance: number;
}

/**
 * Writes one answer of the second pass, held against its question and routing as the first was, and against nothing of the first.
 * @throws AppError NOT_FOUND, NOT_ASKED, and what checkValue throws
 */
export function answerSecond(
  call: Call,
  input: SecondInput & { readonly value: EnteredValue; readonly seen?: AnswerValue | null | undefined },
): AnswerOutcome {
  const { sql, workspace, windowId } = call;
  requireOpenPass(sql, input.interviewId);
  const entry = openSecond(sql, input.interviewId);
  const spot = findSpot(entry, input);
  const before = judgeSecond(entry);
  requireAsked(entry, before, spot);
  const value = checkValue(spot.question, input.value, valueContext(sql, entry, before, spot));
  const key = answerKey(spot.questionId, spot.instance);
  const conflict = input.seen === undefined ? null : findSecondConflict(call, entry, spot, { seen: input.seen, wanted: value });
  if (conflict !== null)
    return { changed: [], parked: [], returned: [], stale: [], turns: null, next: placeAfter(entry.loaded, before, spot), conflict };
  if (mergingKinds.has(input.value.kind)) call.operation.mergeWith(`second:${input.interviewId}:${key}`);
  call.operation.label({
    ...spotParams(entry, spot),
    ...answerWords('to', spot.question, value, { sql, language: entry.interview.language }),
  });
  const old = secondRecords(entry, before);
  writeSecond(sql, entry, spot, value, value === null ? '' : (entry.specify.get(key) ?? ''));
  const place: AnswerPlace = { questionId: spot.questionId, instance: spot.instance };
  const turnsBefore = entry.turns;
  const state = settleRounds(call, entry, rejudge(entry.form, before, formAnswers(entry, entry.answers), [place]).state);
  const next = placeAfter(entry.loaded, state, spot);
  const stands = staysOn(spot, value) ? place : next;
  const at = new Date(workspace.now()).toISOString();
  keepPlace(sql, input.interviewId, { questionId: stands?.questionId ?? null, instance: stands?.instance ?? 0, at, windowId }, 'second');
  return {
    ...tell(entry, { before, after: state, old }, place),
    turns: entry.turns === turnsBefore ? null : [...entry.turns],
    next,
    conflict: null,
  };
}

/** What another window has made of an answer of the second pass since the writer saw it, or null. */
function findSecondConflict(
  { sql }: Call,
  entry: SecondEntry,
  { questionId, instance, questionKey }: Spot,
  { seen, wanted }: { readonly seen: AnswerValue | null; readonly wanted: AnswerValue | null },
): AnswerOutcome['conflict'] {
  const standing = entry.answers.get(answerKey(questionId, instance))?.value ?? null;
  if (isSameAnswer(standing, seen) || isSameAnswer(standing, wanted)) return null;
  const written = lastWritten(sql, 'second_answer', `${entry.interview.key}:${questionKey}:${instance}`);
  const theirs = toRecord(entry, { questionId, instance }, null);
  return { theirs, by: written?.name ?? '', at: written?.at ?? entry.interview.started_at };
}

interface Judged {
  readonly before: FormState;
  readonly after: FormState;
  readonly old: ReadonlyMap<string, AnswerRecord>;
}

/** The answer itself, and the others whose state is another now. */
function tell(
  entry: SecondEntry,
  { before, after, old }: Judged,
  place: AnswerPlace,
): Pick<AnswerOutcome, 'changed' | 'parked' | 'returned' | 'stale'> {
  const own = answerKey(place.questionId, place.instance);
  const now = secondRecords(entry, after);
  const others = [...now].filter(([key, record]) => key !== own && record.state !== old.get(key)?.state);
  const placesOf = (records: readonly (readonly [string, AnswerRecord])[]): AnswerPlace[] =>
    records.map(([, { questionId, instance }]) => ({ questionId, instance }));
  return {
    changed: [now.get(own) ?? toRecord(entry, place, null), ...others.map(([, record]) => record)],
    parked: placesOf(others.filter(([, record]) => record.state === 'parked')),
    returned: placesOf(others.filter(([key]) => old.get(key)?.state === 'parked')),
    stale: placesOf([...now].filter(([, record]) => after.isStale(record) && !before.isStale(record))),
  };
}

/** The words beside "other: what?" in the second pass; empty takes them away. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn) */
export function specifySecond(call: Call, { text, ...input }: SecondInput & { readonly text: string }): Record<string, never> {
  requireOpenPass(call.sql, input.interviewId);
  const entry = openSecond(call.sql, input.interviewId);
  const spot = findSpot(entry, input);
  requireNotWithdrawn(entry.interview, spot.question.number);
  const key = answerKey(spot.questionId, spot.instance);
  call.operation.mergeWith(`second-specify:${input.interviewId}:${key}`);
  call.operation.label({ ...spotParams(entry, spot), text: cut(text) });
  writeSecond(call.sql, entry, spot, entry.answers.get(key)?.value ?? null, text.trim() === '' ? '' : text);
  return {};
}
