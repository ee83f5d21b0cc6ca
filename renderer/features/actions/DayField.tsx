import { useState } from 'react';
import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

export interface DayFieldProps {
  readonly label: string;
  /** ISO day; null where none is known, or what was typed is no day. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** The day that words without a year are read against, ISO. */
  readonly today: string;
  readonly isOptional?: boolean;
  readonly help?: string;
}

/** A plain day, typed as people write one ("3.4.2026"); what cannot be read is said at the field. */
export function DayField({ label, value, onChange, today, isOptional = false, help }: DayFieldProps) {
  const say = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : formatDayShort(value, language));
  const day = readDay(shown, today);
  const isBlank = shown.trim() === '';
  return (
    <TextField
      error={day !== null || (isBlank && isOptional) || typed === null ? undefined : say('actions.plainDay')}
      label={label}
      length={14}
      onBlur={() => (day === null ? undefined : setTyped(null))}
      onChange={(text) => {
        setTyped(text);
        onChange(readDay(text, today));
      }}
      value={shown}
      {...(help === undefined ? {} : { help })}
    />
  );

  function readDay(text: string, reference: string): string | null {
    const read = readSpokenDate(text, { form: null, today: reference, language });
    return read !== null && read.precision === 'day' ? read.sortOn : null;
  }
}
