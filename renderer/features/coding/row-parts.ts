import type { Coding, GridRow, TextPlace } from '../../../shared/contract/coding.ts';

/** Where a row's words stand; null for a person who said nothing. */
export function placeOf(row: GridRow): TextPlace | null {
  return row.textId === null ? null : { textId: row.textId, range: row.range };
}

/** Tells rows of one long text apart, and is the same for the same words. */
export function placeKey({ textId, range }: TextPlace): string {
  return range === null ? textId : `${textId}/${range.start}`;
}

/** Whether a coding stands on any of the row's words. */
export function isOnRow({ range }: Pick<GridRow, 'range'>, { start, end }: Pick<Coding, 'start' | 'end'>): boolean {
  return range === null || (start < range.end && end > range.start);
}

/**
 * Codings as they stand on the row: offsets counted from the start of its words, and whole where they cover all of them. A coding
 * that goes on into the next paragraph ends with the row here.
 */
export function codingsOnRow({ range, body, codings }: Pick<GridRow, 'range' | 'body' | 'codings'>): Coding[] {
  if (range === null) return codings;
  return codings.map((coding) => ({
    ...coding,
    start: Math.max(0, coding.start - range.start),
    end: Math.min(body.length, coding.end - range.start),
    isWhole: coding.start <= range.start && coding.end >= range.end,
  }));
}
