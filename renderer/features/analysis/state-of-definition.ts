import type { ExhibitDefinition, VariableGroup } from '../../../shared/contract/analysis.ts';
import type { ColumnPart } from './banner-parts.ts';
import { allVariables } from './definitions.ts';
import { readView, writeView, type ViewState } from './view-state.ts';

function partsOf({ columns, banner }: ExhibitDefinition): readonly ColumnPart[] {
  if (columns !== undefined) return [{ by: columns }];
  return (banner ?? []).map(({ by, within }) => (within === undefined ? { by } : { by, within }));
}

/** The rows of the pane that a definition is about: the battery with the same items, else its own variable. */
function rowsOf({ rows }: ExhibitDefinition, groups: readonly VariableGroup[]): string | undefined {
  if (!Array.isArray(rows)) return rows;
  const grids = allVariables(groups).filter(({ kind }) => kind === 'grid');
  const same = grids.find(({ members }) => members.length === rows.length && members.every((id, at) => id === rows[at]));
  return (same ?? grids.find(({ members }) => rows.every((id) => members.includes(id))))?.id ?? rows[0];
}

/** The view that shows the table of a definition: the way from a kept table, or from a way out, back to the wells. */
export function stateOfDefinition(
  definition: ExhibitDefinition,
  groups: readonly VariableGroup[],
  now: ViewState = readView({}),
): ViewState {
  const { filter, letters } = definition;
  return {
    ...now,
    rows: rowsOf(definition, groups),
    columns: partsOf(definition),
    wave: filter?.waveId,
    filter: filter?.variableId === undefined || filter.codes === undefined ? undefined : `${filter.variableId}:${filter.codes.join('.')}`,
    where: filter?.where,
    percent: definition.percent,
    figures: definition.figures ?? [],
    summary: definition.figure,
    hasDontKnow: definition.dontKnow === 'inside',
    isExact: definition.intervals === 'exact',
    hasTests: definition.tests === 'shown',
    letters,
    hasWeights: definition.weights === 'used',
    isMerged: definition.merge === 'ends',
    base: definition.base ?? 'persons',
    places: definition.places ?? 'as-recorded',
    isThemesOwn: definition.themes === 'own',
    view: 'released',
  };
}

/** The search parameters of the analysis screen that show the table of a definition. */
export function searchOfDefinition(
  definition: ExhibitDefinition,
  groups: readonly VariableGroup[],
): Readonly<Record<string, string | undefined>> {
  return writeView(stateOfDefinition(definition, groups));
}
