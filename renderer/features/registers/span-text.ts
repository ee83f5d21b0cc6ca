import type { Span } from '../../../shared/contract/register-records.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';

/** A period as it was said, in quotes; else its years. Empty without either. */
export function spanText({ asSaid, from, to }: Span, dates: Dates, say: Say): string {
  return asSaid === null ? dates.years(from, to) : say('dates.quoted', { text: asSaid });
}

/** "Name, 2020–2023" */
export function during(name: string, period: string): string {
  return period === '' ? name : `${name}, ${period}`;
}

/** The parts that say something, with commas between. */
export function listed(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
