import type { Ref } from 'react';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useTypedText } from './use-typed-text.ts';

/** What every field has that reads what is said. */
export interface SaidProps<T> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** When the field is left or Enter is pressed; null when it was emptied. */
  readonly onCommit: (value: T | null) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Stands under the field while it is empty. */
  readonly help?: string;
  /** After Enter, when the value is committed. */
  readonly onDone?: () => void;
  readonly isDisabled?: boolean;
}

interface SpokenFieldProps<T> extends Omit<SaidProps<T>, 'help'> {
  /** The value in words. */
  readonly text: string;
  /** Expected length in characters. */
  readonly length: number;
  readonly read: (text: string) => T | null;
  /** How what is typed is understood, beneath the field; null for no words. */
  readonly reading: (value: T | null) => string;
}

/** A value written as it is said, with how it is understood beneath. */
export function SpokenField<T>({ text, read, reading, onCommit, onDone, isLabelHidden = false, ...field }: SpokenFieldProps<T>) {
  const typed = useTypedText(text, (said) => onCommit(read(said)));
  return (
    <TextField
      {...field}
      help={reading(read(typed.text))}
      isLabelHidden={isLabelHidden}
      onBlur={typed.commit}
      onChange={typed.onChange}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return event.continuePropagation();
        typed.commit();
        // With Ctrl or Cmd the key means more than this field.
        if (event.ctrlKey || event.metaKey) return event.continuePropagation();
        // Focus may go on to a field in which Enter would make a line.
        event.preventDefault();
        onDone?.();
        return undefined;
      }}
      value={typed.text}
    />
  );
}
