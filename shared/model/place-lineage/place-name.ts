import { yearsOf } from '../calendar-day.ts';
import type { Place } from './place.ts';

type Named = Pick<Place, 'name' | 'code' | 'validFrom' | 'validTo'>;

/** A place as tables and charts name it, since names repeat: "Ålesund (1507, 2020–2023)". */
export function placeName(place: Named): string {
  return withFacts(place.name, [place.code ?? '', yearsOf(place.validFrom, place.validTo)]);
}

/**
 * One line of places with the same territory: "Hemne (1612/5011, –2019)", "Haram (1534/1580, –2019, 2024–)".
 * @param places in the order of time, at least one
 */
export function lineName(places: readonly Named[]): string {
  const last = places.at(-1);
  if (last === undefined) return '';
  const codes = [...new Set(places.flatMap((place) => place.code ?? []))].join('/');
  return withFacts(last.name, [codes, ...joinYears(places)]);
}

function withFacts(name: string, facts: readonly string[]): string {
  const known = facts.filter((fact) => fact !== '');
  return known.length === 0 ? name : `${name} (${known.join(', ')})`;
}

/** Periods that follow each other without a gap become one. */
function joinYears(places: readonly Named[]): string[] {
  const periods: { validFrom: string | null; validTo: string | null }[] = [];
  for (const { validFrom, validTo } of places) {
    const previous = periods.at(-1);
    if (previous !== undefined && (previous.validTo === null || validFrom === null || previous.validTo === validFrom)) {
      previous.validTo = validTo;
    } else periods.push({ validFrom, validTo });
  }
  return periods.map(({ validFrom, validTo }) => yearsOf(validFrom, validTo));
}
