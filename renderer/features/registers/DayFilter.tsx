import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import { today } from '../../lib/dates.ts';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './registers.module.css';

export interface DayFilterProps {
  readonly label: string;
  /** ISO day. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** Narrows a list to one day. A longer time counts by its last day ("2021" is 31 December). */
export function DayFilter({ label, value, onChange }: DayFilterProps) {
  const language = useLanguage();
  const typed = useTypedText(value === null ? '' : formatDayShort(value, language), (text) => {
    if (text.trim() === '') return onChange(null);
    const day = readSpokenDate(text, { form: null, today: today(), language })?.sortOn?.slice(0, 10);
    return day === undefined ? undefined : onChange(day);
  });
  return (
    <div className={styles.dayFilter}>
      <TextField
        isLabelHidden
        label={label}
        length={12}
        onBlur={typed.commit}
        onChange={typed.onChange}
        onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
        placeholder={label}
        value={typed.text}
      />
    </div>
  );
}
