import type { Ref } from 'react';
import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { formatDayShort } from '../format.ts';
import { useLanguage, useText } from '../text.ts';
import { useTypedText } from './use-typed-text.ts';

export interface VagueDateFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: VagueDate | null;
  /** When the field is left or Enter is pressed; null when it was emptied. */
  readonly onCommit: (value: VagueDate | null) => void;
  /** The day the words are said on, ISO. */
  readonly today: string;
  /** The language the words are said in. */
  readonly language: Language;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly help?: string;
  /** After Enter, when the value is committed. */
  readonly onDone?: () => void;
  readonly isDisabled?: boolean;
}

/** A time in the words it was said in, with the day it sorts by beneath; words that cannot be read are kept as they are. */
export function VagueDateField({ value, onCommit, today, language, help, onDone, inputRef, isLabelHidden, ...field }: VagueDateFieldProps) {
  const say = useText();
  const shownIn = useLanguage();
  const typed = useTypedText(textOf(value), (text) => onCommit(readVagueDate(text, today, language)));
  const read = readVagueDate(typed.text, today, language);
  const reading = (): string => {
    if (read === null) return help ?? say('dates.field.help');
    if (read.sortOn === null) return say('dates.field.none');
    return say('dates.field.reading', { precision: read.precision ?? 'about', day: formatDayShort(read.sortOn, shownIn) });
  };
  return (
    <TextField
      {...field}
      {...(inputRef === undefined ? {} : { inputRef })}
      help={reading()}
      isLabelHidden={isLabelHidden ?? false}
      length={26}
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

/** The words as a date: what can be read sorts, what cannot is kept as said. Null for no words. */
export function readVagueDate(text: string, today: string, language: Language): VagueDate | null {
  const said = text.trim();
  if (said === '') return null;
  const read = readSpokenDate(said, { form: null, today, language });
  if (read === null || read.precision === 'minute') return { asSaid: said, sortOn: null, precision: 'none' };
  return { asSaid: read.said, sortOn: read.sortOn, precision: read.precision };
}

function textOf(value: VagueDate | null): string {
  return value?.asSaid ?? value?.sortOn ?? '';
}
