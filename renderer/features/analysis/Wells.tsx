import { useState } from 'react';
import type { AnalysisVariable, VariableGroup } from '../../../shared/contract/analysis.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useContent, useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import styles from './analysis.module.css';
import { CountingChoices } from './CountingChoices.tsx';
import { showParam, type ViewChange } from './use-view-state.ts';
import { variableDetail, variableLabel } from './variable-words.ts';
import { allVariables, canBeColumns, columnsVariable, parseFilter, rowsVariable, type ViewState } from './view-state.ts';
import { Well, type WellChoice } from './Well.tsx';

interface WellsProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly groups: readonly VariableGroup[];
  readonly waves: readonly { readonly id: string; readonly name: string }[];
}

type WellName = 'rows' | 'columns' | 'filter';

/** Rows, columns and selection as chips with a key each, and what the figures are. */
export function Wells({ state, change, groups, waves }: WellsProps) {
  const say = useText();
  const content = useContent();
  const [open, setOpen] = useState<WellName | null>(null);
  useCommand('analysis.rows', () => setOpen('rows'));
  useCommand('analysis.columns', () => setOpen('columns'));
  useCommand('analysis.filter', () => setOpen('filter'));
  useCommand('analysis.newTable', () => {
    change({
      rows: 'none',
      cols: undefined,
      wave: undefined,
      filter: undefined,
      row: undefined,
      show: undefined,
      view: undefined,
      chart: undefined,
      base: undefined,
      places: undefined,
    });
    setOpen(null);
  });
  const measure = (next: ViewState['measure']): void => change({ show: showParam(next, state.isMerged) });
  useCommand('analysis.percent', () => measure(state.measure === 'percent' ? 'counts' : 'percent'));
  const rows = rowsVariable(state, groups);
  const columns = columnsVariable(state, groups);
  const choice = (variable: AnalysisVariable): WellChoice => ({
    id: variable.id,
    label: variableLabel(variable, say, content),
    name: variable.name,
    detail: variableDetail(variable, say),
  });
  const all = allVariables(groups);
  const filters = filterChoices(all, waves, (variable) => variableLabel(variable, say, content), content);
  const well = (name: WellName) => ({
    label: say(`analysis.well.${name}`),
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  });
  return (
    <div aria-label={say('analysis.well.label')} className={styles.wells} role="group">
      <Well
        {...well('rows')}
        choices={all.filter(({ kind }) => kind !== 'wave').map(choice)}
        detail={rows === null ? undefined : variableDetail(rows, say)}
        onChoose={(id) => change({ rows: id, row: undefined, chart: undefined })}
        value={rows === null ? say('analysis.well.choose') : variableLabel(rows, say, content)}
      />
      <Well
        {...well('columns')}
        choices={[
          { id: '', label: say('analysis.well.onlyAll'), name: '' },
          ...all.filter((variable) => canBeColumns(variable) && variable.id !== rows?.id).map(choice),
        ]}
        onChoose={(id) => change({ cols: id === '' ? undefined : id })}
        value={columns === null ? say('analysis.well.onlyAll') : variableLabel(columns, say, content)}
      />
      <Well
        {...well('filter')}
        choices={[{ id: '', label: say('analysis.well.everyone'), name: '' }, ...filters]}
        onChoose={(id) => change(filterChange(id))}
        value={filterValue(state, filters) ?? say('analysis.well.everyone')}
      />
      <CountingChoices change={change} columns={columns} rows={rows} state={state} />
      <div className={styles.measure}>
        <SegmentedControl
          label={say('analysis.measure.label')}
          onChange={measure}
          segments={[
            { id: 'percent', label: say('analysis.measure.percent') },
            { id: 'counts', label: say('analysis.measure.counts') },
          ]}
          value={state.measure}
        />
      </div>
    </div>
  );
}

/** "Runde: våren 2025", "Hvilket kjønn har du? kvinne". */
function filterChoices(
  all: readonly AnalysisVariable[],
  waves: WellsProps['waves'],
  labelOf: (variable: AnalysisVariable) => string,
  content: ReturnType<typeof useContent>,
): WellChoice[] {
  const ofWaves = waves.map(({ id, name }) => ({ id: `wave:${id}`, label: name, name }));
  const ofVariables = all
    .filter(({ kind, options }) => kind === 'one' && options.length > 0)
    .flatMap((variable) =>
      variable.options.map(({ code, label }) => ({
        id: `${variable.id}:${code}`,
        label: `${labelOf(variable)} ${content(label)}`,
        name: content(label),
      })),
    );
  return [...ofWaves, ...ofVariables];
}

function filterChange(id: string): ViewChange {
  if (id === '') return { wave: undefined, filter: undefined };
  return id.startsWith('wave:') ? { wave: id.slice('wave:'.length) } : { filter: id };
}

function filterValue(state: ViewState, choices: readonly WellChoice[]): string | null {
  const ids = [...(state.wave === undefined ? [] : [`wave:${state.wave}`]), ...(parseFilter(state.filter) === null ? [] : [state.filter])];
  const found = choices.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return found.length === 0 ? null : found.join(', ');
}
