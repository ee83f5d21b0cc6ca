import { Select, type SelectOption } from '../../ui/select/Select.tsx';

export interface ChipFilterProps {
  readonly label: string;
  /** What "not narrowed" is called. */
  readonly every: string;
  /** Quieter, beside `every`: how many there are in all. */
  readonly everyDetail?: string;
  readonly options: readonly SelectOption[];
  /** Undefined when the list is not narrowed. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const all = 'all';

/** Narrows a list to one of several things, or to none. */
export function ChipFilter({ label, every, everyDetail, options, value, onChange }: ChipFilterProps) {
  return (
    <Select
      label={label}
      look="chip"
      onChange={(id) => onChange(id === all ? undefined : id)}
      options={[{ id: all, label: every, ...(everyDetail === undefined ? {} : { detail: everyDetail }) }, ...options]}
      value={value ?? all}
    />
  );
}
