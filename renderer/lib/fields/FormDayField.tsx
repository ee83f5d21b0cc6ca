import { useState } from 'react';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useText } from '../text.ts';
import { useSpokenDay } from './use-spoken-day.ts';

export interface FormDayFieldProps {
  readonly label: string;
  /** ISO day; null where none is known, or what was typed is no day. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** The day that words without a year are read against, ISO. */
  readonly today: string;
  readonly isOptional?: boolean;
  readonly help?: string;
}

/**
 * One day of a form that is carried out whole, typed as people write it ("3.4.2026"). The form must know at every key whether it has
 * a day, so each key counts and what cannot be read is an error at the field; a day that saves itself is a KeptDayField.
 */
export function FormDayField({ label, value, onChange, today, isOptional = false, help }: FormDayFieldProps) {
  const say = useText();
  const { read, write } = useSpokenDay(today);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? write(value);
  const day = read(shown);
  const isBlank = shown.trim() === '';
  return (
    <TextField
      error={day !== null || (isBlank && isOptional) || typed === null ? undefined : say('actions.plainDay')}
      label={label}
      length={14}
      onBlur={() => (day === null ? undefined : setTyped(null))}
      onChange={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
      value={shown}
      {...(help === undefined ? {} : { help })}
    />
  );
}
