import { addDays } from '../calendar-day.ts';
import type { Place } from './place.ts';

type Named = Pick<Place, 'name' | 'code' | 'validFrom' | 'validTo'>;

/** The years of validity as people say them: "2020–2023", "2024–", "–2019", "2018"; empty where it always was and still is. */
export function yearsOf(place: Pick<Place, 'validFrom' | 'validTo'>): string {
  const from = place.validFrom?.slice(0, 4) ?? '';
  const to = place.validTo === null ? '' : lastDay(place.validTo).slice(0, 4);
  if (from === '' && to === '') return '';
  return from === to ? from : `${from}–${to}`;
}

/** A place as tables and charts name it, since names repeat: "Ålesund (1507, 2020–2023)". */
export function placeName(place: Named): string {
  return withFacts(place.name, [place.code ?? '', yearsOf(place)]);
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
  return periods.map(yearsOf);
}

/** The last day before an exclusive end, which may be a year or a month. */
function lastDay(end: string): string {
  const day = end.length === 4 ? `${end}-01-01` : end.length === 7 ? `${end}-01` : end;
  return addDays(day, -1);
}
