import type { ReleasedTest } from '../../../../../shared/model/exhibit.ts';

/** What a test came to, before it is told of which part of the columns. */
export type Outcome = Omit<ReleasedTest, 'part' | 'row' | 'pair'> & {
  /** Place of the row that it is of; the whole part when left out. */
  readonly row?: number;
  /** Places of two columns that are compared after the test of all of them. */
  readonly pair?: readonly [number, number];
};

/** No test, and why. */
export function none(reason: string): Outcome {
  return { name: 'none', effect: null, statistic: null, p: null, reason };
}
