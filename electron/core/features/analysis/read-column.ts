import { readColumn } from '../../analysis/columns.ts';
import type { Column, ColumnSource } from '../../analysis/stored-answers.ts';
import { AppError } from '../../app-error.ts';

/** The column of a variable. @throws AppError NOT_FOUND when it is gone or cannot be counted */
export function columnOf(source: ColumnSource, variableId: string): Column {
  const column = readColumn(source, variableId);
  if (column === null) throw new AppError('NOT_FOUND');
  return column;
}
