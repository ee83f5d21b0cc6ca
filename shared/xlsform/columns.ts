import type { Language, LocalisedText } from '../model/text.ts';
import { isTextField, readHeader, type SheetKind } from './headers.ts';
import type { ProblemList } from './problems.ts';
import { cellText, type FormSheet, type SheetRow } from './sheets.ts';

/** A column of a sheet, understood. */
export interface FormColumn {
  readonly index: number;
  readonly header: string;
  /** Under which its cells are kept: the field, with its language for texts; else the header. Unique in the sheet. */
  readonly key: string;
  /** Null for a column that is only passed on. */
  readonly field: string | null;
  readonly language: Language | null;
}

export interface FormColumns {
  readonly all: readonly FormColumn[];
  /** The header's row number; 0 when the sheet is empty. */
  readonly headerRow: number;
  readonly body: readonly SheetRow[];
  readonly byKey: ReadonlyMap<string, FormColumn>;
}

/** Key of a field, or of a text field in one language. */
export function fieldKey(field: string, language: Language | null): string {
  return language === null ? field : `${field}:${language}`;
}

/** What languages a sheet's text columns are in, as the file calls them, with how many cells each fills. */
export function fileLanguagesOf(sheet: FormSheet, kind: SheetKind): { fileLanguage: string; cells: number; texts: string[] }[] {
  const [header, ...body] = sheet.rows;
  return (header?.cells ?? []).flatMap((cell, index) => {
    const { fileLanguage, field } = readHeader(cellText(cell), kind);
    if (fileLanguage === null) return [];
    const filled = body.map(({ cells }) => cellText(cells[index])).filter((text) => text !== '');
    return [{ fileLanguage, cells: filled.length, texts: field === 'label' ? filled.slice(0, 200) : [] }];
  });
}

/**
 * Understands a sheet's header row. Of two columns for the same thing the fuller one is used and the other passed on; the same
 * header twice is an error. Columns without a header that hold something are passed on too.
 */
export function readColumns(
  sheet: FormSheet,
  kind: SheetKind,
  languageOf: (fileLanguage: string) => Language | null,
  problems: ProblemList,
): FormColumns {
  const [header, ...body] = sheet.rows;
  if (header === undefined) return { all: [], headerRow: 0, body: [], byKey: new Map() };
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const filled = countFilled(body, width);
  const draft = Array.from({ length: width }, (_, index) => {
    const written = cellText(header.cells[index]);
    const reading = readHeader(written, kind);
    const isText = reading.field !== null && isTextField(reading.field);
    const language = isText ? languageOf(reading.fileLanguage ?? '') : null;
    const field = isText && language === null ? null : reading.field;
    return { index, written, reading, field, language, filled: filled[index] ?? 0 };
  }).filter(({ written, filled: cells }) => written !== '' || cells > 0);
  const twice = tellTwice(sheet, header.row, draft, problems);
  const chosen = new Map<string, (typeof draft)[number]>();
  for (const column of draft) {
    if (column.field === null) continue;
    const key = fieldKey(column.field, column.language);
    const rival = chosen.get(key);
    if (rival === undefined || column.filled > rival.filled || (column.filled === rival.filled && isPlainer(column, rival)))
      chosen.set(key, column);
  }
  const taken = new Set(chosen.keys());
  let unnamed = 0;
  const all = draft.map((column): FormColumn => {
    const { index, written, field, language } = column;
    if (field !== null && chosen.get(fieldKey(field, language)) === column) {
      tellOld(sheet, header.row, column, problems);
      return { index, header: written, key: fieldKey(field, language), field, language };
    }
    if (!twice.has(index)) tellKept(sheet, header.row, column, problems);
    // Unnamed columns are counted, not placed: leaving out an empty one before them changes nothing.
    if (written === '') unnamed += 1;
    const key = freeKey(written === '' ? `#${unnamed}` : written, taken);
    return { index, header: written, key, field: null, language: null };
  });
  return { all, headerRow: header.row, body, byKey: new Map(all.map((column) => [column.key, column])) };
}

interface Draft {
  readonly index: number;
  readonly written: string;
  readonly reading: ReturnType<typeof readHeader>;
  readonly field: string | null;
  readonly filled: number;
}

/** Of two equally full columns the one with a language, then the one written in today's way. */
function isPlainer(column: Draft, rival: Draft): boolean {
  const rank = ({ reading }: Draft): number => (reading.isOld ? 0 : 2) + (reading.fileLanguage === '' ? 0 : 1);
  return rank(column) > rank(rival);
}

function countFilled(body: readonly SheetRow[], width: number): number[] {
  const filled = Array.from({ length: width }, () => 0);
  for (const { cells } of body) {
    for (const [index, cell] of cells.entries()) if (cell !== null && cellText(cell) !== '') filled[index] = (filled[index] ?? 0) + 1;
  }
  return filled;
}

/** A key that no other column has: the wanted one, else with a number. */
function freeKey(wanted: string, taken: Set<string>): string {
  // `@` begins our own keys, and this one word no record can have.
  const base = wanted.startsWith('@') || wanted === '__proto__' ? `#${wanted}` : wanted;
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}#${number}`;
  taken.add(key);
  return key;
}

function tellTwice(sheet: FormSheet, row: number, draft: readonly Draft[], problems: ProblemList): Set<number> {
  const seen = new Map<string, number>();
  const twice = new Set<number>();
  for (const { written, index, reading } of draft) {
    if (written === '') continue;
    const form = written.toLowerCase().replace(/\s+/gu, ' ');
    const first = seen.get(form);
    if (first === undefined) {
      seen.set(form, index);
      continue;
    }
    twice.add(index);
    if (reading.field === null) problems.add('column-beside', sheet, { row, column: index }, { header: written });
    else problems.add('column-twice', sheet, { row, column: index }, { header: written });
  }
  return twice;
}

function tellOld(sheet: FormSheet, row: number, { index, written, reading }: Draft, problems: ProblemList): void {
  if (reading.isOld) problems.add('column-old', sheet, { row, column: index }, { header: written, now: reading.field ?? '' });
}

function tellKept(sheet: FormSheet, row: number, { index, written, reading, field, filled }: Draft, problems: ProblemList): void {
  const place = { row, column: index };
  if (written === '') problems.add('column-unnamed', sheet, place, { cells: filled });
  else if (field !== null) problems.add('column-beside', sheet, place, { header: written });
  else if (reading.fileLanguage !== null) problems.add('language-kept', sheet, place, { header: written });
  else if (!reading.isStandard) problems.add('column-kept', sheet, place, { header: written, cells: filled });
}

/** A row whose cells are taken one by one; what nobody took is passed on. */
export interface RowReader {
  readonly row: number;
  /** The cell's text, '' when there is none. */
  readonly take: (field: string) => string;
  readonly look: (field: string) => string;
  readonly takeText: (field: string) => LocalisedText | null;
  readonly lookText: (field: string) => LocalisedText | null;
  /** Cells nobody has taken, by column key. */
  readonly rest: () => Record<string, string>;
  /** Index of a field's column, for messages. */
  readonly columnOf: (field: string) => number | null;
}

export function createRowReader(columns: FormColumns, { row, cells }: SheetRow): RowReader {
  const taken = new Set<string>();
  const textAt = (column: FormColumn | undefined): string => (column === undefined ? '' : cellText(cells[column.index]));
  const lookText = (field: string): LocalisedText | null => {
    const texts: LocalisedText = {};
    for (const column of columns.all) {
      const text = column.field === field && column.language !== null ? textAt(column) : '';
      if (column.language !== null && text !== '') texts[column.language] = text;
    }
    return Object.keys(texts).length === 0 ? null : texts;
  };
  return {
    row,
    take: (field) => {
      taken.add(field);
      return textAt(columns.byKey.get(field));
    },
    look: (field) => textAt(columns.byKey.get(field)),
    lookText,
    takeText: (field) => {
      for (const column of columns.all) if (column.field === field) taken.add(column.key);
      return lookText(field);
    },
    rest: () =>
      Object.fromEntries(
        columns.all.flatMap((column) => {
          const text = taken.has(column.key) ? '' : textAt(column);
          return text === '' ? [] : [[column.key, text]];
        }),
      ),
    columnOf: (field) => {
      const exact = columns.byKey.get(field)?.index;
      return exact ?? columns.all.find((column) => column.field === field)?.index ?? null;
    },
  };
}
