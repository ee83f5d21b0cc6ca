import { askedBecauseOf, askedQuestions, brokenChecks, planRouting, type RoutingPlan } from '../../../shared/expressions/routing.ts';
import type { InterviewDetail } from '../../../shared/contract/interviews.ts';
import type { AnswerRecord, AnswerState, AnswerValue } from '../../../shared/model/answer.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import {
  printedCode,
  questionsOf,
  takesAnswer,
  type Question,
  type QuestionnaireVersion,
  type Section,
} from '../../../shared/model/questionnaire.ts';
import type { TypedCode } from './code-entry.ts';

/** Answers entered here that the file has not confirmed yet, by question; null is a cleared answer. */
export type Overlay = ReadonlyMap<QuestionId, AnswerValue | null>;

/** An interview as entry sees it: the file's answers, what was just entered on top, and what routing makes of both. */
export interface EntryModel {
  readonly interview: InterviewDetail;
  readonly version: QuestionnaireVersion;
  readonly questions: readonly Question[];
  readonly plan: RoutingPlan;
  readonly asked: ReadonlySet<string>;
  readonly recordOf: (id: QuestionId) => AnswerRecord | undefined;
  readonly valueOf: (id: QuestionId) => AnswerValue | null;
}

/** Puts the parts together; cheap enough for every key. */
export function buildModel(interview: InterviewDetail, version: QuestionnaireVersion, overlay: Overlay): EntryModel {
  const questions = questionsOf(version);
  const plan = planRouting(questions);
  const records = new Map(interview.answers.map((record) => [record.questionId, record]));
  const valueOf = (id: QuestionId): AnswerValue | null => {
    const over = overlay.get(id);
    return over === undefined ? (records.get(id)?.value ?? null) : over;
  };
  const counted = (id: string): AnswerValue | null =>
    records.get(id as QuestionId)?.state === 'invalid-draft' && !overlay.has(id as QuestionId) ? null : valueOf(id as QuestionId);
  return { interview, version, questions, plan, asked: askedQuestions(plan, counted), recordOf: (id) => records.get(id), valueOf };
}

/** What would be asked if one answer were another. */
export function askedWith(model: EntryModel, id: QuestionId, value: AnswerValue | null): ReadonlySet<string> {
  // Ids in a plan are the questions' own.
  return askedQuestions(model.plan, (other) => (other === id ? value : model.valueOf(other as QuestionId)));
}

/** The check an answer would break, hard before soft, or null. */
export function brokenWith(model: EntryModel, id: QuestionId, value: AnswerValue | null) {
  return brokenChecks(model.plan, id, (other) => (other === id ? value : model.valueOf(other as QuestionId)))[0] ?? null;
}

/** The next question that is asked, in either direction, or null at an end. From null (the last page) back to the last question. */
export function neighbour(model: EntryModel, from: QuestionId | null, by: -1 | 1, asked = model.asked): QuestionId | null {
  const index = from === null ? model.questions.length : model.questions.findIndex((question) => question.id === from);
  const rest = by === 1 ? model.questions.slice(index + 1) : model.questions.slice(0, index).toReversed();
  return rest.find((question) => asked.has(question.id))?.id ?? null;
}

/** Whether a change of an answer is kept only together with a reason: the interview is finished. */
export function wantsReason({ interview }: EntryModel): boolean {
  return interview.status !== 'started' && interview.status !== 'partial' && interview.status !== 'withdrawn';
}

/** The question with a printed number, as people type it ("08" is 8, "8A" is 8a); null when there is none. */
export function questionNumbered(model: EntryModel, typed: string): Question | null {
  const plain = (number: string): string =>
    number
      .trim()
      .toLowerCase()
      .replace(/^0+(?=\d)/u, '');
  return model.questions.find((question) => plain(question.number) === plain(typed)) ?? null;
}

/** The next question without an answer or with one that must be looked at; null when there is none that way. */
export function nextOpen(model: EntryModel, from: QuestionId | null, by: -1 | 1): QuestionId | null {
  const index = from === null ? model.questions.length : model.questions.findIndex((question) => question.id === from);
  const rest = by === 1 ? model.questions.slice(index + 1) : model.questions.slice(0, index).toReversed();
  return rest.find((question) => needsLook(model, question))?.id ?? null;
}

/** Whether a question is asked and has no answer, or one that waits for a reason or a correction. */
export function needsLook(model: EntryModel, question: Question): boolean {
  if (!model.asked.has(question.id) || !takesAnswer(question)) return false;
  return model.valueOf(question.id) === null || isFlagged(stateOf(model, question.id));
}

export function isFlagged(state: AnswerState | null): boolean {
  return state === 'to-confirm' || state === 'invalid-draft';
}

export function stateOf(model: EntryModel, id: QuestionId): AnswerState | null {
  return model.recordOf(id)?.state ?? null;
}

/** First question of the section before or after, or of this one when going back from its middle. */
export function neighbourSection(model: EntryModel, from: QuestionId | null, by: -1 | 1): QuestionId | null {
  const { sections } = model.version;
  const found = sections.findIndex((section) => section.questions.some((question) => question.id === from));
  const index = found === -1 ? sections.length : found;
  const own = firstAsked(model, sections[index]);
  if (by === -1 && own !== null && own !== from) return own;
  const rest = by === 1 ? sections.slice(index + 1) : sections.slice(0, index).toReversed();
  return rest.map((section) => firstAsked(model, section)).find((id) => id !== null) ?? null;
}

function firstAsked(model: EntryModel, section: Section | undefined): QuestionId | null {
  return section?.questions.find((question) => model.asked.has(question.id))?.id ?? null;
}

/** Counts of a section: questions that are asked and take an answer, and how many have one. */
export function sectionProgress(model: EntryModel, questions: readonly Question[]): { readonly done: number; readonly of: number } {
  const open = questions.filter((question) => model.asked.has(question.id) && takesAnswer(question));
  return { done: open.filter((question) => model.valueOf(question.id) !== null).length, of: open.length };
}

/** Codes of a question as they are printed and typed. */
export function typedCodes(question: Question): TypedCode[] {
  return question.options.map((option) => ({ code: option.code, printed: printedCode(question, option.code) }));
}

/** The question whose answer keeps another from being asked, if exactly one does. */
export function blockerOf(model: EntryModel, id: QuestionId): Question | null {
  const blockers = [...new Set(askedBecauseOf(model.plan, id))];
  return blockers.length === 1 ? (model.questions.find((question) => question.id === blockers[0]) ?? null) : null;
}

/** Where a row stands in a grid of questions on the same scale under one lead; null for a question of its own. */
export function gridPlace(model: EntryModel, question: Question): { readonly row: number; readonly of: number } | null {
  if (question.type !== 'scale' || question.scaleId === null) return null;
  const section = model.version.sections.find((candidate) => candidate.questions.includes(question));
  const same = (section?.questions ?? []).filter((candidate) => candidate.scaleId === question.scaleId && sameLead(candidate, question));
  return same.length < 2 ? null : { row: same.indexOf(question) + 1, of: same.length };
}

function sameLead(a: Question, b: Question): boolean {
  return JSON.stringify(a.lead) === JSON.stringify(b.lead);
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
