import { z } from 'zod';
import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';

/** As many as fit on a form: rounds of one repeat, and persons of a group. */
export const mostRounds = 200;
export const mostPersons = 12;

const TurnRow = z.object({
  id: z.string(),
  instance: z.int(),
  question_key: z.int().nullable(),
  parent_instance: z.int(),
  ordinal: z.int(),
  label: z.string().nullable(),
});

/** Persons and rounds of an interview, in order within what they lie in. */
export function readTurns(sql: Statements, interviewKey: number, loaded: LoadedVersion): Turn[] {
  const rows = sql.all(
    TurnRow,
    'SELECT id, instance, question_key, parent_instance, ordinal, label FROM turn WHERE interview_key = :key ORDER BY ordinal, instance',
    { key: interviewKey },
  );
  return rows.flatMap((row) => {
    const questionId = row.question_key === null ? null : loaded.idByKey.get(row.question_key);
    if (questionId === undefined) return [];
    const { id, instance, parent_instance: parentInstance, ordinal, label } = row;
    return [{ id, instance, questionId, parentInstance, ordinal, label: label ?? '' }];
  });
}

/** The persons (`questionId` null), or the rounds of a repeat within one turn, in order. */
export function siblingsIn(turns: readonly Turn[], questionId: QuestionId | null, parentInstance: number): Turn[] {
  return turns.filter((turn) => turn.questionId === questionId && turn.parentInstance === parentInstance);
}

/** A turn's instance and those of all that lies in it. */
export function instancesIn(turns: readonly Turn[], instance: number): Set<number> {
  const found = new Set([instance]);
  // A turn is always made after the one it lies in, but undo may have brought one back: so until nothing is added.
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const turn of turns) if (found.has(turn.parentInstance)) found.add(turn.instance);
  }
  return found;
}

/** The label of the next person: P and the number after the highest in use, so that no label ever means two people. */
export function nextPersonLabel(turns: readonly Turn[]): string {
  const numbers = turns.flatMap((turn) => (turn.questionId === null ? (/^P(\d+)$/u.exec(turn.label)?.[1] ?? []) : []));
  return `P${Math.max(0, ...numbers.map(Number)) + 1}`;
}
