import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { ValueChange } from '../../../../../shared/model/survey-import.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import type { StoredAnswer, Notes } from '../../interviews/read-answers.ts';
import type { Judged, PlacedValue } from './judge-row.ts';
import type { LaidRound, PlannedRound, RoundAnswer } from './lay-rounds.ts';
import type { LinkedQuestion, LoadedTarget } from './load-target.ts';
import { newWords, outcomeOf, type Outcome } from './outcome.ts';
import { saidValue } from './said-value.ts';
import { slotValue } from './slot-value.ts';

/** One question of a round beside what stands there. */
export interface RoundPiece {
  readonly laid: LaidRound;
  readonly place: number;
  readonly linked: LinkedQuestion;
  /** Where the answer is kept: see `answerKey`. */
  readonly key: string;
  readonly value: AnswerValue | null;
  readonly before: AnswerValue | null;
  readonly words: string | null;
  readonly outcome: Outcome;
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
      const words = outcome === 'kept' ? null : newWords(notes.get(key)?.specify ?? '', specified.get(place) ?? '', mode);
      return [{ laid, place, linked, key, value, before, words, outcome }];
    });
    const isAnother = pieces.some(({ outcome }) => outcome === 'kept');
    return isAnother ? pieces.map((piece) => (piece.outcome === 'filled' ? { ...piece, outcome: 'nothing', words: null } : piece)) : pieces;
  });
}

const isWritten = ({ outcome }: RoundPiece): boolean => outcome === 'filled' || outcome === 'replaced';

/** The answers that come from the file, to be judged with the rest of the interview. */
export function freshValues(pieces: readonly RoundPiece[]): (readonly [key: string, value: PlacedValue])[] {
  return pieces.flatMap((piece) => {
    const { key, value, linked, laid } = piece;
    if (value === null || linked.target === null || !isWritten(piece)) return [];
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
      const { linked, value, words, key } = piece;
      const isKept = isWritten(piece) && judged?.broken.has(key) !== true;
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
  return pieces.flatMap(({ linked: { target: question }, outcome, before, value, laid }): ValueChange[] => {
    if (question === null || (outcome !== 'replaced' && outcome !== 'kept')) return [];
    return [
      {
        row: laid.round.row,
        code: row.respondentCode ?? '',
        questionId: question.id,
        number: `${question.number} (${laid.turn.ordinal})`,
        before: saidValue(target, question, before),
        after: saidValue(target, question, value),
        isReplaced: outcome === 'replaced',
      },
    ];
  });
}
