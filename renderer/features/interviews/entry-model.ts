import type { AnswerPlace, InterviewDetail, Turn } from '../../../shared/contract/interviews.ts';
import {
  compileForm,
  judgeForm,
  rejudge,
  type BrokenCheck,
  type CompiledForm,
  type FormAnswers,
  type FormState,
} from '../../../shared/expressions/form.ts';
import type { AnswerRecord, AnswerState, AnswerValue } from '../../../shared/model/answer.ts';
import {
  printedCode,
  takesAnswer,
  type AnswerOption,
  type Question,
  type QuestionnaireVersion,
} from '../../../shared/model/questionnaire.ts';
import type { TypedCode } from './code-entry.ts';
import { layOut, type EntryLayout, type Spot } from './entry-layout.ts';
import { keyOf, type PlaceKey } from './entry-place.ts';

/** Answers entered here that the file has not confirmed yet; null is a cleared answer. */
export type Overlay = ReadonlyMap<PlaceKey, AnswerValue | null>;

/** An interview as entry sees it: the file's answers, what was just entered on top, and what the form makes of both. */
export interface EntryModel {
  readonly interview: InterviewDetail;
  readonly version: QuestionnaireVersion;
  readonly form: CompiledForm;
  readonly layout: EntryLayout;
  readonly records: ReadonlyMap<PlaceKey, AnswerRecord>;
  readonly overlay: Overlay;
  readonly state: FormState;
}

/** Opens an interview in its form. */
export function openModel(interview: InterviewDetail, version: QuestionnaireVersion): EntryModel {
  const form = compileForm(version);
  const base = { interview, version, form, layout: layOut(version, interview.turns), records: recordsOf(interview), overlay: new Map() };
  return { ...base, state: judgeForm(form, answersOf(base)) };
}

/** The model with the file's newer word on some answers, and on persons and rounds when `turns` is given. */
export function withRecords(model: EntryModel, changed: readonly AnswerRecord[], turns: readonly Turn[] | null = null): EntryModel {
  if (changed.length === 0 && turns === null) return model;
  const records = new Map(model.records);
  for (const record of changed) records.set(keyOf(record), record);
  if (turns !== null) return withTurns({ ...model, records }, turns);
  return judged(model, { ...model, records }, changed);
}

/** The model with an answer painted over what the file has; undefined takes the paint off. */
export function withOverlay(model: EntryModel, place: AnswerPlace, value: AnswerValue | null | undefined): EntryModel {
  const overlay = new Map(model.overlay);
  if (value === undefined) overlay.delete(keyOf(place));
  else overlay.set(keyOf(place), value);
  return judged(model, { ...model, overlay }, [place]);
}

/** The model with a new reading of the file. What has not changed keeps its identity, so that its rows are not drawn anew. */
export function withReading(model: EntryModel, interview: InterviewDetail): EntryModel {
  const records = recordsOf(interview);
  const places: AnswerPlace[] = [];
  for (const [key, record] of records) {
    const old = model.records.get(key);
    if (old !== undefined && JSON.stringify(old) === JSON.stringify(record)) records.set(key, old);
    else places.push(record);
  }
  for (const [key, old] of model.records) if (!records.has(key)) places.push(old);
  const next = { ...model, interview, records };
  if (JSON.stringify(interview.turns) !== JSON.stringify(model.interview.turns)) return withTurns(next, interview.turns);
  return places.length === 0 ? { ...next, records: model.records } : judged(model, next, places);
}

function withTurns(model: EntryModel, turns: readonly Turn[]): EntryModel {
  const next = { ...model, interview: { ...model.interview, turns: [...turns] }, layout: layOut(model.version, turns) };
  return { ...next, state: judgeForm(model.form, answersOf(next)) };
}

function judged(before: EntryModel, next: EntryModel, places: readonly AnswerPlace[]): EntryModel {
  return { ...next, state: rejudge(before.form, before.state, answersOf(next), [...places]).state };
}

function recordsOf(interview: InterviewDetail): Map<PlaceKey, AnswerRecord> {
  return new Map(interview.answers.map((record) => [keyOf(record), record]));
}

function answersOf(model: Pick<EntryModel, 'interview' | 'records' | 'overlay'>): FormAnswers {
  const { interview, records, overlay } = model;
  return {
    valueOf: (questionId, instance) => {
      const key = `${questionId}/${instance}`;
      const over = overlay.get(key);
      return over === undefined ? (records.get(key)?.value ?? null) : over;
    },
    confirmReasonOf: (questionId, instance) => records.get(`${questionId}/${instance}`)?.confirmReason ?? null,
    turns: interview.turns,
    today: dayOf(interview),
    now: onTheWall(interview.startedAt),
    language: interview.language,
    seed: interview.seed,
  };
}

/** The day an interview counts as held on, ISO: dates said without a year are in its year. */
export function dayOf({ heldOn, startedAt }: Pick<InterviewDetail, 'heldOn' | 'startedAt'>): string {
  return heldOn ?? startedAt.slice(0, 10);
}

/** A UTC time as the clock on the wall, YYYY-MM-DDTHH:MM:SS: as the core shows it to expressions. */
function onTheWall(at: string): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export function placeOf(spot: Spot): AnswerPlace {
  return { questionId: spot.question.id, instance: spot.instance };
}

export function recordAt(model: EntryModel, spot: Spot): AnswerRecord | undefined {
  return model.records.get(spot.key);
}

/** What stands as the answer, painted or in the file; calculated questions are worked out. */
export function valueAt(model: EntryModel, spot: Spot): AnswerValue | null {
  if (spot.question.type === 'calculated') return model.state.calculated(placeOf(spot));
  const over = model.overlay.get(spot.key);
  return over === undefined ? (model.records.get(spot.key)?.value ?? null) : over;
}

/** The state an answer is in; one that the file has not spoken about yet is judged here. */
export function stateAt(model: EntryModel, spot: Spot): AnswerState | null {
  const value = valueAt(model, spot);
  if (value?.kind === 'draft') return 'invalid-draft';
  if (!model.overlay.has(spot.key)) return model.records.get(spot.key)?.state ?? null;
  const severity = brokenAt(model, spot)?.severity;
  if (severity === 'hard') return 'invalid-draft';
  return severity === 'soft' || model.state.isStale(placeOf(spot)) ? 'to-confirm' : null;
}

export function isAsked(model: EntryModel, spot: Spot): boolean {
  return model.state.isAsked(placeOf(spot));
}

/** The check an answer breaks, hard before soft, or null. */
export function brokenAt(model: EntryModel, spot: Spot): BrokenCheck | null {
  const broken = model.state.checksBroken(placeOf(spot));
  return broken.find(({ severity }) => severity === 'hard') ?? broken[0] ?? null;
}

/** Whether a question is asked and has no answer, or one that waits for a reason or a correction. */
export function needsLook(model: EntryModel, spot: Spot): boolean {
  if (spot.kind === 'more' || !takesAnswer(spot.question) || !isAsked(model, spot)) return false;
  return valueAt(model, spot) === null || isFlagged(stateAt(model, spot));
}

export function isFlagged(state: AnswerState | null): boolean {
  return state === 'to-confirm' || state === 'invalid-draft';
}

/** Whether a change of an answer is kept only together with a reason: the interview is finished. */
export function wantsReason({ interview }: Pick<EntryModel, 'interview'>): boolean {
  return interview.status !== 'started' && interview.status !== 'partial' && interview.status !== 'withdrawn';
}

/** Counts of spots that are asked and take an answer, and how many have one. */
export function progressOf(model: EntryModel, spots: readonly Spot[]): { readonly done: number; readonly of: number } {
  const open = spots.filter((spot) => spot.kind === 'question' && takesAnswer(spot.question) && isAsked(model, spot));
  return { done: open.filter((spot) => valueAt(model, spot) !== null).length, of: open.length };
}

/** The options that are offered here, in the order to show them: a filter takes some away, and a form may shuffle them. */
export function offeredAt(model: EntryModel, spot: Spot): readonly AnswerOption[] {
  const codes = model.state.offered(placeOf(spot));
  if (codes === null) return spot.question.options;
  return codes.flatMap((code) => spot.question.options.find((option) => option.code === code) ?? []);
}

/** Codes of a question as they are printed and typed, those offered only. */
export function typedCodes(question: Question, offered: readonly AnswerOption[]): TypedCode[] {
  return offered.map((option) => ({ code: option.code, printed: printedCode(question, option.code) }));
}

/** Adds or takes out a code. An exclusive answer clears the others; `cleared` tells which it took. */
export function toggleCode(
  question: Question,
  codes: readonly number[],
  code: number,
): { readonly codes: readonly number[]; readonly cleared: readonly number[] } {
  if (codes.includes(code)) return { codes: codes.filter((other) => other !== code), cleared: [] };
  if (question.type === 'rank') return { codes: [...codes, code], cleared: [] };
  const isExclusive = (other: number): boolean => question.options.find((option) => option.code === other)?.isExclusive === true;
  const cleared = isExclusive(code) ? [...codes] : codes.filter(isExclusive);
  const kept = [...codes.filter((other) => !cleared.includes(other)), code];
  return { codes: question.options.map((option) => option.code).filter((other) => kept.includes(other)), cleared };
}
