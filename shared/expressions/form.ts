import type { AnswerPlace } from '../contract/interviews.ts';
import { fromAnswer } from './answers.ts';
import { dependenciesOf } from './evaluate.ts';
import type { CompiledForm } from './compiled.ts';
import { isSameFinding, judgeLate, judgePlace, judgeSection } from './judge.ts';
import { isSameLayout, layOut, slotAt, type Layout } from './layout.ts';
import { copyFindings, emptyFindings, Run, type Findings, type FormAnswers, type Surrounding } from './run.ts';
import { JudgedForm, type FormState } from './state.ts';

export { compileForm } from './compile.ts';
export { formProblems, type ExpressionFault } from './form-problems.ts';
export { answerState } from './state.ts';
export type { BrokenCheck, CompiledForm } from './compiled.ts';
export type { FormAnswers } from './run.ts';
export type { FormState } from './state.ts';

/** What came of judging anew: the state, and every place that looks different in it (at least those; new and removed ones too). */
export interface Rejudged {
  readonly state: FormState;
  readonly changed: readonly AnswerPlace[];
}

/** Judges every answer of an interview. */
export function judgeForm(form: CompiledForm, answers: FormAnswers): JudgedForm {
  const layout = answers.turns.length === 0 ? form.plainLayout : layOut(form.structure, answers.turns);
  const findings = emptyFindings(layout.places.length, form.sectionRelevant.length);
  const run = makeRun(form, layout, findings, answers);
  for (const node of form.graph.order) judgeNode(run, node, answers, () => undefined);
  for (const [slot, index] of layout.questions.entries()) {
    const question = form.questions[index];
    if (question !== undefined) judgeLate(run, question, slot, answers);
  }
  return new JudgedForm({ form, layout, findings, around: aroundOf(answers) });
}

/**
 * Judges again after some answers changed: only what depends on them, everything where persons or rounds came or went or the day is another.
 * `state` must come from judgeForm or rejudge of the same form, and `changed` must name every place whose answer is other than then.
 */
export function rejudge(form: CompiledForm, state: FormState, answers: FormAnswers, changed: readonly AnswerPlace[]): Rejudged {
  if (!(state instanceof JudgedForm) || state.form !== form || !canGoOn(state, answers)) return wholeAnew(form, state, answers);
  const findings = copyFindings(state.findings);
  const { layout } = state;
  const run = makeRun(form, layout, findings, answers);
  const { structure, graph } = form;
  const isDirty = new Uint8Array(structure.nodes.length);
  const isLateDirty = new Uint8Array(structure.nodes.length);
  const touched = new Set<number>();
  for (const { questionId } of changed) {
    const node = structure.nodeOfQuestion[structure.indexById.get(questionId) ?? -1];
    if (node !== undefined) isDirty[node] = isLateDirty[node] = 1;
  }
  if (answers.now !== state.around.now) for (const node of form.clockNodes) isDirty[node] = isLateDirty[node] = 1;
  for (const node of graph.order) {
    if (isDirty[node] === 0) continue;
    isLateDirty[node] = 1;
    const isSeenAnew = judgeNode(run, node, answers, (slot) => touched.add(slot));
    if (!isSeenAnew) continue;
    for (const dependent of graph.dependents[node] ?? []) isDirty[dependent] = 1;
    for (const dependent of graph.lateDependents[node] ?? []) isLateDirty[dependent] = 1;
  }
  judgeLateNodes(run, isLateDirty, answers, touched);
  const next = new JudgedForm({ form, layout, findings, around: aroundOf(answers) });
  return { state: next, changed: [...touched].sort((a, b) => a - b).flatMap((slot) => layout.places[slot] ?? []) };
}

function judgeLateNodes(run: Run, isLateDirty: Uint8Array, answers: FormAnswers, touched: Set<number>): void {
  for (const [node, isLate] of isLateDirty.entries()) {
    const about = run.form.structure.nodes[node];
    const question = isLate === 1 && about?.kind === 'question' ? run.form.questions[about.index] : undefined;
    if (question === undefined) continue;
    for (const slot of run.layout.slots[question.index] ?? [])
      // What a filter offers is not kept, so that it may always be another.
      if (judgeLate(run, question, slot, answers) || question.optionFilter !== null) touched.add(slot);
  }
}

/** Whether the earlier state lies the same way and was judged in the same surroundings, but for the time of day. */
function canGoOn(state: JudgedForm, answers: FormAnswers): boolean {
  const { today, language, seed } = state.around;
  return (
    today === answers.today && language === answers.language && seed === answers.seed && isSameLayout(state.layout.turns, answers.turns)
  );
}

function wholeAnew(form: CompiledForm, before: FormState, answers: FormAnswers): Rejudged {
  const state = judgeForm(form, answers);
  if (!(before instanceof JudgedForm) || before.form !== form) return { state, changed: state.places };
  const changed = state.places.filter((place) => !looksSame(state, before, place));
  return { state, changed: [...changed, ...before.places.filter((place) => !hasPlace(state, place))] };
}

/** Whether a place is found alike in two states of one form; what a filter offers is not kept, so that it may be another. */
function looksSame(now: JudgedForm, before: JudgedForm, { questionId, instance }: AnswerPlace): boolean {
  const index = now.form.structure.indexById.get(questionId) ?? -1;
  const [slot, other] = [slotAt(now.layout, index, instance), slotAt(before.layout, index, instance)];
  if (slot === -1 || other === -1 || now.form.questions[index]?.optionFilter !== null) return false;
  return isSameFinding(now.findings, slot, before.findings, other);
}

function aroundOf({ today, now, language, seed }: FormAnswers): Surrounding {
  return { today, now, language, seed };
}

function makeRun(form: CompiledForm, layout: Layout, findings: Findings, answers: FormAnswers): Run {
  return new Run({ form, layout, findings, around: aroundOf(answers) }, (run) => {
    const question = form.questions[layout.questions[run.slot] ?? -1];
    return question === undefined ? null : fromAnswer(question, answers.valueOf(question.question.id, run.instance));
  });
}

/** Judges a section, or a question in all its places; true when others see something else now. */
function judgeNode(run: Run, node: number, answers: FormAnswers, onChange: (slot: number) => void): boolean {
  const about = run.form.structure.nodes[node];
  if (about?.kind === 'section') return judgeSection(run, about.index);
  const question = run.form.questions[about?.index ?? -1];
  if (question === undefined) return false;
  let isSeenAnew = false;
  for (const slot of run.layout.slots[question.index] ?? []) {
    const { seen, own } = judgePlace(run, question, slot, answers);
    if (own) onChange(slot);
    isSeenAnew ||= seen;
  }
  return isSeenAnew;
}

/**
 * Ids of the questions on whose answers a question's being asked depends, in asking order: what its own routing mentions, its section's and
 * that of the repeats it lies in. Consent, which ends everything, is not among them.
 */
export function askedBecause({ structure }: CompiledForm, questionId: string): string[] {
  const placed = structure.questions[structure.indexById.get(questionId) ?? -1];
  if (placed === undefined) return [];
  const around = [placed, ...placed.chain.flatMap((container) => structure.questions[container] ?? [])];
  const fields = [...(structure.sectionFields[placed.section] ?? []), ...around.flatMap((one) => one.fields)];
  const names = fields.flatMap(({ field, parsed }) => (field === 'relevant' && parsed.isRead ? dependenciesOf(parsed.expression) : []));
  const indexes = new Set(names.flatMap((name) => structure.indexByName.get(name) ?? []));
  return structure.questions.flatMap(({ index, question }) => (indexes.has(index) ? [question.id] : []));
}

/** A place as a key of maps. */
export function answerKey(questionId: string, instance: number): string {
  return `${questionId} ${instance}`;
}

/** Whether a question has a place in a turn at all. */
export function hasPlace(state: FormState, place: AnswerPlace): boolean {
  return (
    state instanceof JudgedForm && slotAt(state.layout, state.form.structure.indexById.get(place.questionId) ?? -1, place.instance) !== -1
  );
}
