import { useState, type ReactNode } from 'react';
import type { AnalysisVariable, VariableGroup } from '../../../shared/contract/analysis.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useContent, useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import styles from './wells.module.css';
import { ChoicesPopover } from './ChoicesPopover.tsx';
import { ColumnsWell } from './ColumnsWell.tsx';
import { CountingChoices } from './CountingChoices.tsx';
import { allVariables, canBeBanner, canBeRows, columnParts, percentsOf, rowsVariable } from './definitions.ts';
import { FilterWell } from './FilterWell.tsx';
import { useChoiceCommands } from './use-choice-commands.ts';
import { variableDetail, variableLabel } from './variable-words.ts';
import { newTable, type ViewChange, type ViewState } from './view-state.ts';
import { Well } from './Well.tsx';
import type { WellChoice } from './WellBox.tsx';

interface WellsProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly groups: readonly VariableGroup[];
  readonly waves: readonly { readonly id: string; readonly name: string }[];
  readonly hasWeighting: boolean;
  /** What is shown of the table: chart or figures. */
  readonly show?: ReactNode;
}

type WellName = 'rows' | 'columns' | 'filter';

/** Rows, columns and selection as chips with a key each, and what the figures are. */
export function Wells({ state, change, groups, waves, hasWeighting, show }: WellsProps) {
  const say = useText();
  const content = useContent();
  const [open, setOpen] = useState<WellName | null>(null);
  useCommand('analysis.rows', () => setOpen('rows'));
  useCommand('analysis.columns', () => setOpen('columns'));
  useCommand('analysis.filter', () => setOpen('filter'));
  useCommand('analysis.newTable', () => {
    change(newTable(state));
    setOpen(null);
  });
  const rows = rowsVariable(state, groups);
  const known = columnParts(state, groups);
  const hasGroups = known.length > 0;
  useChoiceCommands({ state, change, hasGroups });
  const choice = (variable: AnalysisVariable): WellChoice => ({
    id: variable.id,
    label: variableLabel(variable, say, content),
    name: variable.name,
    detail: variableDetail(variable, say),
  });
  const all = allVariables(groups);
  const percents = percentsOf(hasGroups);
  const isSummary = rows?.kind === 'grid' && state.summary !== undefined;
  const well = (name: WellName) => ({
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  });
  return (
    <div aria-label={say('analysis.well.label')} className={styles.wells} role="group">
      <Well
        {...well('rows')}
        choices={all.filter(canBeRows).map(choice)}
        detail={rows === null ? undefined : variableDetail(rows, say)}
        label={say('analysis.well.rows')}
        onChoose={(id) => change(rowsChange(id))}
        value={rows === null ? say('analysis.well.choose') : variableLabel(rows, say, content)}
      />
      <ColumnsWell
        {...well('columns')}
        choices={all.filter((variable) => canBeBanner(variable) && variable.id !== rows?.id).map(choice)}
        known={known}
        onParts={(columns) => change({ columns })}
      />
      <FilterWell {...well('filter')} all={all} change={change} state={state} waves={waves} />
      <div className={styles.showLine}>
        {show}
        <div className={styles.measure}>
          <CountingChoices
            change={change}
            hasPlaces={rows?.kind === 'place' || known.some(({ by, within }) => by.kind === 'place' || within?.kind === 'place')}
            rows={rows}
            state={state}
          />
          {isSummary ? null : (
            <Select
              label={say('analysis.percent.label')}
              look="chip"
              onChange={(percent) => change({ percent })}
              options={percents.map((id) => ({ id, label: say(`analysis.percent.${id}`) }))}
              value={percents.includes(state.percent) ? state.percent : 'column'}
            />
          )}
          <ChoicesPopover change={change} hasGroups={hasGroups} hasWeighting={hasWeighting} rows={rows} state={state} />
        </div>
      </div>
    </div>
  );
}

/** Other rows: what was chosen of the rows before does not fit them. */
export function rowsChange(rows: string): ViewChange {
  return { rows, item: undefined, chart: undefined, kind: undefined, summary: undefined };
}
