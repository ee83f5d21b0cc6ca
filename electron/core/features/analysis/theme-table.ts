import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { missingReasons, type Column } from '../../analysis/stored-answers.ts';
import { readThemePersons } from '../../analysis/themes-column.ts';
import { requireSight } from '../coding/index.ts';
import { countParts } from './count-parts.ts';
import { frameOf, waveFrames } from './frame.ts';
import { groupingsOf, isQuestion } from './group-parts.ts';
import type { RawTable } from './raw-table.ts';
import type { Selection } from './selection.ts';
import { waveFacts } from './wave-facts.ts';
import { changesIn, groupColumns, questionsOfColumns } from './table-parts.ts';

/** The numbers of the rows that somebody is in. */
function withoutRows<T extends { readonly counts: readonly unknown[]; readonly rowTotals: readonly number[] }>(
  table: T,
  kept: readonly boolean[],
): T {
  return { ...table, counts: table.counts.filter((_, at) => kept[at]), rowTotals: table.rowTotals.filter((_, at) => kept[at]) };
}

/**
 * Persons per theme: every theme is a yes/no over the persons interviewed. Not while they are coded blind: what others have coded would
 * show. @throws AppError CODING_IS_BLIND
 */
export function themeTable(selection: Selection, definition: ExhibitDefinition): RawTable {
  const { source, mask } = selection;
  requireSight(source.sql, source.projectId);
  const found = readThemePersons(source.sql, source.projectId, source.units, definition.themes === 'own');
  const themes = found.filter(({ persons }) => persons.some((mark, unit) => mark === 1 && (mask === null || mask[unit] === 1)));
  const column: Column = {
    kind: 'set',
    categories: themes.map(({ id, label }, code) => ({ code, key: id, label })),
    indicators: themes.map(({ persons }) => persons),
    values: new Int16Array(source.units.count),
  };
  const counted = countParts(selection, definition, column);
  // With groups only those who are in one count, so a theme may be left with nobody.
  const kept = counted.tables[0]?.rowTotals.map((count) => count > 0) ?? [];
  const tables = counted.tables.map((table) => withoutRows(table, kept));
  const none = missingReasons.map(() => 0);
  return {
    definition,
    rows: themes.filter((_, at) => kept[at]).map(({ id, label, depth }) => ({ key: id, label, indent: Math.min(depth, 6) })),
    columns: groupColumns(selection, definition),
    ...counted,
    tables,
    isExclusive: false,
    scale: null,
    scaleRows: 0,
    figures: null,
    missing: [],
    persons: selection.persons,
    frames: [frameOf(selection, definition, none, tables[0]?.total ?? 0)],
    columnFrames: waveFrames(selection, definition, none, tables),
    question: null,
    columnQuestions: questionsOfColumns(selection, definition),
    changes: changesIn(selection, groupingsOf(definition).filter(isQuestion)),
    rounds: null,
    places: selection.places,
    ...(selection.cutMembers === null ? {} : { members: selection.cutMembers }),
    breaks: selection.breaks,
    ...waveFacts(selection, definition, []),
    hasShared: source.units.hasShared,
  };
}
