import { useState } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import sheet from '../../lib/sheet/sheet.module.css';
import { useContent, useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import {
  allVariables,
  canBeBanner,
  ColumnsWell,
  FilterWell,
  percentsOf,
  variableLabel,
  type ViewChange,
  type ViewState,
} from '../analysis/index.ts';
import { partsOf } from './book-of.ts';
import type { Countable } from './made-of.ts';

interface BookWellsProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly countable: Countable;
}

/** The banner, the selection and the percentages of the whole book, with the keys they have in the analysis. */
export function BookWells({ state, change, countable: { groups, waves } }: BookWellsProps) {
  const say = useText();
  const content = useContent();
  const [open, setOpen] = useState<'columns' | 'filter' | null>(null);
  const known = partsOf(state, groups);
  const all = allVariables(groups);
  const choices = percentsOf(known.length > 0);
  const value = choices.find((id) => id === state.percent) ?? 'column';
  useCommand('analysis.columns', () => setOpen('columns'));
  useCommand('analysis.filter', () => setOpen('filter'));
  useCommand('analysis.percent', () => change({ percent: choices[(choices.indexOf(value) + 1) % choices.length] ?? 'column' }));
  return (
    <div aria-label={say('exhibits.book.wells')} className={sheet.bar} role="group">
      <ColumnsWell
        choices={all
          .filter(canBeBanner)
          .map((variable) => ({ id: variable.id, label: variableLabel(variable, say, content), name: variable.name }))}
        isOpen={open === 'columns'}
        known={known}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'columns' : null)}
        onParts={(columns) => change({ columns })}
      />
      <FilterWell
        all={all}
        change={change}
        isOpen={open === 'filter'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'filter' : null)}
        state={state}
        waves={waves}
      />
      <Select
        label={say('analysis.percent.label')}
        look="chip"
        onChange={(percent) => change({ percent })}
        options={choices.map((id) => ({ id, label: say(`analysis.percent.${id}`) }))}
        value={value}
      />
    </div>
  );
}
