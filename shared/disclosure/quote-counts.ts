import { isPrimary, isSmall } from './primary.ts';
import type { DisclosureRule } from './table.ts';

/** Persons of one theme among what a file holds. */
export interface QuotePersons {
  /** With the theme among the quotes that were found. */
  readonly found: number;
  /** With the theme at all. */
  readonly all: number;
  /** Everybody whose answers count. */
  readonly base: number;
  /** Numbers of persons with the theme, of whichever part of them, that have left the program before. */
  readonly released: readonly number[];
}

/**
 * The number of persons that may stand in a file of quotes, or null: hidden where it, those outside of it, or those of the theme who
 * were not found are fewer than the threshold, so that it cannot be taken from the number of the whole theme either. Nor may it differ
 * by so few from a number that is out already: the register cannot tell whose the two are, and takes them for the same persons.
 */
export function releasedPersons({ found, all, base, released }: QuotePersons, rule: DisclosureRule): number | null {
  const isSoNear = (other: number): boolean => other !== found && isSmall(Math.abs(other - found), rule);
  return isPrimary(found, base, rule) || [Math.max(found, all), ...released].some(isSoNear) ? null : found;
}
