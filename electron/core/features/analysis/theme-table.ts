import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { multiResponse } from '../../analysis/count.ts';
import { missingReasons } from '../../analysis/stored-answers.ts';
import { requireSight } from '../coding/index.ts';
import { frameOf, waveFrames } from './frame.ts';
import type { RawTable } from './raw-table.ts';
import type { Selection } from './selection.ts';
import { changesIn, columnQuestion, groupColumns } from './table-parts.ts';
import { readThemePersons } from './theme-column.ts';

/**
 * Persons per theme: every theme is a yes/no over the persons interviewed. Not while they are coded blind: what others have coded would
 * show. @throws AppError CODING_IS_BLIND
 */
export function themeTable(selection: Selection, definition: ExhibitDefinition): RawTable {
  const { source, mask, groupValues, groups, persons } = selection;
  requireSight(source.sql, source.projectId);
  const themes = readThemePersons(source.sql, source.projectId, source.units, definition.themes === 'own');
  const table = multiResponse(
    themes.map(({ persons: marks }) => marks),
    new Int16Array(source.units.count),
    groupValues,
    groups?.categories.length ?? 1,
    mask,
  );
  const kept = table.rowTotals.map((count) => count > 0);
  const none = missingReasons.map(() => 0);
  return {
    definition,
    rows: themes.filter((_, at) => kept[at]).map(({ id, label, depth }) => ({ key: id, label, indent: Math.min(depth, 6) })),
    columns: groupColumns(selection),
    tables: [{ ...table, counts: table.counts.filter((_, at) => kept[at]), rowTotals: table.rowTotals.filter((_, at) => kept[at]) }],
    isExclusive: false,
    scale: null,
    missing: [],
    persons,
    frames: [frameOf(selection, definition, none, table.total)],
    columnFrames: waveFrames(selection, definition, none, table.columnTotals),
    question: null,
    columnQuestion: columnQuestion(selection, definition),
    changes: changesIn(selection, [definition.columns ?? '']),
    rounds: null,
    places: selection.places,
    ...(selection.cutMembers === null ? {} : { members: selection.cutMembers }),
    breaks: selection.breaks,
    hasShared: source.units.hasShared,
  };
}
