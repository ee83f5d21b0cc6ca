import type { Ref } from 'react';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useFirstFocus } from './use-first-focus.ts';

export interface LineFieldProps {
  readonly label: string;
  readonly value: string | null;
  /** When the field is left, or Enter is pressed in a single line. Null when it was emptied. */
  readonly onCommit: (text: string | null) => void;
  /** An emptied field goes back to what it was. */
  readonly isRequired?: boolean;
  /** Lines of a longer text; a single line without. */
  readonly rows?: number;
  readonly help?: string;
  readonly length?: number;
  readonly lang?: string;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The first field of a row that was just opened. */
  readonly takesFocus?: boolean;
}

/** A text that is saved when its field is left. */
export function LineField({
  value,
  onCommit,
  isRequired = false,
  rows,
  inputRef,
  length,
  lang,
  maxLength = 300,
  takesFocus = false,
  ...field
}: LineFieldProps) {
  const first = useFirstFocus(takesFocus);
  const typed = useTypedText(value ?? '', (text) => {
    const said = text.trim();
    if (said !== '' || !isRequired) onCommit(said === '' ? null : said);
  });
  const common = { ...field, onBlur: typed.commit, onChange: typed.onChange, value: typed.text, ...(lang === undefined ? {} : { lang }) };
  if (rows !== undefined) return <TextArea {...common} maxLength={4000} rows={rows} />;
  return (
    <TextField
      {...common}
      inputRef={inputRef ?? first}
      {...(length === undefined ? {} : { length })}
      maxLength={maxLength}
      onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
    />
  );
}
