import { readSpokenCount } from '../../../shared/model/spoken-count.ts';
import type { Precision } from '../../../shared/model/vague.ts';
import { useDates } from '../dates.ts';
import { useText } from '../text.ts';
import { SpokenField, type SaidProps } from './SpokenField.tsx';

/** A number of persons with how sure it is, and the words where the number alone would say too much or too little. */
export interface SaidCount {
  readonly count: number | null;
  readonly precision: Precision | null;
  readonly asSaid: string | null;
}

export interface CountedFieldProps extends SaidProps<SaidCount> {
  readonly value: { readonly count: number | null; readonly precision: Precision | null; readonly asSaid?: string | null } | null;
}

/** Selectors of a message hold no hyphen. */
const words: Partial<Record<Precision, string>> = { 'at-least': 'atLeast', 'total-only': 'totalOnly' };

/** A number as it is said: "18", "ca. 15", "i snitt 15", "minst 30". Words without a number are kept as words. */
export function CountedField({ value, help, ...field }: CountedFieldProps) {
  const say = useText();
  const dates = useDates();
  const asText = (): string => {
    if (value === null) return '';
    if (value.asSaid !== undefined && value.asSaid !== null) return value.asSaid;
    return value.count === null ? '' : dates.counted({ count: value.count, precision: value.precision ?? 'exact' });
  };
  const reading = (read: SaidCount | null): string => {
    if (read === null) return help ?? say('dates.count.help');
    return read.precision === null
      ? say('dates.count.none')
      : say('dates.count.reading', { precision: words[read.precision] ?? read.precision });
  };
  return <SpokenField {...field} length={14} read={saidCount} reading={reading} text={asText()} />;
}

/** A plain number needs no words beside it; everything else keeps them. Null for no words. */
function saidCount(text: string): SaidCount | null {
  const said = text.trim();
  if (said === '') return null;
  const read = readSpokenCount(said);
  if (read === null) return { count: null, precision: null, asSaid: said };
  return { ...read, asSaid: /^\d+$/u.test(said) ? null : said };
}
