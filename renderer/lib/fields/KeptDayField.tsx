import { TextField } from '../../ui/text-field/TextField.tsx';
import { today, useDates } from '../dates.ts';
import { useText } from '../text.ts';
import { useSpokenDay } from './use-spoken-day.ts';
import { useTypedText } from './use-typed-text.ts';

export interface KeptDayFieldProps {
  readonly label: string;
  /** ISO day. */
  readonly value: string | null;
  /** When the field is left or Enter is pressed; what is no day is not kept. */
  readonly onKeep: (day: string | null) => void;
}

/**
 * One day, as people write it, kept when its field is left: "3.4.2026", "3/4", "i dag". Nothing half typed may be saved, so what it
 * is read as stands beneath meanwhile; in a form that is carried out whole a day is a FormDayField.
 */
export function KeptDayField({ label, value, onKeep }: KeptDayFieldProps) {
  const say = useText();
  const dates = useDates();
  const { read, write } = useSpokenDay(today());
  const typed = useTypedText(write(value), (text) => {
    const day = read(text);
    if (text.trim() === '' || day !== null) onKeep(day);
  });
  const day = read(typed.text);
  const isEmpty = typed.text.trim() === '';
  return (
    <TextField
      help={isEmpty ? say('registers.day.help') : day === null ? say('registers.day.none') : dates.day(day)}
      label={label}
      length={14}
      onBlur={typed.commit}
      onChange={typed.onChange}
      onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
      value={typed.text}
    />
  );
}
