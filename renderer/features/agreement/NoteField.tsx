import { useEffect, useRef, useState } from 'react';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface NoteFieldProps {
  readonly note: string | null;
  readonly onSave: (note: string) => void;
  /** Raised each time the key for the note is pressed: the field takes the caret. */
  readonly asked: number;
  readonly onLeave: () => void;
}

/** Why it is settled so. Given on leaving. */
export function NoteField({ note, onSave, asked, onLeave }: NoteFieldProps) {
  const say = useText();
  const [text, setText] = useState(note ?? '');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) input.current?.focus();
  }, [asked]);
  return (
    <TextField
      inputRef={input}
      label={say('agreement.note')}
      maxLength={2000}
      onBlur={() => {
        if (text.trim() !== (note ?? '')) onSave(text);
      }}
      onChange={setText}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') onLeave();
      }}
      value={text}
    />
  );
}
