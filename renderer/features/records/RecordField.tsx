import { useEffect, useRef } from 'react';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface RecordFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string | null;
  /** When the field is left or Enter is pressed; null for nothing. */
  readonly onSave: (text: string | null) => void;
  readonly lang?: string;
  /** Lines of a longer text; one without. */
  readonly rows?: number;
  /** An empty field keeps what it had. */
  readonly isRequired?: boolean;
  /** The caret begins here, with the text chosen. */
  readonly startsHere?: boolean;
  readonly length?: number;
}

/** A text of a record, saved when its field is left. */
export function RecordField({
  label,
  isLabelHidden = false,
  value,
  onSave,
  lang,
  rows,
  isRequired = false,
  startsHere = false,
  length,
}: RecordFieldProps) {
  const typed = useTypedText(value ?? '', (text) => {
    const said = text.trim();
    if (said !== '' || !isRequired) onSave(said === '' ? null : said);
  });
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!startsHere) return;
    const field = line.current ?? area.current;
    field?.focus();
    field?.select();
  }, [startsHere]);
  const common = {
    label,
    isLabelHidden,
    onBlur: typed.commit,
    onChange: typed.onChange,
    value: typed.text,
    ...(lang === undefined ? {} : { lang }),
  };
  if (rows !== undefined) return <TextArea {...common} rows={rows} textAreaRef={area} />;
  return (
    <TextField
      {...common}
      {...(length === undefined ? {} : { length })}
      inputRef={line}
      onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
    />
  );
}
