import type { GridColumns } from '../../../shared/contract/coding.ts';
import { localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import { factColumns, mostColumns, type ColumnId } from './grid-columns.ts';
import styles from './GridPickers.module.css';

/** What choosing columns needs. */
export interface ColumnPickerProps {
  readonly known: GridColumns;
  readonly chosen: readonly ColumnId[];
  /** How many of them there is room for. */
  readonly shown: number;
  readonly onChange: (ids: readonly ColumnId[]) => void;
}

/** What stands beside the words: facts of the interview and answers to closed questions, up to six. */
export function ColumnPicker({ known, chosen, shown, onChange }: ColumnPickerProps) {
  const say = useText();
  const language = useLanguage();
  const choices: readonly { readonly id: ColumnId; readonly label: string }[] = [
    ...factColumns.map((fact) => ({ id: fact, label: say(`coding.fact.${fact}`) })),
    ...known.columns.map((column) => ({ id: column.variableId, label: localised(column.title, language) })),
  ];
  return (
    <Popover label={say('coding.columns.label')} trigger={<FilterChip name={say('coding.filter.columns')} value={String(chosen.length)} />}>
      <p className={styles.hint}>{say('coding.columns.most', { count: mostColumns })}</p>
      {shown < chosen.length ? <p className={styles.hint}>{say('coding.columns.room', { shown, count: chosen.length })}</p> : null}
      <div className={styles.list}>
        {choices.map(({ id, label }) => {
          const isOn = chosen.includes(id);
          return (
            <Checkbox
              isDisabled={!isOn && chosen.length >= mostColumns}
              isSelected={isOn}
              key={id}
              onChange={() => onChange(isOn ? chosen.filter((one) => one !== id) : [...chosen, id])}
            >
              {label}
            </Checkbox>
          );
        })}
      </div>
    </Popover>
  );
}
