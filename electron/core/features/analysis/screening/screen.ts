import type { ScreenedEffect, ScreenedPair } from '../../../../../shared/contract/analysis-screening.ts';
import type { ColumnId, ExhibitDefinition, ExhibitFilter } from '../../../../../shared/contract/exhibit-definition.ts';
import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { ReleasedTest } from '../../../../../shared/model/exhibit.ts';
import { VariableId } from '../../../../../shared/model/ids.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { screeningList } from '../../../../../shared/statistics/index.ts';
import { readQuestions, type QuestionBook } from '../../../analysis/questions.ts';
import { countingOf } from '../../../analysis/stored-answers.ts';
import { readUnits } from '../../../analysis/units.ts';
import type { Statements } from '../../../db/statements.ts';
import { claimsOf } from '../claims.ts';
import { ownersOf } from '../count-parts.ts';
import { countTable } from '../count-table.ts';
import { exhibitTests } from '../figures/tests.ts';
import { isQuestion } from '../group-parts.ts';
import type { RawTable } from '../raw-table.ts';
import { groupReading } from '../reading/groups.ts';
import { readingFacts } from '../reading/facts.ts';
import { subtractableReleases, type RegisterEntry } from '../register.ts';
import { makeExhibit, type MadeExhibit, type MakeOptions } from '../release-exhibit.ts';
import { readSelection } from '../selection.ts';

/** What is screened. */
export interface Screening {
  readonly projectId: string;
  readonly rows: readonly string[];
  readonly filter?: ExhibitFilter | undefined;
  readonly language: Language;
}

/** One comparison that was tried. */
export interface Tried extends ScreenedPair {
  /** Never told: only the order of the list and its length come from it. */
  readonly p: number;
}

function crosstab({ filter, language }: Screening, rows: string, columns: ColumnId): ExhibitDefinition {
  const base = { kind: 'crosstab', rows: VariableId.parse(rows), columns, language, percent: 'column' } as const;
  return filter === undefined ? base : { ...base, filter };
}

/** Background questions with one answer and asked once. */
function backgrounds(book: QuestionBook): VariableId[] {
  const ids = [...new Set(book.forms.filter(({ isBackground }) => isBackground).map(({ variableId }) => variableId))];
  return ids
    .filter((id) => {
      const forms = book.formsOf(id);
      const counting = countingOf(forms[0]?.type ?? '');
      return (counting === 'codes' || counting === 'number') && forms.every(({ repeat }) => repeat === null);
    })
    .map((id) => VariableId.parse(id));
}

/** Waves of different persons. */
function hasIndependentWaves(sql: Statements, asked: Screening, row: string): boolean {
  if (asked.filter?.waveId !== undefined) return false;
  const selection = readSelection(sql, asked.projectId, crosstab(asked, row, 'wave'));
  return new Set(selection.source.units.waveIndex).size > 1 && ownersOf(selection) === null;
}

/** Every table to look at, question by question. @throws AppError NOT_FOUND, EXPRESSION_UNREADABLE */
export function tablesToScreen(sql: Statements, asked: Screening): ExhibitDefinition[] {
  const book = readQuestions(sql, asked.projectId);
  const units = readUnits(sql, asked.projectId, { waveId: asked.filter?.waveId ?? null, perWave: false });
  const [first] = asked.rows;
  const columns: ColumnId[] = [
    ...backgrounds(book),
    ...(units.placeIds.some((id) => id !== null) ? (['place'] as const) : []),
    ...(units.serviceIds.some((id) => id !== null) ? (['service'] as const) : []),
    ...(first !== undefined && hasIndependentWaves(sql, asked, first) ? (['wave'] as const) : []),
  ];
  return asked.rows.flatMap((row) => columns.filter((column) => column !== row).map((column) => crosstab(asked, row, column)));
}

function isSmall(count: number, base: number, { threshold, protectZeros }: DisclosureRule): boolean {
  const few = (number: number): boolean => number < threshold && (number > 0 || protectZeros === true);
  return few(count) || few(base - count);
}

/** Some number the gate would hide for its own sake: such a table needs no gate to be left out. */
function hasSmallNumber({ tables }: RawTable, rule: DisclosureRule): boolean {
  const isThin = (base: number): boolean => base > 0 && base < rule.minimumBase;
  return tables.some(
    ({ counts, rowTotals, columnTotals, total }) =>
      isThin(total) ||
      columnTotals.some(isThin) ||
      rowTotals.some((count) => isSmall(count, total, rule)) ||
      counts.some((row) => row.some((count, at) => (columnTotals[at] ?? 0) > 0 && isSmall(count, columnTotals[at] ?? 0, rule))),
  );
}

/** Everything in the table may be shown, and nothing that is out can be subtracted from it. */
function isOpen({ gated, exhibit, facts }: MadeExhibit, definition: ExhibitDefinition, register: readonly RegisterEntry[]): boolean {
  const isShown = exhibit.rows.every(({ cells }) => cells.every(({ state }) => state === 'shown' || state === 'missing'));
  if (!isShown || gated.findings > 0 || gated.hiddenCount > 0) return false;
  return subtractableReleases(register, claimsOf(definition, exhibit), facts.rule).length === 0;
}

/** From 0 to 1 whatever the effect: 0 is no difference. `span`: years from the first wave to the last. */
function sizeOf(name: string, value: number, span: number): number {
  if (name === 'superiority' || name === 'later-higher') return Math.min(1, Math.abs(2 * value - 1));
  if (name === 'epsilon-squared') return Math.min(1, Math.sqrt(Math.max(0, value)));
  return Math.min(1, Math.abs(name === 'points-per-year' ? (value * span) / 100 : value));
}

function spanOf({ parts }: RawTable): number {
  const years = parts.flatMap((part) => part.years ?? []).filter((year) => year !== null);
  return years.length === 0 ? 0 : Math.max(...years) - Math.min(...years);
}

function effectOf({ effect }: ReleasedTest, raw: RawTable): ScreenedEffect | null {
  return effect === null ? null : { ...effect, size: sizeOf(effect.name, effect.value, spanOf(raw)) };
}

/** Looks at one table: its comparisons, or null where it may not be looked at. @throws AppError NOT_FOUND, EXPRESSION_UNREADABLE */
export function screenTable(
  sql: Statements,
  options: MakeOptions,
  rule: DisclosureRule,
  register: readonly RegisterEntry[],
): Tried[] | null {
  const { projectId, definition } = options;
  const raw = countTable(sql, projectId, definition);
  if (raw.persons === 0 || hasSmallNumber(raw, rule)) return null;
  const made = makeExhibit(sql, options);
  if (!isOpen(made, definition, register)) return null;
  const { rows, columns } = definition;
  if (columns === undefined || Array.isArray(rows)) return null;
  return exhibitTests(made.raw, made.gated, { rule: made.facts.rule, tools: options.tools }).flatMap((test): Tried[] => {
    const effect = effectOf(test, raw);
    // Pairs of groups are looked at after the whole has been.
    if (test.p === null || effect === null || test.pair !== undefined) return [];
    const [reading = null] = groupReading(made.exhibit, readingFacts(made), test.row);
    return [
      {
        rows: VariableId.parse(rows),
        rowsLabel: raw.question?.wording ?? {},
        answer: made.exhibit.rows.find(({ key }) => key === test.row)?.label ?? null,
        columns,
        columnsLabel: isQuestion(columns) ? (raw.columnQuestions[0]?.wording ?? {}) : {},
        effect,
        reading,
        definition,
        p: test.p,
      },
    ];
  });
}

/** The comparisons worth a closer look, largest first. The family is everything that was tried. */
export function worthALook(tried: readonly Tried[]): ScreenedPair[] {
  return screeningList(tried.map(({ p }) => p))
    .flatMap(({ index }) => {
      const found = tried[index];
      if (found === undefined) return [];
      const { p: _p, ...pair } = found;
      return [pair];
    })
    .toSorted((a, b) => b.effect.size - a.effect.size);
}
