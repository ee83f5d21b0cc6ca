import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { changesForType, hasOwnAnswers, newQuestionAfter, partAfter, sameAs, type StripType } from '../design/question-types.ts';
import { placeBelow, placeInside, placeMoved, placeOutside, questionAbove, rowsOf } from '../design/rows.ts';
import { currentRow, latestQuestion, type Desk } from './use-desk.ts';

/** An id for a thing that the file has not named yet. */
function newKey<Id extends string>(): Id {
  // Stands for the file's id until that is known; both are UUIDs.
  return crypto.randomUUID() as string as Id;
}

/** A question below the row in hand, ready to be written. */
export function addQuestion(desk: Desk): void {
  const { design } = desk;
  const latest = design.latest();
  if (desk.isFrozen || latest === undefined) return;
  const row = currentRow(desk);
  const place = placeBelow(latest, row?.id ?? null);
  if (place === null) return;
  const id = newKey<QuestionId>();
  const above = row?.kind === 'question' ? row.question : null;
  design.store.make({ kind: 'add', id, place, question: newQuestionAfter(above, {}) });
  desk.change({ untyped: new Set([...desk.state.untyped, id]) });
  desk.open(id, 'wording');
}

/** A section below the one in hand, ready to be named. */
export function addSection(desk: Desk): void {
  if (desk.isFrozen) return;
  const id = newKey<string>();
  desk.design.store.make({
    kind: 'addSection',
    id,
    title: {},
    afterId: currentRow(desk)?.section.id ?? desk.version.sections.at(-1)?.id ?? null,
  });
  desk.open(id, 'title');
}

/** The row in hand one step up or down. */
export function moveRow(desk: Desk, by: -1 | 1): void {
  const latest = desk.design.latest();
  const row = currentRow(desk);
  if (desk.isFrozen || latest === undefined || row === null) return;
  if (row.kind === 'question') {
    const place = placeMoved(latest, row.id, by);
    if (place !== null) desk.design.store.make({ kind: 'move', id: row.id, place });
  } else {
    const { sections } = latest;
    const index = sections.findIndex((section) => section.id === row.id);
    if (sections[index + by] === undefined) return;
    desk.design.store.make({ kind: 'moveSection', id: row.id, afterId: sections[by === 1 ? index + 1 : index - 2]?.id ?? null });
  }
  desk.open(desk.design.store.keyOf(row.id));
}

/** The question in hand into the repeat above, or out of the one it is in. */
export function nestQuestion(desk: Desk, by: 'in' | 'out'): void {
  const latest = desk.design.latest();
  const row = currentRow(desk);
  if (desk.isFrozen || latest === undefined || row?.kind !== 'question') return;
  const place = by === 'in' ? placeInside(latest, row.id) : placeOutside(latest, row.id);
  if (place === null) return;
  desk.design.store.make({ kind: 'move', id: row.id, place });
  desk.open(desk.design.store.keyOf(row.id));
}

/** Takes the row in hand away; the next one is in hand then. */
export function removeRow(desk: Desk): void {
  const latest = desk.design.latest();
  const row = currentRow(desk);
  if (desk.isFrozen || latest === undefined || row === null) return;
  if (row.kind === 'section' && latest.sections.length < 2) return;
  const rows = rowsOf(latest);
  const index = rows.findIndex((candidate) => candidate.id === row.id);
  const goes = (id: string): boolean =>
    row.kind === 'section' ? rows.some((candidate) => candidate.id === id && candidate.section.id === row.id) : id === row.id;
  const stays = [...rows.slice(index), ...rows.slice(0, index).toReversed()].find((candidate) => !goes(candidate.id));
  desk.design.store.make(row.kind === 'section' ? { kind: 'removeSection', id: row.id } : { kind: 'remove', id: row.id });
  if (stays !== undefined) desk.open(desk.design.store.keyOf(stays.id));
}

/** Something about a question, painted at once and written while typing goes on. */
export function editQuestion(desk: Desk, question: Question, changes: QuestionChanges): void {
  desk.design.store.edit(question.id, changes);
}

/** Something about a question that is whole at once. */
export function changeQuestion(desk: Desk, question: Question, changes: QuestionChanges): void {
  desk.design.store.make({ kind: 'question', id: question.id, changes });
}

/** Gives the question in hand a type, and puts the hand where it goes on. */
export function chooseType(desk: Desk, question: Question, chosen: StripType): void {
  const latest = desk.design.latest();
  const now = latestQuestion(desk, question.id) ?? question;
  const above = latest === undefined ? null : questionAbove(latest, now.id);
  // The scale used last is what a scale most often wants; another is one key away. Answers that somebody has written stay.
  const scaleId = hasWrittenAnswers(now) ? null : (now.scaleId ?? (above?.type === 'scale' ? above.scaleId : null) ?? lastScale(desk));
  const isScale = chosen === 'scale' || chosen === 'grid';
  changeQuestion(desk, now, { ...changesForType(now, chosen), ...(isScale ? { scaleId } : { scaleId: null }) });
  goOn(desk, now, chosen);
}

/** The same type as the question above, scale and all. */
export function chooseSame(desk: Desk, question: Question): void {
  const latest = desk.design.latest();
  const same = latest === undefined ? null : sameAs(questionAbove(latest, question.id));
  if (same === null) return;
  changeQuestion(desk, question, same);
  const type = same.type ?? 'open';
  if (type !== 'scale' || same.scaleId === null) return goOn(desk, question, type);
  settleType(desk, desk.design.store.keyOf(question.id));
  desk.open(desk.design.store.keyOf(question.id));
}

function settleType(desk: Desk, key: string): void {
  desk.change({ strip: null, untyped: new Set([...desk.state.untyped].filter((other) => other !== key)) });
}

function goOn(desk: Desk, question: Question, chosen: StripType): void {
  const key = desk.design.store.keyOf(question.id);
  settleType(desk, key);
  const part = partAfter(chosen);
  if (part === 'options') desk.open(key, 'options', { index: question.options.length, language: desk.state.language });
  else desk.open(key, part === 'card' ? 'row' : part);
}

/** Whether the answers were written at the question itself. */
function hasWrittenAnswers({ type, scaleId, options }: Question): boolean {
  return scaleId === null && (hasOwnAnswers(type) || type === 'scale') && options.length > 1;
}

function lastScale({ design, scales }: Desk): string | null {
  const used = design
    .latest()
    ?.sections.flatMap((section) => section.questions)
    .findLast((question) => question.scaleId !== null)?.scaleId;
  return used ?? scales[0]?.id ?? null;
}
