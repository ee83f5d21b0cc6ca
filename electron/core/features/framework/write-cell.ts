import { z } from 'zod';
import type { CellPlace } from '../../../../shared/contract/framework.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { findCell, type CellRecord } from './find-cell.ts';

/** Writes a summary; one that is typed on within five seconds is one step. Answers the cell, or null when none is left. @throws AppError NOT_FOUND, CELL_DONE */
export function writeSummary(call: Call, place: CellPlace, summary: string): string | null {
  const known = openCell(call, place);
  call.operation.label(known.label);
  // An answer's code alone says nothing: other questions have the same.
  const { respondent_id: person, interview_key: interview, answer_group: answer } = known.owner;
  call.operation.mergeWith(`framework:${known.projectId}:${person ?? interview ?? answer}:${place.themeId}`);
  if (known.cell === undefined) return summary.trim() === '' ? null : addCell(call, known, { summary });
  const { id } = known.cell;
  if (known.cell.summary === summary) return id;
  if (summary.trim() === '' && !isUsed(call, id)) {
    call.sql.run('DELETE FROM framework_cell WHERE id = :id', { id });
    return null;
  }
  call.sql.run('UPDATE framework_cell SET summary = :summary WHERE id = :id', { id, summary });
  return id;
}

/** Says that a cell is done, or opens it again. Answers the cell, or null when an empty one was opened. @throws AppError NOT_FOUND */
export function finishCell(call: Call, place: CellPlace, isDone: boolean): string | null {
  const known = findCell(call.sql, place);
  call.operation.label(known.label, isDone ? 'framework.finish.undo' : 'framework.open.undo');
  const { cell } = known;
  const finishedAt = isDone ? new Date(call.workspace.now()).toISOString() : null;
  if (cell === undefined) return isDone ? addCell(call, known, { summary: '', finished_at: finishedAt }) : null;
  if ((cell.finished_at !== null) === isDone) return cell.id;
  if (!isDone && cell.summary.trim() === '' && !isUsed(call, cell.id)) {
    call.sql.run('DELETE FROM framework_cell WHERE id = :id', { id: cell.id });
    return null;
  }
  call.sql.run('UPDATE framework_cell SET finished_at = :finishedAt WHERE id = :id', { id: cell.id, finishedAt });
  return cell.id;
}

/** The cell, when it may be changed. @throws AppError NOT_FOUND, CELL_DONE */
export function openCell({ sql }: Call, place: CellPlace): CellRecord {
  const known = findCell(sql, place);
  if (known.cell?.finished_at != null) throw new AppError('CELL_DONE');
  return known;
}

/** Puts a cell where none is. */
export function addCell(
  { sql, workspace }: Call,
  { projectId, themeId, owner }: CellRecord,
  words: { readonly summary: string; readonly finished_at?: string | null },
): string {
  const id = workspace.newId();
  sql.insert('framework_cell', { id, project_id: projectId, theme_id: themeId, ...owner, ...words });
  return id;
}

const Used = z.object({ used: z.int() });

/** Whether quotes or findings hang on the cell. */
function isUsed({ sql }: Call, id: string): boolean {
  const found = sql.get(
    Used,
    `SELECT EXISTS (SELECT 1 FROM framework_cell_quote WHERE cell_id = :id)
       OR EXISTS (SELECT 1 FROM finding_evidence WHERE framework_cell_id = :id) AS used`,
    { id },
  );
  return found?.used === 1;
}
