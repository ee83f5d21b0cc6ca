import { useState } from 'react';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

/** What a field that is saved on leaving needs. */
export interface SavedFieldProps {
  readonly label: string;
  readonly lang: string;
  /** As it is in the file. */
  readonly value: string;
  readonly isLong?: boolean;
  /** Saves; undefined means that it was not taken, and what was typed stays. */
  readonly onSave: (text: string) => Promise<unknown>;
}

/** A text field saved when it is left. What was typed is shown until the file has it. */
export function SavedField({ label, lang, value, isLong = false, onSave }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  async function leave(): Promise<void> {
    const text = typed?.trim();
    if (text === undefined || text === value) {
      setTyped(null);
      return;
    }
    // Whoever went on typing meanwhile keeps what is there.
    if ((await onSave(text)) !== undefined || text === '') setTyped((now) => (now === typed ? null : now));
  }
  const shared = { label, lang, value: typed ?? value, onChange: setTyped, onBlur: () => void leave() };
  return isLong ? <TextArea {...shared} /> : <TextField {...shared} />;
}
