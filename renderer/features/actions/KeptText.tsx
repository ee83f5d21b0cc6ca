import type { Ref } from 'react';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

export interface KeptTextProps {
  readonly label: string;
  readonly value: string | null;
  /** When the field is left, with the words trimmed; null for none. */
  readonly onKeep: (text: string | null) => void;
  readonly lang?: string | undefined;
  /** Lines of a longer text; one without. */
  readonly rows?: number;
  readonly help?: string;
  readonly isWords?: boolean;
  /** A text that must be something goes back to what it was when it is emptied. */
  readonly isNeeded?: boolean;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
}

/** A text that is kept when its field is left; Enter keeps a line, Mod+Enter a longer text. */
export function KeptText({ label, value, onKeep, lang, rows, help, isWords = false, isNeeded = false, fieldRef }: KeptTextProps) {
  const typed = useTypedText(value ?? '', (text) => {
    const words = text.trim();
    if (words !== '' || !isNeeded) onKeep(words === '' ? null : words);
  });
  const common = {
    label,
    isWords,
    onBlur: typed.commit,
    onChange: typed.onChange,
    value: typed.text,
    ...(lang === undefined ? {} : { lang }),
    ...(help === undefined ? {} : { help }),
  };
  if (rows === undefined) return <TextField {...common} onKeyDown={(event) => keepOn(event, event.key === 'Enter', typed.commit)} />;
  return (
    <TextArea
      {...common}
      onKeyDown={(event) => keepOn(event, event.key === 'Enter' && (event.ctrlKey || event.metaKey), typed.commit)}
      rows={rows}
      {...(fieldRef === undefined ? {} : { textAreaRef: fieldRef })}
    />
  );
}

function keepOn(event: { readonly continuePropagation: () => void }, isEnd: boolean, commit: () => void): void {
  if (isEnd) commit();
  else event.continuePropagation();
}
