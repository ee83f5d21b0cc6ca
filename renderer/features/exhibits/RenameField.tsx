import { useEffect, useRef, useState } from 'react';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface RenameFieldProps {
  readonly name: string;
  /** With the new name; null when it stays. */
  readonly onDone: (name: string | null) => void;
}

/** The name of a row, written in its place: Enter keeps it, Esc leaves it as it was. */
export function RenameField({ name, onDone }: RenameFieldProps) {
  const say = useText();
  const [text, setText] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  function end(isKept: boolean): void {
    // Taking the field away moves the focus, which would end it once more.
    if (isDone.current) return;
    isDone.current = true;
    const next = text.trim();
    onDone(isKept && next !== '' && next !== name ? next : null);
  }
  return (
    <TextField
      inputRef={input}
      isLabelHidden
      label={say('exhibits.rename', { name })}
      maxLength={200}
      onBlur={() => end(true)}
      onChange={setText}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true);
        else if (event.key === 'Escape') end(false);
        else event.continuePropagation();
      }}
      value={text}
    />
  );
}
