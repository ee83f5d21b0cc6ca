import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { Turn } from '../../../../../shared/contract/interviews.ts';
import type { CellProblem } from '../../../../../shared/model/survey-file.ts';
import type { ValueChange } from '../../../../../shared/model/survey-import.ts';
import type { Call } from '../../../rpc/call.ts';
import { readAnswers, readNotes, type StoredAnswer } from '../../interviews/read-answers.ts';
import { readTurns } from '../../interviews/turns.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import { judgeRow, type Judged, type PlacedValue } from './judge-row.ts';
import { layRounds } from './lay-rounds.ts';
import type { LoadedTarget } from './load-target.ts';
import { countOutcomes, isWritten, outcomeOf, wordsOutcome } from './outcome.ts';
import type { KnownInterview } from './people.ts';
import {
  changesIn,
  freshValues,
  planRounds,
  roundChanges,
  roundPieces,
  type RoundPiece,
  type StandingAnswers,
  type Values,
} from './plan-rounds.ts';
import type { PlannedRow } from './plan-rows.ts';
import { brokenProblems, dates, placed, surroundings, type PlacedState, type Write } from './row-values.ts';
import { slotValue } from './slot-value.ts';

const nothing: readonly never[] = [];

/** One question of a row beside what stands in the interview. */
interface Compared extends Values {
  readonly place: number;
}

/** Compares a row with the interview it is about, value by value. */
export function compareRow(
  call: Pick<Call, 'sql'>,
  target: LoadedTarget,
  row: PreparedRow,
  { interview, now }: { readonly interview: KnownInterview; readonly now: string },
): PlannedRow {
  const standing = readAnswers(call.sql, interview.key, target.loaded);
  const notes = readNotes(call.sql, interview.key, target.loaded);
  const all = compareOutside(target, row, { answers: standing, notes });
  const writes = all.flatMap(({ place, value, specify, outcome }): Write[] => {
    const words = isWritten(specify.outcome) ? specify.after : null;
    return isWritten(outcome) || words !== null ? [{ place, value: isWritten(outcome) ? value : null, words }] : [];
  });
  // The persons of a group have no place in an interview with one person.
  const inner = (row.rounds ?? nothing).filter(({ sheet }) => interview.kind === 'group' || target.rounds[sheet]?.repeat !== null);
  const hasTurns = inner.length > 0 || target.form !== null;
  const { laid, turns } = layRounds(target, inner, hasTurns ? readTurns(call.sql, interview.key, target.loaded) : nothing);
  const pieces = roundPieces(target, laid, row, { answers: standing, notes });
  const judged = judgeCompared(target, row, { writes, standing, pieces, turns }, now);
  const planned = planRounds(target, laid, pieces, judged.whole);
  const left = all.filter(({ place }) => !judged.dropped.has(place));
  const kept = pieces.filter(({ key }) => judged.whole?.broken.has(key) !== true);
  return {
    plan: {
      what: 'compared',
      interview,
      writes: writes.filter(({ place }) => !judged.dropped.has(place)),
      same: countOutcomes([...left, ...kept], 'same'),
      filled: countOutcomes([...left, ...kept], 'filled'),
      changes: [...left.flatMap((one) => changeOf(target, row, one)), ...roundChanges(target, row, kept)],
      states: judged.states,
      rounds: planned.rounds,
    },
    problems: [...judged.problems, ...planned.problems],
  };
}

/** The questions outside rounds. */
function compareOutside(target: LoadedTarget, row: PreparedRow, { answers, notes }: StandingAnswers): Compared[] {
  const specified = new Map(row.specified);
  const { mode } = target.choice;
  return target.linked.map((linked, place): Compared => {
    const key = linked.target === null ? '' : answerKey(linked.target.id, 0);
    const value = slotValue(row.slots[place] ?? null, linked, dates(target, row));
    const before = answers.get(key)?.value ?? null;
    const outcome = outcomeOf(before, value, mode);
    const words = { before: notes.get(key)?.specify ?? '', after: specified.get(place) ?? '' };
    return { place, value, before, outcome, specify: { ...words, outcome: wordsOutcome(outcome, words, mode) } };
  });
}

interface Standing {
  readonly writes: readonly Write[];
  readonly standing: ReadonlyMap<string, StoredAnswer>;
  readonly pieces: readonly RoundPiece[];
  readonly turns: readonly Turn[];
}

interface JudgedCompared {
  readonly dropped: ReadonlySet<number>;
  readonly states: readonly PlacedState[];
  readonly problems: readonly CellProblem[];
  /** Null where nothing is ruled, or nothing is written. */
  readonly whole: Judged | null;
}

function judgeCompared(target: LoadedTarget, row: PreparedRow, { writes, standing, pieces, turns }: Standing, now: string): JudgedCompared {
  const inRounds = freshValues(pieces);
  if (target.form === null || writes.length + inRounds.length === 0)
    return { dropped: new Set(), states: nothing, problems: nothing, whole: null };
  const merged = new Map<string, PlacedValue>();
  for (const [key, { questionId, instance, value }] of standing) if (value !== null) merged.set(key, { questionId, instance, value });
  const fresh = new Set(inRounds.map(([key]) => key));
  for (const [key, value] of inRounds) merged.set(key, value);
  for (const { place, value } of writes) {
    const question = target.linked[place]?.target ?? null;
    if (question === null || value === null) continue;
    const key = answerKey(question.id, 0);
    merged.set(key, { questionId: question.id, instance: 0, value });
    fresh.add(key);
  }
  const confirmReasonOf = (id: string, instance: number): string | null => {
    const key = answerKey(id, instance);
    return fresh.has(key) ? null : (standing.get(key)?.confirmReason ?? null);
  };
  const judged = judgeRow(
    target.form,
    { values: merged, turns, mayDrop: (key) => fresh.has(key) },
    { ...surroundings(target, row, now), confirmReasonOf },
  );
  const all = placed(target, judged);
  return {
    dropped: new Set(all.flatMap(([place, state]) => (state === 'dropped' ? [place] : []))),
    states: all.filter(([place, state]) => state !== 'dropped' && writes.some((write) => write.place === place)),
    problems: brokenProblems(target, row, judged, merged),
    whole: judged,
  };
}

function changeOf(target: LoadedTarget, row: PreparedRow, compared: Compared): ValueChange[] {
  const question = target.linked[compared.place]?.target ?? null;
  return question === null
    ? []
    : changesIn(target, question, compared, { row: row.row, code: row.respondentCode ?? '', number: question.number });
}
