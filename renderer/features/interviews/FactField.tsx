import { useState } from 'react';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { readClock } from './read-clock.ts';

export interface FactFieldProps {
  readonly kind: 'date' | 'clock';
  readonly label: string;
  /** As the file has it: an ISO day or HH:MM. */
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

const lengths = { date: 16, clock: 6 } as const;

/** One fact in a field. It is written when the field is left; a clock that cannot be read stays as it was typed, and says so. */
export function FactField({ kind, label, value, onCommit }: FactFieldProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : kind === 'clock' ? readClock(typed) : typed.trim();
  const leave = (): void => {
    if (read === null) return;
    if (read !== value) onCommit(read);
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      length={lengths[kind]}
      onBlur={leave}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
      type={kind === 'date' ? 'date' : 'text'}
      value={typed ?? value}
      {...(read === null ? { error: say('entry.facts.notAClock') } : {})}
    />
  );
}
