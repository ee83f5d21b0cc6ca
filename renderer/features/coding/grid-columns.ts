import type { BackgroundColumn, GridColumns, GridRow, GridSource } from '../../../shared/contract/coding.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { isAboutService } from './beside-answers.ts';
import { shortName } from './short-name.ts';

/** Facts of an interview that can stand beside its words. */
export const factColumns = ['service', 'place', 'wave', 'interviewer'] as const;
export type FactColumn = (typeof factColumns)[number];

/** What can stand beside the words: a fact of the interview, or a closed question by its variable's id. */
export type ColumnId = FactColumn | VariableId;

/** A column as it is shown. */
export interface ShownColumn {
  readonly id: ColumnId;
  /** Over the column. */
  readonly name: string;
  /** The whole question, where there is one. */
  readonly title: string;
  readonly isNumeric: boolean;
  readonly textOf: (row: GridRow) => string;
}

/** Most that stand beside the words. */
export const mostColumns = 6;
/** As many are shown until somebody chooses. */
const standardColumns = 4;

export function isFact(id: string): id is FactColumn {
  return (factColumns as readonly string[]).includes(id);
}

/** Columns of an address or of the last time, those that are known; null when nothing is said. */
export function readColumnIds(text: string | undefined, known: GridColumns): ColumnId[] | null {
  if (text === undefined) return null;
  const ids = text.split(',').flatMap((part): ColumnId[] => {
    if (isFact(part)) return [part];
    const id = VariableId.safeParse(part);
    return id.success && known.columns.some((column) => column.variableId === id.data) ? [id.data] : [];
  });
  return [...new Set(ids)].slice(0, mostColumns);
}

/** Shown until somebody chooses: the service where there are several, and background questions that do not say the same. */
export function standardColumnIds(known: GridColumns): ColumnId[] {
  const background = known.columns.filter((column) => column.isBackground && !isAboutService(column, known.services));
  const ids = background.map((column) => column.variableId);
  return [...(known.services.length > 0 ? (['service'] as const) : []), ...ids].slice(0, standardColumns);
}

/** Columns that say something of rows of this source: minutes are nobody's, and so have none. */
export function columnsFor(source: GridSource, ids: readonly ColumnId[]): readonly ColumnId[] {
  return source.kind === 'minutes' ? [] : ids;
}

const names = { service: 'services', place: 'places', wave: 'waves', interviewer: 'interviewers' } as const;

/** A column with its words in the reader's language. `place` is where its value stands in a row's background. */
export function shownColumn(
  id: ColumnId,
  known: GridColumns,
  { language, place, factName }: { readonly language: Language; readonly place: number; readonly factName: (fact: FactColumn) => string },
): ShownColumn | null {
  if (isFact(id)) {
    const byId = new Map<string, string>(known[names[id]].map((one) => [one.id, one.name]));
    return { id, name: factName(id), title: '', isNumeric: false, textOf: (row) => byId.get(row[`${id}Id`] ?? '') ?? '' };
  }
  const column = known.columns.find((one) => one.variableId === id);
  if (column === undefined) return null;
  const words = new Map(column.options.map((option) => [option.code, localised(option.label, language)]));
  const wordOf = (value: number): string => words.get(value) ?? String(value);
  return {
    id,
    name: shortName(column, language),
    title: localised(column.title, language),
    isNumeric: isNumeric(column),
    textOf: (row) => {
      const value = row.background[place] ?? null;
      if (value === null) return '';
      return Array.isArray(value) ? value.map(wordOf).join(', ') : wordOf(value);
    },
  };
}

function isNumeric(column: BackgroundColumn): boolean {
  return column.isNumeric && column.options.length === 0;
}
