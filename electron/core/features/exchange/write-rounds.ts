import { createBulkInsert } from '../../db/bulk-insert.ts';
import { toColumns } from '../interviews/stored-value.ts';
import type { PlannedRound } from './into/lay-rounds.ts';
import type { Writing } from './writing.ts';

/** The rounds of an interview that is new. */
export interface RoundsToAdd {
  readonly interviewKey: number;
  readonly heldOn: string | null;
  readonly rounds: readonly PlannedRound[];
}

const turnColumns = ['id', 'interview_key', 'instance', 'question_key', 'parent_instance', 'ordinal', 'label', 'batch_id'];
const placeColumns = ['interview_key', 'question_key', 'instance'];
const answerColumns = [...placeColumns, 'code', 'num', 'txt', 'text_id', 'missing', 'sort_on', 'precision', 'state'];

/**
 * Writes rounds and persons with all that was answered in them, each table in one go: turns, then texts, then the answers that point
 * to them. `keyOf` gives the small number that a question's answers are stored under.
 */
export function writeRounds(writing: Writing, keyOf: (questionId: string) => number | undefined, adds: readonly RoundsToAdd[]): void {
  if (adds.every(({ rounds }) => rounds.length === 0)) return;
  writeTurns(writing, keyOf, adds);
  const textIds = writeTexts(writing, keyOf, adds);
  const answers = createBulkInsert(writing.workspace.db, 'answer', answerColumns);
  for (const { interviewKey, rounds } of adds) {
    for (const { turn, answers: given } of rounds) {
      for (const answer of given) {
        const { questionId, value, state } = answer;
        const questionKey = keyOf(questionId);
        if (value === null || questionKey === undefined) continue;
        const { code, num, txt, missing, sort_on: sortOn, precision } = toColumns(value);
        const textId = textIds.get(answer) ?? null;
        const place = [interviewKey, questionKey, turn.instance] as const;
        answers.add(...place, code, num, textId === null ? txt : null, textId, missing, sortOn, precision, state);
      }
    }
  }
  answers.finish();
}

function writeTurns(
  { workspace, batchId }: Writing,
  keyOf: (questionId: string) => number | undefined,
  adds: readonly RoundsToAdd[],
): void {
  const turns = createBulkInsert(workspace.db, 'turn', turnColumns);
  for (const { interviewKey, rounds } of adds) {
    for (const { turn } of rounds) {
      const { instance, questionId, parentInstance, ordinal, label } = turn;
      const questionKey = questionId === null ? null : (keyOf(questionId) ?? null);
      turns.add(workspace.newId(), interviewKey, instance, questionKey, parentInstance, ordinal, label === '' ? null : label, batchId);
    }
  }
  turns.finish();
}

/** Open answers and the words beside "other"; answers which text each open answer lies in. */
function writeTexts(
  { workspace, batchId, projectId, language }: Writing,
  keyOf: (questionId: string) => number | undefined,
  adds: readonly RoundsToAdd[],
): Map<PlannedRound['answers'][number], string> {
  const columns = ['id', 'project_id', 'kind', 'interview_key', 'question_key', 'instance', 'language', 'said_on', 'body', 'batch_id'];
  const texts = createBulkInsert(workspace.db, 'text', columns);
  const ids = new Map<PlannedRound['answers'][number], string>();
  for (const { interviewKey, heldOn, rounds } of adds) {
    for (const { turn, answers } of rounds) {
      const add = (kind: string, questionId: string, body: string): string => {
        const id = workspace.newId();
        texts.add(id, projectId, kind, interviewKey, keyOf(questionId) ?? null, turn.instance, language, heldOn, body, batchId);
        return id;
      };
      for (const answer of answers) {
        if (answer.value?.kind === 'text') ids.set(answer, add('answer', answer.questionId, answer.value.text));
        if (answer.words !== null) add('specify', answer.questionId, answer.words);
      }
    }
  }
  texts.finish();
  return ids;
}
