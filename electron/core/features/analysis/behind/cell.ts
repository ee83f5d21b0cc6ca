import type { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import { VariableId } from '../../../../../shared/model/ids.ts';
import type { Column } from '../../../analysis/stored-answers.ts';
import { maskOfAll } from '../count-parts.ts';
import type { Selection } from '../selection.ts';
import { columnFor, groupColumns, keyOf } from '../table-parts.ts';
import { readThemePersons } from '../../../analysis/themes-column.ts';

/** 1 for each unit that is in a category of a column; everybody with an answer where it has no such category (a row of figures). */
function inCategory(column: Column, key: string): Uint8Array {
  const at = column.categories.findIndex((option) => keyOf(option) === key);
  if (at === -1) return Uint8Array.from(column.values, (value) => (value >= 0 ? 1 : 0));
  if (column.kind === 'codes') return Uint8Array.from(column.values, (value) => (value === at ? 1 : 0));
  const marks = column.indicators[at];
  return Uint8Array.from(column.values, (value, unit) => (value >= 0 && marks?.[unit] === 1 ? 1 : 0));
}

/** Units in a group of the columns, by the column's key. */
function inGroup(selection: Selection, definition: ExhibitDefinition, key: string): Uint8Array {
  const columns = groupColumns(selection, definition);
  const all = maskOfAll(selection, definition);
  const everyone = Uint8Array.from({ length: selection.source.units.count }, (_, unit) => (all === null ? 1 : (all[unit] ?? 0)));
  const column = columns.find((each) => each.key === key);
  if (column?.part === undefined) return everyone;
  const group = columns.filter((each) => each.part === column.part).indexOf(column);
  const part = selection.parts[column.part];
  if (part === undefined) return everyone;
  const option = part.column.categories[group];
  const inside = option === undefined ? new Uint8Array(everyone.length) : ofPlace(part.column, group);
  return everyone.map((mark, unit) => (mark === 1 && inside[unit] === 1 ? 1 : 0));
}

function ofPlace(column: Column, at: number): Uint8Array {
  if (column.kind === 'codes') return Uint8Array.from(column.values, (value) => (value === at ? 1 : 0));
  return column.indicators[at] ?? new Uint8Array(column.values.length);
}

/** Units behind a row of the table, by the row's key. @throws AppError NOT_FOUND */
function inRow(selection: Selection, definition: ExhibitDefinition, key: string): Uint8Array {
  const { source, places } = selection;
  const { rows } = definition;
  if (rows === 'themes') {
    const themes = readThemePersons(source.sql, source.projectId, source.units, definition.themes === 'own');
    return themes.find(({ id }) => id === key)?.persons ?? new Uint8Array(source.units.count);
  }
  if (rows === 'place') return places === null ? new Uint8Array(source.units.count) : inCategory(places.column, key);
  // Of an index over several questions nobody in particular answered.
  const variableId = Array.isArray(rows) ? rows.find((id) => id === key) : VariableId.parse(rows);
  if (variableId === undefined) return new Uint8Array(source.units.count).fill(1);
  return inCategory(columnFor(selection, variableId, definition), key);
}

/** Units behind one cell. In a battery the rows are questions and the columns answers. @throws AppError NOT_FOUND */
export function unitsBehind(selection: Selection, definition: ExhibitDefinition, row: string, column: string): number[] {
  const { mask, source } = selection;
  const isBattery = definition.kind === 'likert';
  const rows = isBattery ? inCategory(columnFor(selection, row, definition), column) : inRow(selection, definition, row);
  const groups = isBattery ? null : inGroup(selection, definition, column);
  return Array.from({ length: source.units.count }, (_, unit) => unit).filter(
    (unit) => rows[unit] === 1 && (groups === null || groups[unit] === 1) && (mask === null || mask[unit] === 1),
  );
}
