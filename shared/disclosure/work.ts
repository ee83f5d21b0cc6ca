/**
 * What may still be done for one table, in coefficients of its equations that are looked at or changed. Counted and never timed: the same
 * table must get the same pattern every time and on every machine. What is not found before it is spent counts as impossible, so that
 * an attack that was not finished says "not safe".
 */
export interface Work {
  left: number;
}

/** The work of one table. The search for something cheaper has its own, so that it cannot take from what makes the table safe. */
export interface TableWork {
  /** Finding what must be hidden, and the attack on it. */
  readonly search: Work;
  /** The exact program, and the attack on its pattern. */
  readonly exact: Work;
}

/** Some three seconds of a slow machine. Everyday tables need less than a tenth of it. */
export const MOST_SEARCH = 380e6;
/** Some seven tenths of a second. */
export const MOST_EXACT = 100e6;

/** Looking for what could be shown instead may take half as long. */
export function waysWork(): TableWork {
  return { search: { left: MOST_SEARCH / 2 }, exact: { left: MOST_EXACT / 2 } };
}

/** The work of a table that has not been begun. */
export function tableWork(): TableWork {
  return { search: { left: MOST_SEARCH }, exact: { left: MOST_EXACT } };
}

/** Whether nothing may be done any more. */
export function isSpent({ left }: Work): boolean {
  return left <= 0;
}
