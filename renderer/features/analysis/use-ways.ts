import type { VariableGroup } from '../../../shared/contract/analysis.ts';
import { useContent, useText } from '../../lib/text.ts';
import type { Way } from './ReadingPane.tsx';
import { showParam, type ViewChange } from './use-view-state.ts';
import { shortLabel, variableLabel } from './variable-words.ts';
import { allVariables, columnsVariable, isOfRounds, rowsVariable, type ViewState } from './view-state.ts';

interface WaysOptions {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly groups: readonly VariableGroup[];
  /** Something is hidden, or the gate stopped the table. */
  readonly hasHidden: boolean;
}

const fewestToMerge = 5;

/** Ways out of a table with hidden cells, and groupings worth a look. */
export function useWays({ state, change, groups, hasHidden }: WaysOptions): {
  readonly ways: readonly Way[];
  readonly looks: readonly Way[];
} {
  const say = useText();
  const content = useContent();
  const rows = rowsVariable(state, groups);
  const columns = columnsVariable(state, groups);
  const isScale =
    rows !== null &&
    (!rows.isInRounds || isOfRounds(state, rows)) &&
    (rows.kind === 'scale' || rows.kind === 'grid') &&
    rows.options.length >= fewestToMerge;
  const ways: Way[] = [];
  if (isScale && state.isMerged)
    ways.push({ id: 'split', label: say('analysis.ways.split'), onChoose: () => change({ show: showParam(state.measure, false) }) });
  if (isScale && !state.isMerged && hasHidden)
    ways.push({ id: 'merge', label: say('analysis.ways.merge'), onChoose: () => change({ show: showParam(state.measure, true) }) });
  if (hasHidden && state.places === 'as-recorded' && (rows?.kind === 'place' || columns?.kind === 'place'))
    ways.push({ id: 'places', label: say('analysis.ways.rollUp'), onChoose: () => change({ places: 'rolled-up' }) });
  if (hasHidden && columns !== null)
    ways.push({ id: 'columns', label: say('analysis.ways.dropColumns'), onChoose: () => change({ cols: undefined }) });
  if (hasHidden && (state.filter !== undefined || state.wave !== undefined))
    ways.push({ id: 'filter', label: say('analysis.ways.dropFilter'), onChoose: () => change({ filter: undefined, wave: undefined }) });
  const background = groups.filter(({ kind }) => kind === 'background').flatMap(({ variables }) => variables);
  const looks =
    rows === null ? [] : background.filter((variable) => variable.kind === 'one' && variable.id !== columns?.id && variable.id !== rows.id);
  const by = (id: string, label: string): Way => ({
    id,
    label: say('analysis.look.by', { variable: label }),
    onChoose: () => change({ cols: id }),
  });
  const others = allVariables(groups).filter(
    ({ kind, id }) => (kind === 'wave' || kind === 'place') && id !== columns?.id && id !== rows?.id,
  );
  return {
    ways,
    looks: [...looks, ...others].slice(0, 4).map((variable) => by(variable.id, shortLabel(variableLabel(variable, say, content)))),
  };
}
