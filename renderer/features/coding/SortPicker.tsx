import { useRef } from 'react';
import type { GridSort, GridSource } from '../../../shared/contract/coding.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { readSort, writeSort } from './grid-address.ts';
import { factColumns, isFact, type ShownColumn } from './grid-columns.ts';

/** What choosing the order needs. */
export interface SortPickerProps {
  readonly source: GridSource;
  readonly sort: GridSort | null;
  /** Answers that stand beside the words can also order them. */
  readonly columns: readonly ShownColumn[];
  readonly onChange: (sort: GridSort | null) => void;
}

/** The order of the rows, and whether upwards or downwards. */
export function SortPicker({ source, sort, columns, onChange }: SortPickerProps) {
  const say = useText();
  const place = useRef<HTMLSpanElement>(null);
  useCommand('coding.sort', () => place.current?.querySelector('button')?.focus());
  const isOfPersons = source.kind === 'answers';
  const keys: readonly GridSort['by'][] = [
    'asked',
    ...(isOfPersons && source.variableIds.length > 1 ? (['question'] as const) : []),
    'uncoded',
    'length',
    ...(source.kind === 'minutes' ? [] : factColumns),
  ];
  const options = [
    ...keys.map((by) => ({
      id: writeSort({ by, direction: 'up' }),
      label: by === 'asked' && !isOfPersons ? say('coding.sort.natural') : say(`coding.sort.${by}`),
    })),
    ...columns.flatMap(({ id, name }) =>
      isFact(id) ? [] : [{ id: writeSort({ by: 'answer', variableId: id, direction: 'up' }), label: name }],
    ),
  ];
  const shown = sort ?? ({ by: 'asked', direction: 'up' } as const);
  function set(next: GridSort): void {
    onChange(next.by === 'asked' && next.direction === 'up' ? null : next);
  }
  return (
    <>
      <span ref={place}>
        <Select
          label={say('coding.sort.label')}
          look="chip"
          onChange={(id) => set(readSort(id) ?? { by: 'asked', direction: 'up' })}
          options={options}
          value={writeSort({ ...shown, direction: 'up' })}
        />
      </span>
      {sort === null ? null : (
        <IconButton
          icon={shown.direction === 'up' ? 'sortAscending' : 'sortDescending'}
          label={say(shown.direction === 'up' ? 'coding.sort.turnDown' : 'coding.sort.turnUp')}
          onPress={() => set({ ...shown, direction: shown.direction === 'up' ? 'down' : 'up' })}
        />
      )}
    </>
  );
}
