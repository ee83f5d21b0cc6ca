import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import {
  noMissing,
  savNames,
  savSetNames,
  savStringBytes,
  type SavFile,
  type SavKind,
  type SavMeasure,
  type SavRow,
  type SavSet,
  type SavVariable,
} from '../../sav/index.ts';
import type { RawCell } from './cells.ts';
import { missingCodes } from './missing-codes.ts';
import { readNameWidth, readTextWidths, type RawTableSource } from './source.ts';
import type { RawInterview } from './sheets.ts';
import type { TableColumn } from './table.ts';

/** A table as SPSS knows it, and how its rows become cases. */
export interface SavTable {
  readonly file: SavFile;
  readonly toCase: (row: readonly RawCell[]) => SavRow;
  /** Names that had to change, from header to name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

const codes = Object.values(missingCodes);
/** The declared codes lie side by side, so that one range holds them all. */
const reasonRange = { kind: 'range', low: Math.min(...codes), high: Math.max(...codes) } as const;

const ordinalTypes: ReadonlySet<string> = new Set(['scale', 'scale-0-10', 'rank']);

function measureOf({ kind, column, isNumber, header }: TableColumn): SavMeasure {
  if (kind === 'fact') return isNumber && header !== 'interview' && header !== 'number' ? 'scale' : 'nominal';
  if (kind === 'number' || kind === 'date') return 'scale';
  return ordinalTypes.has(column?.form.type ?? '') ? 'ordinal' : 'nominal';
}

/** What a column is to SPSS: days are dates, months and years are not. */
export function savKindOf({ kind, column, isNumber }: TableColumn): SavKind {
  if (isNumber) return 'number';
  return kind === 'date' && column?.isDay === true ? 'date' : 'string';
}

/** Decimals that are shown; the values themselves are whole. */
function decimalsOf({ kind, column, header }: TableColumn): number {
  if (header === 'weight') return 4;
  return kind === 'number' ? (column?.decimals ?? 2) : 0;
}

/** Bytes of the longest precision: "at-least", "inferred". */
const precisionWidth = 8;

type WidthOf = (column: TableColumn) => number;

/** The room each text needs: that of the longest there is, for a width must be known before the first case. */
function widthsIn(sql: Statements, versionId: string, interviews: readonly RawInterview[]): WidthOf {
  const texts = readTextWidths(sql, versionId);
  const names = readNameWidth(sql);
  const longest = (text: (interview: RawInterview) => string | null): number =>
    interviews.reduce((most, interview) => Math.max(most, Buffer.byteLength(text(interview) ?? '')), 0);
  const facts: Readonly<Record<string, number>> = {
    participant: longest(({ code }) => code),
    wave: longest(({ wave }) => wave),
    kind: 6,
    mode: 20,
    language: 8,
    status: 20,
    place: names,
    place_code: longest(({ place_code: code }) => code),
    service: names,
    round_key: 24,
    parent_key: 24,
  };
  return ({ kind, header, column }) => {
    const key = column?.form.key ?? -1;
    if (kind === 'fact') return facts[header] ?? 1;
    if (kind === 'record') return names;
    if (kind === 'precision') return precisionWidth;
    return kind === 'specify' ? texts(key, 'specify') : Math.max(texts(key, 'answer'), kind === 'date' ? 32 : 1);
  };
}

function variableOf(column: TableColumn, name: string, widthOf: WidthOf): SavVariable {
  const kind = savKindOf(column);
  const width = kind === 'string' ? Math.max(1, widthOf(column)) : 0;
  if (width > savStringBytes)
    throw new AppError('OUT_OF_RANGE', { limit: savStringBytes, where: column.header }, 'rawExport.error.textTooLong');
  const isCoded = kind !== 'string' && column.reasons.length > 0;
  return {
    name,
    label: column.label,
    kind,
    width,
    decimals: decimalsOf(column),
    measure: measureOf(column),
    // A text has no code in the place of an answer: where there is none it is empty, and the variable behind it says why.
    // A day with labels is no day to R. Its reasons are declared missing all the same, and the codebook says what they are.
    valueLabels: kind === 'number' ? [...column.values, ...column.reasons] : [],
    missing: isCoded ? reasonRange : noMissing,
  };
}

/** Questions with several answers, as sets of the variables that are their options. */
function setsOf(columns: readonly TableColumn[], names: readonly string[]): SavSet[] {
  const indicators = columns.flatMap((column, at) => (column.kind === 'indicator' ? [{ column, name: names[at] ?? '' }] : []));
  const groups = [...Map.groupBy(indicators, ({ column }) => column.column?.form.key ?? -1).values()];
  const sets = groups.flatMap((members) => {
    const [first] = members;
    const form = first?.column.column?.form;
    return first === undefined || form === undefined || members.length < 2 ? [] : [{ first, form, members }];
  });
  const setNames = savSetNames(sets.map(({ form }) => form.variableName));
  return sets.map(({ first, members }, at) => ({
    name: setNames[at] ?? '',
    label: first.column.wording,
    kind: 'dichotomy',
    counted: 1,
    variables: members.map((member) => member.name),
  }));
}

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** Describes a table to SPSS. @throws AppError OUT_OF_RANGE when a text is longer than a string can be */
export function savTable(
  sql: Statements,
  { shape }: RawTableSource,
  { versionId, interviews, title }: { readonly versionId: string; readonly interviews: readonly RawInterview[]; readonly title: string },
): SavTable {
  const { columns } = shape;
  const { names, renamed } = savNames(columns.map(({ header }) => header));
  const widthOf = widthsIn(sql, versionId, interviews);
  const variables = columns.map((column, at) => variableOf(column, names[at] ?? column.header, widthOf));
  const kinds = variables.map(({ kind }) => kind);
  const weight = columns.findIndex(({ kind, header }) => kind === 'fact' && header === 'weight');
  return {
    file: { label: title, variables, sets: setsOf(columns, names), weight: weight === -1 ? null : (names[weight] ?? null), documents: [] },
    toCase: (row) =>
      row.map((cell, at) => {
        const kind = kinds[at];
        if (kind === 'string') return typeof cell === 'number' ? null : cell;
        if (kind === 'date' && typeof cell === 'string') return day.test(cell) ? cell : null;
        return cell;
      }),
    renamed,
  };
}
