import type { Ref } from 'react';
import { readSpokenCount } from '../../../shared/model/spoken-count.ts';
import type { Precision } from '../../../shared/model/vague.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useDates } from '../dates.ts';
import { useText } from '../text.ts';
import { useTypedText } from './use-typed-text.ts';

/** A number of persons with how sure it is, and the words where the number alone would say too much or too little. */
export interface SaidCount {
  readonly count: number | null;
  readonly precision: Precision | null;
  readonly asSaid: string | null;
}

export interface CountedFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: { readonly count: number | null; readonly precision: Precision | null; readonly asSaid?: string | null } | null;
  /** When the field is left or Enter is pressed; null when it was emptied. */
  readonly onCommit: (value: SaidCount | null) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly help?: string;
  readonly onDone?: () => void;
  readonly isDisabled?: boolean;
}

/** Selectors of a message hold no hyphen. */
const words: Partial<Record<Precision, string>> = { 'at-least': 'atLeast', 'total-only': 'totalOnly' };

/** A number as it is said: "18", "ca. 15", "i snitt 15", "minst 30". Words without a number are kept as words. */
export function CountedField({ value, onCommit, help, onDone, inputRef, isLabelHidden, ...field }: CountedFieldProps) {
  const say = useText();
  const dates = useDates();
  const asText = (): string => {
    if (value === null) return '';
    if (value.asSaid !== undefined && value.asSaid !== null) return value.asSaid;
    return value.count === null ? '' : dates.counted({ count: value.count, precision: value.precision ?? 'exact' });
  };
  const typed = useTypedText(asText(), (text) => onCommit(saidCount(text)));
  const read = saidCount(typed.text);
  const reading = (): string => {
    if (read === null) return help ?? say('dates.count.help');
    return read.precision === null
      ? say('dates.count.none')
      : say('dates.count.reading', { precision: words[read.precision] ?? read.precision });
  };
  return (
    <TextField
      {...field}
      {...(inputRef === undefined ? {} : { inputRef })}
      help={reading()}
      isLabelHidden={isLabelHidden ?? false}
      length={14}
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

/** A plain number needs no words beside it; everything else keeps them. Null for no words. */
function saidCount(text: string): SaidCount | null {
  const said = text.trim();
  if (said === '') return null;
  const read = readSpokenCount(said);
  if (read === null) return { count: null, precision: null, asSaid: said };
  return { ...read, asSaid: /^\d+$/u.test(said) ? null : said };
}
