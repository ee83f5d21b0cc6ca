import { useState } from 'react';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface YearFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onSave: (year: number | null) => void;
}

/** A year, saved when its field is left. What is no year is said and not saved. */
export function YearField({ label, value, onSave }: YearFieldProps) {
  const say = useText();
  const [refused, setRefused] = useState<string | null>(null);
  const typed = useTypedText(value === null ? '' : String(value), (text) => {
    const said = text.trim();
    const isYear = /^(?:19|20|21)\d{2}$/u.test(said);
    setRefused(said === '' || isYear ? null : said);
    if (said === '' || isYear) onSave(said === '' ? null : Number(said));
  });
  return (
    <TextField
      {...(refused === null ? {} : { error: say('records.notAYear', { text: refused }) })}
      inputMode="numeric"
      isNumeric
      label={label}
      length={6}
      onBlur={typed.commit}
      onChange={typed.onChange}
      value={typed.text}
    />
  );
}
