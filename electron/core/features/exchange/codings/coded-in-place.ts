import { z } from 'zod';
import type { Statements } from '../../../db/statements.ts';
import type { RowPlan } from '../into/plan-rows.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import type { WrittenQuestion } from '../writing.ts';
import type { CodedAnswer } from './write-codings.ts';

const Row = z.object({ id: z.string(), body: z.string() });
const textSql = `
SELECT text.id, text.body FROM answer JOIN text ON text.id = answer.text_id
WHERE answer.interview_key = :interviewKey AND answer.question_key = :questionKey AND answer.instance = 0`;

/**
 * Answers of people who were there before, as they stand after the import, with the themes that the file gives them. A text that reads
 * otherwise than the file's keeps to itself: those themes were put on other words.
 */
export function codedInPlace(
  sql: Statements,
  rows: readonly PreparedRow[],
  plans: readonly RowPlan[],
  questions: readonly WrittenQuestion[],
): CodedAnswer[] {
  return plans.flatMap((plan, at): CodedAnswer[] => {
    const row = rows[at];
    const themes = row?.themes ?? [];
    if (plan.what !== 'compared' || row === undefined || themes.length === 0) return [];
    return [...new Set(themes.map(({ question }) => question))].flatMap((question): CodedAnswer[] => {
      const questionKey = questions[question]?.key;
      if (questionKey === undefined) return [];
      const text = sql.get(Row, textSql, { interviewKey: plan.interview.key, questionKey });
      if (text === undefined || text.body !== row.slots[question]) return [];
      return [{ textId: text.id, length: text.body.length, themes: themes.filter((one) => one.question === question), wasThere: true }];
    });
  });
}
