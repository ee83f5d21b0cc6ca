import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { AppError } from '../../app-error.ts';
import { readColumn, waveColumn, type CodeColumn, type Column, type ColumnSource } from '../../analysis/columns.ts';
import { everyone } from '../../analysis/count.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { readUnits } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';

/** The persons of a table, who of them is counted, and the groups they are in. */
export interface Selection {
  readonly source: ColumnSource;
  /** 1 for persons within the filter; null for everyone. */
  readonly mask: Uint8Array | null;
  /** Null when there are no groups. */
  readonly groups: CodeColumn | null;
  readonly groupValues: Int16Array;
  readonly persons: number;
}

/** The column of a variable. @throws AppError NOT_FOUND when it is gone or cannot be counted */
export function columnOf(source: ColumnSource, variableId: string): Column {
  const column = readColumn(source, variableId);
  if (column === null) throw new AppError('NOT_FOUND');
  return column;
}

/** A column of groups must put each person in one group. */
function groupsOf(source: ColumnSource, columns: ExhibitDefinition['columns']): CodeColumn | null {
  if (columns === undefined) return null;
  const column = columns === 'wave' ? waveColumn(source.units) : columnOf(source, columns);
  if (column.kind !== 'codes') throw new AppError('NOT_FOUND');
  return column;
}

function maskOf(source: ColumnSource, filter: ExhibitDefinition['filter']): Uint8Array | null {
  if (filter?.variableId === undefined || filter.codes === undefined) return null;
  const column = columnOf(source, filter.variableId);
  const wanted = new Set(filter.codes);
  if (column.kind === 'codes')
    return Uint8Array.from(column.values, (value) => (value >= 0 && wanted.has(column.categories[value]?.code ?? Number.NaN) ? 1 : 0));
  const chosen = column.indicators.filter((_, at) => wanted.has(column.categories[at]?.code ?? Number.NaN));
  return Uint8Array.from(column.values, (value, person) => (value >= 0 && chosen.some((indicator) => indicator[person] === 1) ? 1 : 0));
}

/** Reads who is counted. @throws AppError NOT_FOUND */
export function readSelection(sql: Statements, projectId: string, definition: ExhibitDefinition): Selection {
  const units = readUnits(sql, projectId, { waveId: definition.filter?.waveId ?? null, perWave: definition.columns === 'wave' });
  const source: ColumnSource = { sql, projectId, book: readQuestions(sql, projectId), units };
  const mask = maskOf(source, definition.filter);
  const groups = groupsOf(source, definition.columns);
  return {
    source,
    mask,
    groups,
    groupValues: groups?.values ?? everyone(units.count),
    persons: mask === null ? units.count : mask.reduce((sum, mark) => sum + mark, 0),
  };
}
