import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { ValueChange } from '../../../../../shared/model/survey-import.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import { shown } from '../reading/index.ts';
import type { StoredAnswer, Notes } from '../../interviews/read-answers.ts';
import type { Judged, PlacedValue } from './judge-row.ts';
import type { LaidRound, PlannedRound, RoundAnswer } from './lay-rounds.ts';
import type { LinkedQuestion, LoadedTarget } from './load-target.ts';
import { isWritten, outcomeOf, wordsOutcome, type Piece } from './outcome.ts';
import { saidValue } from './said-value.ts';
import { slotValue } from './slot-value.ts';

/** The file's value for a question and the one that stands. */
export interface Values extends Piece {
  readonly value: AnswerValue | null;
  readonly before: AnswerValue | null;
}

/** One question of a round beside what stands there. */
export interface RoundPiece extends Values {
  readonly laid: LaidRound;
  readonly place: number;
  readonly linked: LinkedQuestion;
  /** Where the answer is kept: see `answerKey`. */
  readonly key: string;
}

/** What stands in an interview already; empty for one that is made. */
export interface StandingAnswers {
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  readonly notes: ReadonlyMap<string, Notes>;
}

export const nothingStands: StandingAnswers = { answers: new Map(), notes: new Map() };

/**
 * Every question of the rounds beside what stands. A round that says something else than the one in its place is perhaps another round:
 * in mode `more` nothing of it is filled in, and the differences are listed.
 */
export function roundPieces(
  target: LoadedTarget,
  rounds: readonly LaidRound[],
  row: Pick<PreparedRow, 'heldOn'>,
  { answers, notes }: StandingAnswers,
): RoundPiece[] {
  const { mode } = target.choice;
  return rounds.flatMap((laid) => {
    const { round, turn } = laid;
    const specified = new Map(round.specified);
    const pieces = (target.rounds[round.sheet]?.linked ?? []).flatMap((linked, place): RoundPiece[] => {
      if (linked.target === null) return [];
      const key = answerKey(linked.target.id, turn.instance);
      const value = slotValue(round.slots[place] ?? null, linked, { today: row.heldOn ?? target.today, language: target.language });
      const before = answers.get(key)?.value ?? null;
      const outcome = outcomeOf(before, value, mode);
      const words = { before: notes.get(key)?.specify ?? '', after: specified.get(place) ?? '' };
      const specify = { ...words, outcome: wordsOutcome(outcome, words, mode) };
      return [{ laid, place, linked, key, value, before, outcome, specify }];
    });
    const isAnother = pieces.some(({ outcome, specify }) => outcome === 'kept' || specify.outcome === 'kept');
    return isAnother ? pieces.map(notFilled) : pieces;
  });
}

function notFilled(piece: RoundPiece): RoundPiece {
  const { outcome, specify } = piece;
  return {
    ...piece,
    outcome: outcome === 'filled' ? 'nothing' : outcome,
    specify: { ...specify, outcome: specify.outcome === 'filled' ? 'nothing' : specify.outcome },
  };
}

/** The answers that come from the file, to be judged with the rest of the interview. */
export function freshValues(pieces: readonly RoundPiece[]): (readonly [key: string, value: PlacedValue])[] {
  return pieces.flatMap((piece) => {
    const { key, value, linked, laid } = piece;
    if (value === null || linked.target === null || !isWritten(piece.outcome)) return [];
    return [[key, { questionId: linked.target.id, instance: laid.turn.instance, value }] as const];
  });
}

/** The rounds with what is written in them, and cells that the questionnaire's rules forbid. `judged` null: nothing is ruled. */
export function planRounds(
  target: LoadedTarget,
  rounds: readonly LaidRound[],
  pieces: readonly RoundPiece[],
  judged: Judged | null,
): { readonly rounds: PlannedRound[]; readonly problems: CellProblem[] } {
  const byRound = Map.groupBy(pieces, ({ laid }) => laid);
  const planned = rounds.map((laid): PlannedRound => {
    const answers = (byRound.get(laid) ?? []).flatMap((piece): RoundAnswer[] => {
      const { linked, value, specify, key } = piece;
      const words = isWritten(specify.outcome) ? specify.after : null;
      const isKept = isWritten(piece.outcome) && judged?.broken.has(key) !== true;
      if (linked.target === null || (!isKept && words === null)) return [];
      return [{ questionId: linked.target.id, value: isKept ? value : null, words, state: judged?.states.get(key) ?? null }];
    });
    return { turn: laid.turn, isNew: laid.isNew, sheet: laid.round.sheet, answers };
  });
  const problems = pieces.flatMap(({ key, linked, value, laid }): CellProblem[] => {
    if (judged?.broken.has(key) !== true || linked.target === null) return [];
    const column = (linked.file.columns[0] ?? 0) + 1;
    const sheet = target.rounds[laid.round.sheet]?.sheet.name ?? '';
    return [{ sheet, row: laid.round.row, column, value: saidValue(target, linked.target, value).text, why: 'breaks-check' }];
  });
  return { rounds: planned, problems };
}

/** Pairs of different values in rounds. */
export function roundChanges(target: LoadedTarget, row: PreparedRow, pieces: readonly RoundPiece[]): ValueChange[] {
  return pieces.flatMap((piece): ValueChange[] => {
    const { round, turn } = piece.laid;
    const question = piece.linked.target;
    if (question === null) return [];
    const number = `${question.number} (${turn.ordinal})`;
    return changesIn(target, question, piece, { row: round.row, code: row.respondentCode ?? '', number });
  });
}

/** The two answers to a question where they differ, and the two texts beside "other" where those do. */
export function changesIn(
  target: LoadedTarget,
  question: Question,
  { outcome, before, value, specify }: Values,
  where: Pick<ValueChange, 'row' | 'code' | 'number'>,
): ValueChange[] {
  const same = { ...where, questionId: question.id };
  const changes: ValueChange[] = [];
  if (outcome === 'replaced' || outcome === 'kept') {
    const said = { before: saidValue(target, question, before), after: saidValue(target, question, value) };
    changes.push({ ...same, ...said, isReplaced: outcome === 'replaced' });
  }
  if (specify.outcome === 'replaced' || specify.outcome === 'kept') {
    const said = { before: { text: shown(specify.before), reason: null }, after: { text: shown(specify.after), reason: null } };
    changes.push({ ...same, ...said, isReplaced: specify.outcome === 'replaced' });
  }
  return changes;
}
