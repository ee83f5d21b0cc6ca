import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import { today, useDates } from '../../lib/dates.ts';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

export interface DayFieldProps {
  readonly label: string;
  /** ISO day. */
  readonly value: string | null;
  /** When the field is left or Enter is pressed; what is no day is not kept. */
  readonly onCommit: (day: string | null) => void;
  readonly help?: string;
}

/** One day, as people write it: "3.4.2026", "3/4", "i dag". */
export function DayField({ label, value, onCommit, help }: DayFieldProps) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const read = (text: string): string | null => {
    const found = readSpokenDate(text, { form: null, today: today(), language });
    return found?.precision === 'day' ? found.sortOn : null;
  };
  const typed = useTypedText(value === null ? '' : formatDayShort(value, language), (text) => {
    const day = read(text);
    if (text.trim() === '' || day !== null) onCommit(day);
  });
  const day = read(typed.text);
  const isEmpty = typed.text.trim() === '';
  return (
    <TextField
      help={isEmpty ? (help ?? say('registers.day.help')) : day === null ? say('registers.day.none') : dates.day(day)}
      label={label}
      length={14}
      onBlur={typed.commit}
      onChange={typed.onChange}
      onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
      value={typed.text}
    />
  );
}
