import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();
const SheetQuestion = z.object({ id: z.string(), ordinal: z.int(), bank_question_id: text, wording: z.string() });
type SheetQuestion = z.infer<typeof SheetQuestion>;

const ofSheetSql = 'SELECT id, ordinal, bank_question_id, wording FROM sheet_question WHERE sheet_id = :sheetId ORDER BY ordinal, id';
/** All questions of the sheet a question stands on, where that is another sheet of the same meeting, or of its round. */
const besideSql = `SELECT beside.id, beside.ordinal, beside.bank_question_id, beside.wording
FROM sheet_question AS asked JOIN question_sheet AS source ON source.id = asked.sheet_id
JOIN question_sheet AS target ON target.id = :sheetId JOIN sheet_question AS beside ON beside.sheet_id = source.id
WHERE asked.id = :questionId AND (source.meeting_id = target.meeting_id OR (source.meeting_id IS NULL
  AND source.round_id = coalesce(target.round_id, (SELECT round_id FROM meeting WHERE meeting.id = target.meeting_id))))`;

/** The questions of a sheet in their order. */
export function questionsOf(sql: Statements, sheetId: string): SheetQuestion[] {
  return sql.all(SheetQuestion, ofSheetSql, { sheetId });
}

/**
 * A question as it stands on a sheet, by its id there or by the id of the one it is a copy of: who looks at the sheet a copy was made
 * from still holds those ids. @throws AppError NOT_FOUND
 */
export function questionOn(sql: Statements, sheetId: string, questionId: string): SheetQuestion {
  const here = questionsOf(sql, sheetId);
  const own = here.find(({ id }) => id === questionId);
  if (own !== undefined) return own;
  const there = sql.all(SheetQuestion, besideSql, { sheetId, questionId });
  const asked = there.find(({ id }) => id === questionId);
  const copy = asked === undefined ? undefined : copyOf(asked, there, here);
  if (copy === undefined) throw new AppError('NOT_FOUND');
  return copy;
}

/** The copy has the same question of the bank; one's own has the same words or, rewritten, the same place. Twice on a sheet, the nearest. */
function copyOf(asked: SheetQuestion, there: readonly SheetQuestion[], here: readonly SheetQuestion[]): SheetQuestion | undefined {
  const isSame = (one: SheetQuestion, other: SheetQuestion): boolean =>
    one.bank_question_id === other.bank_question_id && (one.bank_question_id !== null || one.wording === other.wording);
  const copies = here.filter((one) => isSame(one, asked));
  const distance = ({ ordinal }: SheetQuestion): number => Math.abs(ordinal - asked.ordinal);
  if (copies.length > 0) return copies.toSorted((a, b) => distance(a) - distance(b))[0];
  if (asked.bank_question_id !== null) return undefined;
  return here.find((one) => distance(one) === 0 && one.bank_question_id === null && !there.some((other) => isSame(one, other)));
}
