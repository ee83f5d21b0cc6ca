import { readSpokenDate, type SpokenDateContext } from '../../../shared/model/spoken-date.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { formatDayShort } from '../format.ts';
import { useLanguage, useText } from '../text.ts';
import { SpokenField, type SaidProps } from './SpokenField.tsx';

export interface VagueDateFieldProps extends SaidProps<VagueDate> {
  readonly value: VagueDate | null;
  /** The day the words are said on, ISO. */
  readonly today: string;
  /** The language the words are said in. */
  readonly language: Language;
  /** For what is to be: said without a year, what has passed is next year's. */
  readonly isAhead?: boolean;
}

/** A time in the words it was said in, with the day it sorts by beneath; words that cannot be read are kept as they are. */
export function VagueDateField({ value, today, language, isAhead = false, help, ...field }: VagueDateFieldProps) {
  const say = useText();
  const shownIn = useLanguage();
  const reading = (read: VagueDate | null): string => {
    if (read === null) return help ?? say('dates.field.help');
    if (read.sortOn === null) return say('dates.field.none');
    return say('dates.field.reading', { precision: read.precision ?? 'about', day: formatDayShort(read.sortOn, shownIn) });
  };
  return (
    <SpokenField
      {...field}
      length={26}
      read={(text) => readVagueDate(text, { today, language, isAhead })}
      reading={reading}
      text={textOf(value)}
    />
  );
}

/** The words as a date: what can be read sorts, what cannot is kept as said. Null for no words. */
export function readVagueDate(text: string, context: Omit<SpokenDateContext, 'form'>): VagueDate | null {
  const said = text.trim();
  if (said === '') return null;
  const read = readSpokenDate(said, { ...context, form: null });
  if (read === null || read.precision === 'minute') return { asSaid: said, sortOn: null, precision: 'none' };
  return { asSaid: read.said, sortOn: read.sortOn, precision: read.precision };
}

function textOf(value: VagueDate | null): string {
  return value?.asSaid ?? value?.sortOn ?? '';
}
