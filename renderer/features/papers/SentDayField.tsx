import { useState } from 'react';
import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import { today } from '../../lib/dates.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface SentDayFieldProps {
  /** ISO; null while what stands there is no day. */
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

/** The day something went out: today, or another one in digits or words. */
export function SentDayField({ day, onChange }: SentDayFieldProps) {
  const say = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState(() => (day === null ? '' : formatDayShort(day, language)));
  function read(text: string): void {
    setTyped(text);
    const date = /^\d{4}-\d{2}-\d{2}$/u.test(text.trim())
      ? { sortOn: text.trim(), precision: 'day' as const }
      : readSpokenDate(text, { form: null, today: today(), language });
    onChange(date?.precision === 'day' ? date.sortOn : null);
  }
  return (
    <TextField
      error={day === null ? say('papers.done.badDay') : undefined}
      label={say('papers.done.day')}
      length={12}
      onChange={read}
      value={typed}
    />
  );
}
