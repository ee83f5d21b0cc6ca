import type { ExhibitView, VariableGroup } from '../../../shared/contract/analysis.ts';
import { useContent, useText } from '../../lib/text.ts';
import { addPart } from './banner-parts.ts';
import { allVariables, columnParts, isOfRounds, rowsVariable } from './definitions.ts';
import { mayHelp } from './may-help.ts';
import { stateOfDefinition } from './state-of-definition.ts';
import { shortLabel, variableLabel } from './variable-words.ts';
import type { ViewChange, ViewState } from './view-state.ts';
import type { Way } from './WayList.tsx';

interface WaysOptions {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly groups: readonly VariableGroup[];
  /** The tables on the screen, the main one first. */
  readonly views: readonly ExhibitView[];
}

const fewestToMerge = 5;
const mostLooks = 4;

/** Ways out of a table with hidden cells, and groupings worth a look. */
export function useWays(options: WaysOptions): { readonly ways: readonly Way[]; readonly looks: readonly Way[] } {
  const own = useOwnWays(options);
  const looks = useLooks(options);
  const say = useText();
  const { views, change, groups, state } = options;
  // What the gate has worked out goes before what only might help.
  const fromGate = views.flatMap(({ gate }, view) => (gate.waysOut ?? []).map((way) => ({ ...way, isMain: view === 0 })));
  const ways = fromGate.slice(0, 4).map(({ id, params, definition, isMain }, at): Way => ({
    id: `gate-${at}`,
    label: say.any(id, params),
    hidden: typeof params['hidden'] === 'number' ? params['hidden'] : undefined,
    definition,
    // The table under a battery follows the same wells: the battery stays in the rows.
    onChoose: () => change({ ...stateOfDefinition(definition, groups, state), ...(isMain ? {} : { rows: state.rows, item: state.item }) }),
  }));
  return { ways: ways.length > 0 ? ways : own, looks };
}

function useOwnWays({ state, change, groups, views }: WaysOptions): readonly Way[] {
  const say = useText();
  const rows = rowsVariable(state, groups);
  const parts = columnParts(state, groups);
  const hasHidden = mayHelp(views);
  const isScale =
    rows !== null &&
    (!rows.isInRounds || isOfRounds(state, rows)) &&
    (rows.kind === 'scale' || rows.kind === 'grid') &&
    rows.options.length >= fewestToMerge;
  const hasPlaces = rows?.kind === 'place' || parts.some(({ by, within }) => by.kind === 'place' || within?.kind === 'place');
  const ways: Way[] = [];
  if (isScale && state.isMerged) ways.push({ id: 'split', label: say('analysis.ways.split'), onChoose: () => change({ isMerged: false }) });
  if (isScale && !state.isMerged && hasHidden)
    ways.push({ id: 'merge', label: say('analysis.ways.merge'), onChoose: () => change({ isMerged: true }) });
  if (hasHidden && state.places === 'as-recorded' && hasPlaces)
    ways.push({ id: 'places', label: say('analysis.ways.rollUp'), onChoose: () => change({ places: 'rolled-up' }) });
  if (hasHidden && parts.length > 1)
    ways.push({ id: 'last', label: say('analysis.ways.dropLast'), onChoose: () => change({ columns: state.columns.slice(0, -1) }) });
  if (hasHidden && parts.length > 0)
    ways.push({ id: 'columns', label: say('analysis.ways.dropColumns'), onChoose: () => change({ columns: [] }) });
  if (hasHidden && (state.filter !== undefined || state.wave !== undefined || state.where !== undefined))
    ways.push({
      id: 'filter',
      label: say('analysis.ways.dropFilter'),
      onChoose: () => change({ filter: undefined, wave: undefined, where: undefined }),
    });
  return ways;
}

function useLooks({ state, change, groups }: WaysOptions): readonly Way[] {
  const say = useText();
  const content = useContent();
  const rows = rowsVariable(state, groups);
  if (rows === null) return [];
  const taken = new Set([rows.id, ...state.columns.flatMap(({ by, within }) => [by, within])]);
  const background = groups.filter(({ kind }) => kind === 'background').flatMap(({ variables }) => variables);
  const others = allVariables(groups).filter(({ kind }) => kind === 'wave' || kind === 'place' || kind === 'service');
  return [...background.filter(({ kind }) => kind === 'one'), ...others]
    .filter(({ id }) => !taken.has(id))
    .slice(0, mostLooks)
    .map((variable) => ({
      id: variable.id,
      label: say('analysis.look.by', { variable: shortLabel(variableLabel(variable, say, content)) }),
      onChoose: () => change({ columns: state.columns.length === 0 ? [{ by: variable.id }] : addPart(state.columns, variable.id) }),
    }));
}
