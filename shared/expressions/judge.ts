import type { AnswerValue } from '../model/answer.ts';
import { takesAnswer, yesCode, type Question } from '../model/questionnaire.ts';
import { fromAnswer } from './answers.ts';
import type { BrokenCheck, CompiledCheck, CompiledQuestion } from './compiled.ts';
import { decimalsOf } from './numbers.ts';
import { above, slotAt } from './layout.ts';
import type { Findings, FormAnswers, Run } from './run.ts';
import { isEmpty, isSame, toNumber, truth, type Value } from './value.ts';

/** Works out whether a section is asked. True when that changed. */
export function judgeSection(run: Run, section: number): boolean {
  const relevant = run.form.sectionRelevant[section] ?? null;
  run.stand(-1, 0);
  const isAsked = relevant === null || truth(relevant(run)) ? 1 : 0;
  const hasChanged = run.findings.isSectionAsked[section] !== isAsked;
  run.findings.isSectionAsked[section] = isAsked;
  return hasChanged;
}

/**
 * Works out one place of a question: whether it is asked, its answer, and the hard checks this breaks. Tells whether others see something
 * else now, and whether the place itself looks different.
 */
export function judgePlace(
  run: Run,
  question: CompiledQuestion,
  slot: number,
  answers: FormAnswers,
): { readonly seen: boolean; readonly own: boolean } {
  const { findings, layout } = run;
  const { instance = 0 } = layout.places[slot] ?? {};
  run.stand(slot, instance);
  const isAsked = isPlaceAsked(run, question) ? 1 : 0;
  const raw = isAsked === 1 ? rawValue(run, question, instance, answers) : null;
  run.own = raw;
  const hard = raw === null ? none : hardBroken(run, question, raw);
  const seen = hard.length > 0 ? null : raw;
  const isSeenAnew = findings.isAsked[slot] !== isAsked || !isSame(findings.seen[slot] ?? null, seen);
  const isOwnAnew = isSeenAnew || !isSame(findings.raw[slot] ?? null, raw) || !areSameChecks(findings.hard[slot] ?? none, hard);
  findings.isAsked[slot] = isAsked;
  findings.raw[slot] = raw;
  findings.seen[slot] = seen;
  findings.hard[slot] = hard;
  return { seen: isSeenAnew, own: isOwnAnew };
}

const none: readonly BrokenCheck[] = [];

function isPlaceAsked(run: Run, { section, container, chain, consents, relevant }: CompiledQuestion): boolean {
  const { findings, layout, form } = run;
  if (findings.isSectionAsked[section] === 0) return false;
  if (container >= 0 && findings.isAsked[slotAt(layout, container, run.turnAbove(1))] !== 1) return false;
  for (const consent of consents) {
    const asked = form.questions[consent];
    if (asked === undefined) continue;
    const levels = chain.indexOf(asked.container);
    const answer = run.seenAt(consent, levels === -1 ? 0 : above(layout, run.instance, levels));
    if (!isEmpty(answer) && answer !== (asked.nameByCode.get(yesCode) ?? String(yesCode))) return false;
  }
  return relevant === null || truth(relevant(run));
}

function rawValue(run: Run, question: CompiledQuestion, instance: number, answers: FormAnswers): Value {
  if (question.question.type !== 'calculated') return fromAnswer(question, answers.valueOf(question.question.id, instance));
  const value = question.calculation?.(run) ?? null;
  return isEmpty(value) ? null : value;
}

function hardBroken(run: Run, { question, hardChecks }: CompiledQuestion, raw: Value): readonly BrokenCheck[] {
  const isInside = isInBounds(question, raw);
  if (isInside && hardChecks.length === 0) return none;
  const broken = brokenOf(run, hardChecks);
  return isInside ? broken : [{ severity: 'hard', index: -1 }, ...broken];
}

/** Whether a number lies within the question's hard range, both ends included, and has no more decimals than it may. Other answers always do. */
export function isInBounds(
  question: Pick<Question, 'type' | 'minimum' | 'maximum'> & Partial<Pick<Question, 'decimals'>>,
  value: unknown,
): boolean {
  if (question.type !== 'number' || typeof value !== 'number') return true;
  const { minimum, maximum, decimals = null } = question;
  if (value < (minimum ?? -Infinity) || value > (maximum ?? Infinity)) return false;
  return decimals === null || decimalsOf(value) <= decimals;
}

function brokenOf(run: Run, checks: readonly CompiledCheck[]): readonly BrokenCheck[] {
  let broken: BrokenCheck[] | null = null;
  for (const check of checks) {
    if (check.needs.some((needed) => needed(run) === null) || truth(check.holds(run))) continue;
    (broken ??= []).push(check.broken);
  }
  return broken ?? none;
}

/**
 * Works out what nothing else depends on: soft checks, whether an answer is required and still offered, and how many rounds a repeat should
 * have. True when the place looks different.
 */
export function judgeLate(run: Run, compiled: CompiledQuestion, slot: number, answers: FormAnswers): boolean {
  const { findings, layout } = run;
  const { question, softChecks, optionFilter, repeatCount } = compiled;
  const { instance = 0 } = layout.places[slot] ?? {};
  const isAsked = findings.isAsked[slot] === 1;
  run.stand(slot, instance);
  run.own = findings.raw[slot] ?? null;
  const soft = softChecks.length === 0 || run.own === null ? none : brokenOf(run, softChecks);
  const isRequired = isAsked && isAnswerRequired(run, compiled) ? 1 : 0;
  const isStale =
    isAsked && optionFilter !== null && run.own !== null && !areOffered(run, compiled, answers.valueOf(question.id, instance)) ? 1 : 0;
  const count = isAsked && repeatCount !== null ? countOf(repeatCount(run)) : null;
  const hasChanged =
    !areSameChecks(findings.soft[slot] ?? none, soft) ||
    findings.isRequired[slot] !== isRequired ||
    findings.isStale[slot] !== isStale ||
    findings.counts[slot] !== count;
  findings.soft[slot] = soft;
  findings.isRequired[slot] = isRequired;
  findings.isStale[slot] = isStale;
  findings.counts[slot] = count;
  return hasChanged;
}

function isAnswerRequired(run: Run, { question, requiredWhen }: CompiledQuestion): boolean {
  if (!takesAnswer(question)) return false;
  return requiredWhen === null ? question.isRequired : truth(requiredWhen(run));
}

function areOffered(run: Run, compiled: CompiledQuestion, answer: AnswerValue | null): boolean {
  const codes = answer?.kind === 'code' ? [answer.code] : answer?.kind === 'codes' ? answer.codes : [];
  return codes.every((code) => {
    run.option = compiled.question.options.find((option) => option.code === code) ?? null;
    return run.option === null || truth(compiled.optionFilter?.(run) ?? true);
  });
}

/** No more rounds than anybody fills in by hand. */
const mostRounds = 200;

/** A number of rounds: whole, not below 0. */
function countOf(value: Value): number | null {
  const number = toNumber(value);
  return number === null ? null : Math.min(mostRounds, Math.max(0, Math.trunc(number)));
}

function areSameChecks(a: readonly BrokenCheck[], b: readonly BrokenCheck[]): boolean {
  return a === b || (a.length === b.length && a.every((check, index) => check.index === b[index]?.index));
}

/** Whether two findings are the same in one slot each. */
export function isSameFinding(a: Findings, slot: number, b: Findings, other: number): boolean {
  return (
    a.isAsked[slot] === b.isAsked[other] &&
    a.isRequired[slot] === b.isRequired[other] &&
    a.isStale[slot] === b.isStale[other] &&
    a.counts[slot] === b.counts[other] &&
    isSame(a.raw[slot] ?? null, b.raw[other] ?? null) &&
    isSame(a.seen[slot] ?? null, b.seen[other] ?? null) &&
    areSameChecks(a.hard[slot] ?? none, b.hard[other] ?? none) &&
    areSameChecks(a.soft[slot] ?? none, b.soft[other] ?? none)
  );
}
