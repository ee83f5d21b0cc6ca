import { type Ref, useState } from 'react';
import { TextField, type TextFieldProps } from '../text-field/TextField.tsx';
import { formatFieldNumber, parseNumber } from './parse-number.ts';

/** What a number field needs: the number, and what to say when the text is not one. */
export interface NumberFieldProps extends Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'isNumeric' | 'inputMode'> {
  readonly value: number | null;
  /** Called on leaving the field or with Enter, only with a number or with null for an empty field. */
  readonly onCommit: (value: number | null) => void;
  /** Said when the text is not a number: "«sytti» er ikke et tall". */
  readonly notANumber: (text: string) => string;
  readonly decimalSign?: ',' | '.';
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A plain text field that holds a number: no steppers, no wheel, nothing that changes it by accident. */
export function NumberField({ value, onCommit, notANumber, decimalSign = ',', error, ...field }: NumberFieldProps) {
  // Null while nothing is being typed: the field then shows the value it was given.
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  function commit() {
    if (draft === null) {
      return;
    }
    const parsed = parseNumber(draft);
    if (parsed.kind === 'notANumber') {
      setRefused(draft);
      return;
    }
    setRefused(null);
    setDraft(null);
    const next = parsed.kind === 'number' ? parsed.value : null;
    if (next !== value) {
      onCommit(next);
    }
  }

  return (
    <TextField
      {...field}
      error={refused === null ? error : notANumber(refused)}
      inputMode="decimal"
      isNumeric
      onBlur={(event) => {
        commit();
        field.onBlur?.(event);
      }}
      onChange={setDraft}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          commit();
        } else {
          // The field has no use for it: Esc closes what it stands in, and leaves the field.
          event.continuePropagation();
        }
        field.onKeyDown?.(event);
      }}
      value={draft ?? formatFieldNumber(value, decimalSign)}
    />
  );
}
