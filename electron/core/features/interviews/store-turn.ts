import { z } from 'zod';
import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import type { Statements } from '../../db/statements.ts';
import { removeText } from './answer-text.ts';
import type { OpenInterview } from './open-interview.ts';
import { roundsPrefix, type Pass } from './place.ts';
import { siblingsIn } from './turns.ts';

const Highest = z.object({ n: z.int() });

/** Instances of a pass's own turns lie above this, so that a round of the second pass is never taken for one of the first. */
const below: Readonly<Record<Pass, number>> = { first: 0, second: 1_000_000 };

type Turns = Pick<OpenInterview, 'interview' | 'turns'>;

/**
 * An instance is never used twice: a window that still shows a round which is gone must not write into another. Removed turns leave
 * no row behind, so the highest number lies among the facts of this copy, which undo leaves alone.
 */
export function takeInstance(sql: Statements, open: Turns, pass: Pass): number {
  const instance = highestOf(sql, open, pass) + 1;
  keepHighest(sql, open, pass, instance);
  return instance;
}

function highestOf(sql: Statements, { interview, turns }: Turns, pass: Pass): number {
  const name = `${roundsPrefix[pass]}${interview.id}`;
  const last = sql.get(Highest, 'SELECT CAST(value AS INTEGER) AS n FROM workspace_fact WHERE name = :name', { name })?.n ?? below[pass];
  return Math.max(last, ...turns.map((turn) => turn.instance));
}

/** To be called before turns go: those that came in with the interview were never taken. */
export function keepHighest(sql: Statements, open: Turns, pass: Pass, instance: number = highestOf(sql, open, pass)): void {
  sql.run('INSERT INTO workspace_fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name: `${roundsPrefix[pass]}${open.interview.id}`,
    value: String(instance),
  });
}

/** Makes a person or a round after the last one there. */
export function makeTurn(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  open: OpenInterview,
  {
    questionId,
    parentInstance,
    label,
  }: { readonly questionId: QuestionId | null; readonly parentInstance: number; readonly label: string },
): Turn {
  const ordinal = (siblingsIn(open.turns, questionId, parentInstance).at(-1)?.ordinal ?? 0) + 1;
  const turn: Turn = { id: workspace.newId(), instance: takeInstance(sql, open, 'first'), questionId, parentInstance, ordinal, label };
  sql.insert('turn', {
    id: turn.id,
    interview_key: open.interview.key,
    instance: turn.instance,
    question_key: questionId === null ? null : (open.loaded.keyById.get(questionId) ?? null),
    parent_instance: parentInstance,
    ordinal,
    label: label === '' ? null : label,
  });
  open.turns = [...open.turns, turn];
  return turn;
}

/** Takes turns away with everything that was answered and written in them; those after them close up and keep their instances. */
export function removeTurns({ sql }: Pick<Call, 'sql'>, open: OpenInterview, instances: ReadonlySet<number>): void {
  const key = open.interview.key;
  keepHighest(sql, open, 'first');
  removeSecondIn(sql, key, instances);
  for (const instance of instances) {
    for (const table of ['answer', 'discrepancy'])
      sql.run(`DELETE FROM ${table} WHERE interview_key = :key AND instance = :instance`, { key, instance });
    const texts = sql.all(z.object({ id: z.string() }), 'SELECT id FROM text WHERE interview_key = :key AND instance = :instance', {
      key,
      instance,
    });
    for (const { id } of texts) removeText(sql, id);
    sql.run('DELETE FROM turn WHERE interview_key = :key AND instance = :instance', { key, instance });
  }
  for (const [answerKey, answer] of open.answers) if (instances.has(answer.instance)) open.answers.delete(answerKey);
  const gone = open.turns.filter((turn) => instances.has(turn.instance));
  open.turns = open.turns.filter((turn) => !instances.has(turn.instance));
  for (const { questionId, parentInstance } of gone) closeUp(sql, 'turn', open, questionId, parentInstance);
}

/** What the second pass has of a person who is taken away: answers, and rounds with what is in them. Its rounds stay when one of ours goes. */
function removeSecondIn(sql: Statements, key: number, instances: ReadonlySet<number>): void {
  const gone = sql.all(
    z.object({ instance: z.int() }),
    `WITH RECURSIVE gone (instance) AS (SELECT value FROM json_each(:instances)
       UNION SELECT second_turn.instance FROM gone JOIN second_turn ON parent_instance = gone.instance WHERE interview_key = :key)
     SELECT instance FROM gone`,
    { key, instances: JSON.stringify([...instances]) },
  );
  for (const { instance } of gone)
    for (const table of ['second_answer', 'discrepancy', 'second_turn'])
      sql.run(`DELETE FROM ${table} WHERE interview_key = :key AND instance = :instance`, { key, instance });
}

/** Numbers the turns that are left beside one that is gone from one upwards. */
export function closeUp(
  sql: Statements,
  table: 'turn' | 'second_turn',
  open: Pick<OpenInterview, 'turns'>,
  questionId: QuestionId | null,
  parentInstance: number,
): void {
  const ordinals = new Map(siblingsIn(open.turns, questionId, parentInstance).map((turn, index) => [turn.id, index + 1]));
  for (const turn of open.turns) {
    const ordinal = ordinals.get(turn.id);
    if (ordinal !== undefined && ordinal !== turn.ordinal)
      sql.run(`UPDATE ${table} SET ordinal = :ordinal WHERE id = :id`, { id: turn.id, ordinal });
  }
  open.turns = open.turns.map((turn) => ({ ...turn, ordinal: ordinals.get(turn.id) ?? turn.ordinal }));
}
