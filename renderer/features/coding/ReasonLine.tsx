import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

/** What the line under an inferred theme needs. */
export interface ReasonLineProps {
  /** Enter, Esc or leaving: what was typed, perhaps nothing. */
  readonly onDone: (reason: string, returnsFocus: boolean) => void;
}

/** Why a theme was read between the lines: one line that may stay empty. */
export function ReasonLine({ onDone }: ReasonLineProps) {
  const say = useText();
  const [reason, setReason] = useState('');
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone(reason, true);
  }
  return (
    <div onKeyDown={onKeyDown}>
      {/* The person asked for the line by a key, so focus goes there. */}
      <TextField
        autoFocus
        help={say('coding.grid.reasonHelp')}
        label={say('coding.grid.reason')}
        onBlur={() => onDone(reason, false)}
        onChange={setReason}
        value={reason}
      />
    </div>
  );
}
