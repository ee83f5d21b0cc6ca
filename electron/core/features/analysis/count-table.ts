import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { Statements } from '../../db/statements.ts';
import { batteryTable } from './battery-table.ts';
import type { RawTable } from './raw-table.ts';
import { readSelection, type Selection } from './selection.ts';
import { summaryTable } from './summaries/summary-table.ts';
import { themeTable } from './theme-table.ts';
import { placeTable, variableTable } from './variable-table.ts';

/** Counts the persons of a table, or their rounds, before the gate. @throws AppError NOT_FOUND for variables that are gone */
export function countTable(sql: Statements, projectId: string, definition: ExhibitDefinition): RawTable {
  return countSelection(readSelection(sql, projectId, definition), definition);
}

/** The same for who has been read already, all of them or some. @throws AppError NOT_FOUND for variables that are gone */
export function countSelection(selection: Selection, definition: ExhibitDefinition): RawTable {
  const { rows } = definition;
  if (rows === 'themes') return themeTable(selection, definition);
  if (rows === 'place') return placeTable(selection, definition);
  if (definition.kind === 'summary' && Array.isArray(rows)) return summaryTable(selection, definition, rows);
  return Array.isArray(rows) ? batteryTable(selection, definition, rows) : variableTable(selection, definition, rows);
}
