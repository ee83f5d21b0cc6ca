import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { FormState } from '../../../../shared/expressions/form.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import { fitRounds, type RoundStore } from '../interviews/rounds.ts';
import { closeUp, takeInstance } from '../interviews/store-turn.ts';
import { siblingsIn } from '../interviews/turns.ts';
import { judgeSecond, type SecondEntry } from './second-answers.ts';

/** Makes a round of the second pass after the last one there. */
export function makeSecondRound(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  entry: SecondEntry,
  { questionId, parentInstance }: { readonly questionId: QuestionId; readonly parentInstance: number },
): Turn {
  const ordinal = (siblingsIn(entry.turns, questionId, parentInstance).at(-1)?.ordinal ?? 0) + 1;
  const turn: Turn = {
    id: workspace.newId(),
    instance: takeInstance(sql, entry, 'second'),
    questionId,
    parentInstance,
    ordinal,
    label: '',
  };
  sql.insert('second_turn', {
    id: turn.id,
    interview_key: entry.interview.key,
    instance: turn.instance,
    question_key: entry.loaded.keyById.get(questionId) ?? -1,
    parent_instance: parentInstance,
    ordinal,
  });
  entry.turns = [...entry.turns, turn];
  return turn;
}

/** Takes rounds of the second pass away with all that it entered in them; those after them close up and keep their instances. */
export function removeSecondRounds({ sql }: Pick<Call, 'sql'>, entry: SecondEntry, instances: ReadonlySet<number>): void {
  const key = entry.interview.key;
  for (const instance of instances)
    for (const table of ['second_answer', 'second_turn'])
      sql.run(`DELETE FROM ${table} WHERE interview_key = :key AND instance = :instance`, { key, instance });
  const isGone = (place: string): boolean => instances.has(Number(place.split(' ')[1]));
  for (const map of [entry.answers, entry.specify]) for (const place of map.keys()) if (isGone(place)) map.delete(place);
  const gone = entry.turns.filter((turn) => instances.has(turn.instance));
  entry.turns = entry.turns.filter((turn) => !instances.has(turn.instance));
  for (const { questionId, parentInstance } of gone) closeUp(sql, 'second_turn', entry, questionId, parentInstance);
}

/** Brings the second pass to rest: as many rounds as its own answers count. `state` is what the form makes of them. */
export function settleRounds(call: Pick<Call, 'sql' | 'workspace'>, entry: SecondEntry, state: FormState): FormState {
  const store: RoundStore = {
    make: (where) => makeSecondRound(call, entry, where),
    remove: (instances) => removeSecondRounds(call, entry, instances),
    isEmpty: (instances) => [...entry.answers.keys(), ...entry.specify.keys()].every((key) => !instances.has(Number(key.split(' ')[1]))),
  };
  let settled = state;
  // Rounds may hold repeats whose rounds are counted in turn.
  while (fitRounds(entry, settled, store)) settled = judgeSecond(entry);
  return settled;
}
