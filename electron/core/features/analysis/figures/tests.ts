import { localised, type LocalisedText } from '../../../../../shared/model/text.ts';
import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { ReleasedTest } from '../../../../../shared/model/exhibit.ts';
import type { CountMatrix } from '../../../../../shared/statistics/index.ts';
import type { GatedTable } from '../gate.ts';
import type { GateTools } from '../gate-tools.ts';
import type { RawTable } from '../raw-table.ts';
import { isTooThin } from '../sure-intervals.ts';
import { columnsOfPart, comparable, notCompared } from './compared.ts';
import { ofAssociation, ofScales, ofSeveral, ofShares, ofTwo, ofWaves } from './group-tests.ts';
import { linkedTests } from './linked-tests.ts';
import { none, type Outcome } from './outcome.ts';

/** What the tests of persons who are in several waves are let through by. */
export interface TestGate {
  readonly rule: DisclosureRule;
  readonly tools: GateTools;
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

/** The years of the compared columns where they are three waves or more; null where they are not. */
function yearsOf({ raw, part, columns }: Part): (number | null)[] | null {
  const years = raw.parts[part]?.years;
  if (years === undefined || columns.length < 3) return null;
  const [first = 0] = columnsOfPart(raw, part);
  return columns.map((column) => years[column - first] ?? null);
}

function isShown({ gated, columns }: Part, row: number): boolean {
  return columns.every((column) => gated.cells[row]?.[column]?.state === 'shown');
}

/** One test of all answers: a hidden number among them would show in its figures. */
function wholeTest(part: Part): Outcome[] {
  const { raw, columns } = part;
  if (raw.rows.some((_, row) => !isShown(part, row))) return [none('hidden')];
  const matrix = matrixOf(part);
  const years = yearsOf(part);
  const [yes = []] = matrix;
  if (years !== null && matrix.length === 2) return [{ ...ofShares({ yes, bases: basesOf(part), years }), row: 0 }];
  if (!isOrdered(raw)) return [ofAssociation(matrix)];
  const groups = columns.map((_, at) => matrix.map((row) => row[at] ?? 0));
  const [first = [], second = []] = groups;
  if (years !== null) return [ofWaves(groups)];
  if (groups.length === 2) return [ofTwo(first, second)];
  return raw.parts[part.part]?.isScale === true ? [ofScales(matrix)] : ofSeveral(groups, columns);
}

/** Each row by itself, where a person may have said several: yes and no by group. */
function rowTest(part: Part, row: number): Outcome {
  if (!isShown(part, row)) return { ...none('hidden'), row };
  const [yes = [], bases, years] = [matrixOf(part)[row], basesOf(part), yearsOf(part)];
  const found = years === null ? ofAssociation([yes, bases.map((base, at) => base - (yes[at] ?? 0))]) : ofShares({ yes, bases, years });
  return { ...found, row };
}

/** With the reason that small groups are not among the compared ones, where there is nothing else to know. */
function withLeftOut({ raw, gated, part, columns }: Part, outcome: Outcome): Outcome {
  const filled = columnsOfPart(raw, part).filter((column) => !gated.emptyColumns.has(column));
  return outcome.reason !== null || outcome.pair !== undefined || filled.length === columns.length
    ? outcome
    : { ...outcome, reason: 'small-left-out' };
}

function partTests(raw: RawTable, gated: GatedTable, part: number, gate: TestGate): Outcome[] {
  const own = raw.parts[part];
  if (own === undefined) return [];
  const reason = notCompared(raw, own);
  const isThin = isTooThin(raw, '');
  if (reason === 'same-persons' && raw.linked !== undefined) {
    if (raw.definition.weights !== undefined) return [none('weighted')];
    return isThin ? [none('missing')] : linkedTests(raw, raw.linked, gated, gate);
  }
  if (reason !== null) return [none(reason)];
  const columns = comparable(gated, columnsOfPart(raw, part));
  if (columns.length < 2) return [none('small-base')];
  if (isThin) return [none('missing')];
  const compared = { raw, gated, part, columns };
  const found = raw.isExclusive ? wholeTest(compared) : raw.rows.map((_, row) => rowTest(compared, row));
  return found.map((outcome) => withLeftOut(compared, outcome));
}

/** The question or kind of groups above a part's columns; empty for the only part. */
function nameOf({ columns, definition }: RawTable, part: number): string {
  const heading: LocalisedText = columns.find((column) => column.part === part)?.headings?.[0] ?? {};
  return localised(heading, definition.language);
}

function told({ rows, columns }: RawTable, part: string, { row, pair, ...outcome }: Outcome): ReleasedTest {
  const keys = pair?.map((at) => columns[at]?.key ?? '');
  const [first, second] = keys ?? [];
  return {
    part,
    row: row === undefined ? null : (rows[row]?.key ?? null),
    ...outcome,
    ...(first === undefined || second === undefined ? {} : { pair: [first, second] }),
  };
}

/**
 * The tests of a table, part by part of its columns, effect first (analysis.md 2.2): chosen by what the answers are, and not given where they would be
 * wrong or would tell of a hidden number; then with the reason. Summaries have intervals and letters instead.
 */
export function exhibitTests(raw: RawTable, gated: GatedTable, gate: TestGate): ReleasedTest[] {
  if (raw.summary !== undefined || raw.definition.kind === 'likert') return [];
  return raw.parts.flatMap((_, part) => partTests(raw, gated, part, gate).map((outcome) => told(raw, nameOf(raw, part), outcome)));
}
