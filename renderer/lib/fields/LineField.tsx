import { type Ref, useEffect, useRef } from 'react';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useTypedText } from './use-typed-text.ts';

export interface LineFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string | null;
  /** When the field is left, with the words trimmed; null when it was emptied. */
  readonly onKeep: (text: string | null) => void;
  /** A text that must be something goes back to what it was when it is emptied. */
  readonly isNeeded?: boolean;
  /** Lines of a longer text; a single line without. */
  readonly rows?: number;
  /** False where Mod+Enter is no key of the longer text. */
  readonly hasModEnter?: boolean;
  readonly help?: string;
  readonly lang?: string;
  /** Set in serif: the field holds what a person said. */
  readonly isWords?: boolean;
  readonly maxLength?: number;
  /** Expected length of a single line, in characters. */
  readonly length?: number;
  /** The first field of what was just made or opened: the caret begins here, with the text chosen. */
  readonly takesFocus?: boolean;
  /** The input of a single line. */
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The input of a longer text. */
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
}

/**
 * A text that is kept when its field is left; Enter keeps a line, Mod+Enter a longer text. One that saves itself while it is typed
 * is a KeptField.
 */
export function LineField({
  value,
  onKeep,
  isNeeded = false,
  rows,
  hasModEnter = true,
  length,
  takesFocus = false,
  inputRef,
  fieldRef,
  ...field
}: LineFieldProps) {
  const typed = useTypedText(value ?? '', (text) => {
    const said = text.trim();
    if (said !== '' || !isNeeded) onKeep(said === '' ? null : said);
  });
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const first = line.current ?? area.current;
    first?.focus();
    first?.select();
  }, [takesFocus]);
  const common = { ...field, onBlur: typed.commit, onChange: typed.onChange, value: typed.text };
  if (rows === undefined)
    return (
      <TextField
        {...common}
        {...(length === undefined ? {} : { length })}
        inputRef={inputRef ?? line}
        onKeyDown={(event) => keepOn(event, event.key === 'Enter', typed.commit)}
      />
    );
  return (
    <TextArea
      {...common}
      onKeyDown={(event) => keepOn(event, hasModEnter && event.key === 'Enter' && (event.ctrlKey || event.metaKey), typed.commit)}
      rows={rows}
      textAreaRef={fieldRef ?? area}
    />
  );
}

function keepOn(event: { readonly continuePropagation: () => void }, isEnd: boolean, commit: () => void): void {
  if (isEnd) commit();
  else event.continuePropagation();
}
