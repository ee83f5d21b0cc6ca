import { localised, type LocalisedText } from '../../../../../shared/model/text.ts';
import type { ReleasedTest } from '../../../../../shared/model/exhibit.ts';
import {
  associationTest,
  jonckheereTerpstra,
  kruskalWallis,
  mannWhitney,
  type AssociationTest,
  type CountMatrix,
} from '../../../../../shared/statistics/index.ts';
import type { GatedTable } from '../gate.ts';
import { manyMissing, nonResponse } from '../non-response.ts';
import type { RawTable } from '../raw-table.ts';
import { columnsOfPart, comparable, notCompared } from './compared.ts';
import { linkedTest } from './linked-tests.ts';

type Outcome = Omit<ReleasedTest, 'part' | 'row'>;

const none = (reason: string): Outcome => ({ name: 'none', effect: null, statistic: null, p: null, reason });

function ofAssociation(found: AssociationTest): Outcome {
  const { test, difference, cramersV, statistic, df, p, reason, monteCarlo } = found;
  if (test === 'none') return none('too-few-categories');
  const effect =
    difference !== null
      ? { name: 'difference', value: difference.estimate, low: difference.low, high: difference.high }
      : cramersV === null
        ? null
        : { name: 'cramers-v', value: cramersV, low: null, high: null };
  return {
    name: test,
    effect,
    statistic: statistic === null ? null : { name: 'chi-square', value: statistic, df: df === null ? [] : [df] },
    p,
    reason: monteCarlo !== null ? 'monte-carlo' : reason === 'expected-too-small' ? reason : null,
  };
}

/** Two groups on an ordered scale, from the lowest answer to the highest. */
function ofTwo(first: readonly number[], second: readonly number[]): Outcome {
  const found = mannWhitney(first, second);
  if (found === null) return none('all-alike');
  const { probability, superiority, p, z, method } = found;
  return {
    name: 'mann-whitney',
    effect: { name: 'superiority', value: probability, low: superiority?.low ?? null, high: superiority?.high ?? null },
    statistic: { name: 'z', value: z, df: [] },
    p,
    reason: method === 'exact' ? 'exact' : null,
  };
}

function ofSeveral(groups: readonly (readonly number[])[]): Outcome {
  const found = kruskalWallis(groups);
  if (found === null) return none('all-alike');
  return {
    name: 'kruskal-wallis',
    effect: { name: 'epsilon-squared', value: found.epsilonSquared, low: null, high: null },
    statistic: { name: 'h', value: found.h, df: [found.df] },
    p: found.p,
    reason: null,
  };
}

/** Independent waves on an ordered scale, in the order of time. */
function ofWaves(groups: readonly (readonly number[])[]): Outcome {
  const found = jonckheereTerpstra(groups);
  if (found === null) return none('all-alike');
  return {
    name: 'jonckheere-terpstra',
    effect: { name: 'superiority', value: found.probability, low: null, high: null },
    statistic: { name: 'z', value: found.z, df: [] },
    p: found.p,
    reason: null,
  };
}

function isOrdered({ scale, scaleRows, rows }: RawTable): boolean {
  return scale !== null && scale.kind !== 'categorical' && scaleRows === rows.length;
}

interface Part {
  readonly raw: RawTable;
  readonly gated: GatedTable;
  readonly part: number;
  /** Compared columns as they stand in the table. */
  readonly columns: readonly number[];
}

/** Persons by row and compared column. */
function matrixOf({ raw, part, columns }: Part): CountMatrix {
  const [first = 0] = columnsOfPart(raw, part);
  return (raw.tables[part]?.counts ?? []).map((row) => columns.map((column) => row[column - first] ?? 0));
}

function basesOf({ raw, part, columns }: Part): number[] {
  const [first = 0] = columnsOfPart(raw, part);
  return columns.map((column) => raw.tables[part]?.columnTotals[column - first] ?? 0);
}

function isShown({ gated, columns }: Part, row: number): boolean {
  return columns.every((column) => gated.cells[row]?.[column]?.state === 'shown');
}

/** One test of all answers: a hidden number among them would show in its figures. */
function wholeTest(part: Part): Outcome {
  const { raw, columns } = part;
  if (raw.rows.some((_, row) => !isShown(part, row))) return none('hidden');
  const matrix = matrixOf(part);
  if (!isOrdered(raw)) return ofAssociation(associationTest(matrix));
  const groups = columns.map((_, at) => matrix.map((row) => row[at] ?? 0));
  const [first = [], second = []] = groups;
  const isOfWaves = raw.parts[part.part]?.groupings.join(' ') === 'wave';
  if (isOfWaves && groups.length > 2) return ofWaves(groups);
  return groups.length === 2 ? ofTwo(first, second) : ofSeveral(groups);
}

/** Each row by itself, where a person may have said several: yes and no by group. */
function rowTest(part: Part, row: number): Outcome {
  if (!isShown(part, row)) return none('hidden');
  const yes = matrixOf(part)[row] ?? [];
  return ofAssociation(associationTest([yes, basesOf(part).map((base, at) => base - (yes[at] ?? 0))]));
}

function partTests(raw: RawTable, gated: GatedTable, part: number, name: string): ReleasedTest[] {
  const own = raw.parts[part];
  if (own === undefined) return [];
  const told = (outcome: Outcome, row: string | null = null): ReleasedTest => ({ part: name, row, ...outcome });
  const reason = notCompared(raw, own);
  if (reason === 'same-persons' && raw.linked !== undefined) return [told(linkedTest(raw, raw.linked, gated))];
  if (reason !== null) return [told(none(reason))];
  const columns = comparable(gated, columnsOfPart(raw, part));
  if (columns.length < 2) return [told(none('small-base'))];
  if (nonResponse(raw) > manyMissing.uncertain) return [told(none('missing'))];
  const compared = { raw, gated, part, columns };
  if (raw.isExclusive) return [told(wholeTest(compared))];
  return raw.rows.map((row, at) => told(rowTest(compared, at), row.key));
}

/** The question or kind of groups above a part's columns; empty for the only part. */
function nameOf({ columns, definition }: RawTable, part: number): string {
  const heading: LocalisedText = columns.find((column) => column.part === part)?.headings?.[0] ?? {};
  return localised(heading, definition.language);
}

/** So many are listed; a table of more rows says so by its rows. */
const mostTests = 60;

/**
 * The tests of a table, part by part of its columns, effect first (analysis.md 2.2): chosen by what the answers are, and not given where they would be
 * wrong or would tell of a hidden number; then with the reason. Summaries have intervals and letters instead.
 */
export function exhibitTests(raw: RawTable, gated: GatedTable): ReleasedTest[] {
  if (raw.summary !== undefined || raw.definition.kind === 'likert') return [];
  return raw.parts.flatMap((_, part) => partTests(raw, gated, part, nameOf(raw, part))).slice(0, mostTests);
}
