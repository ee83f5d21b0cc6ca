import { codebookThemes } from '../../../../../shared/contract/codebook-exchange.ts';
import type { Language, LocalisedText } from '../../../../../shared/model/text.ts';
import { createRecordReader, type CsvRecord } from '../../exchange/reading/csv-records.ts';
import { detectDialect } from '../../exchange/reading/detect-dialect.ts';
import { columnOf, ownHeader, splitList, type CsvColumn, type CsvField } from './csv-columns.ts';
import { bareTheme, FileNotes, type FileCodebook, type FileTheme } from './file-codebook.ts';
import { fileError } from './file-error.ts';
import { readGuid } from './guid.ts';
import { nearestColour } from './theme-colours.ts';
import { tidyName, tidyText } from './tidy-words.ts';
import { placeRows, type PlacedRow } from './place-rows.ts';

const sampleLength = 1024 * 1024;

/** The records of a text, if its first one is a table's header with a column of names; null when it is no table of themes. */
export function codebookTable(text: string): CsvRecord[] | null {
  const { dialect } = detectDialect(text.slice(0, sampleLength), text.length <= sampleLength);
  const reader = createRecordReader(dialect);
  const records = [...reader.push(text), ...reader.end()];
  const [header] = records;
  if (header === undefined || header.cells.length < 2) return null;
  const columns = header.cells.map(columnOf);
  return columns.some((column) => column?.field === 'term' || column?.field === 'levelName') ? records : null;
}

interface Row {
  readonly record: CsvRecord;
  readonly cell: (field: CsvColumn['field'], language?: Language | null, part?: number) => string;
}

/**
 * Reads a table of themes: our own, or another program's by what its columns are called. Parents are told by id, by name, by level, or by
 * columns for each level.
 */
export function readCsv(records: readonly CsvRecord[], language: Language): FileCodebook {
  const notes = new FileNotes();
  const [header, ...body] = records;
  const columns = columnsOf(header, body, notes);
  const isOwn = ownHeader.every((own, at) => header?.cells[at]?.trim() === own.header);
  const rows = body
    .map((record): Row => ({ record, cell: cellReader(record, columns) }))
    .filter(({ record }) => record.cells.some((cell) => cell.trim() !== ''));
  if (rows.length > codebookThemes)
    throw fileError('too-many-themes', { row: rows[codebookThemes]?.record.line ?? 0, limit: codebookThemes });
  const placed = placeRows(
    rows.map((row) => placeOf(row, columns, language)),
    notes,
  );
  const guids = guidsOf(rows, notes);
  const themes = placed.map((place) => {
    const row = place.row === null ? undefined : rows[place.row];
    const guid = guids[place.row ?? -1] ?? null;
    return row === undefined ? named(place, language, notes) : { ...toTheme(row, place, { language, columns, notes, isOwn }), guid };
  });
  if (themes.length === 0) throw fileError('no-themes');
  return { format: 'csv', isOwn, themes, notes: notes.list() };
}

/**
 * What each column is; null for one that is not read: it is none of ours, or one before it holds the same. What stands in such a column
 * is told.
 */
function columnsOf(header: CsvRecord | undefined, body: readonly CsvRecord[], notes: FileNotes): (CsvColumn | null)[] {
  const taken = new Set<string>();
  return (header?.cells ?? []).map((name, at) => {
    const column = columnOf(name);
    const isFilled = (): boolean => body.some(({ cells }) => (cells[at] ?? '').trim() !== '');
    if (column === null) {
      if (isFilled()) notes.add('column', header?.line ?? 1, name);
      return null;
    }
    const key = `${column.field} ${column.language ?? ''} ${column.part}`;
    if (taken.has(key)) {
      if (isFilled()) notes.add('column-twice', header?.line ?? 1, name);
      return null;
    }
    taken.add(key);
    return column;
  });
}

/** The ids of the rows. Two rows with one id are two themes, as when a row has been copied to write another: the first keeps it. */
function guidsOf(rows: readonly Row[], notes: FileNotes): (string | null)[] {
  const taken = new Set<string>();
  return rows.map(({ record: { line }, cell }) => {
    const guid = readGuid(cell('id'));
    if (guid === null) return null;
    if (taken.has(guid)) {
      notes.add('guid-twice', line, cell('id'));
      return null;
    }
    taken.add(guid);
    return guid;
  });
}

/** A cell by what its column holds. An apostrophe that a table puts before what looks like a formula is not part of the words. */
function cellReader(record: CsvRecord, columns: readonly (CsvColumn | null)[]): Row['cell'] {
  return (field, language = null, part = 0) => {
    const at = columns.findIndex((column) => column?.field === field && column.language === language && column.part === part);
    const cell = at === -1 ? '' : (record.cells[at] ?? '');
    return /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;
  };
}

const said = (cell: string): string | null => (cell.trim() === '' ? null : cell.trim());

function placeOf({ record, cell }: Row, columns: readonly (CsvColumn | null)[], language: Language) {
  const parts = columns.flatMap((column) => (column?.field === 'levelName' ? [cell('levelName', null, column.part).trim()] : []));
  const level = Number.parseInt(cell('level'), 10);
  const name = said(cell('term')) ?? said(cell('term', language)) ?? firstTerm(cell) ?? said(cell('number'));
  return {
    line: record.line,
    id: said(cell('id'))?.replaceAll(/[{}]/gu, '').toLowerCase() ?? null,
    name,
    parentId: said(cell('parentId'))?.replaceAll(/[{}]/gu, '').toLowerCase() ?? null,
    parentName: said(cell('parent')),
    level: Number.isInteger(level) && level >= 0 ? level : null,
    path: parts,
  };
}

function firstTerm(cell: Row['cell']): string | null {
  for (const language of ['nb', 'sv', 'en', 'nn'] as const) {
    const term = said(cell('term', language));
    if (term !== null) return term;
  }
  return null;
}

/** A theme that the table names only as what others stand under. */
function named(place: PlacedRow, language: Language, notes: FileNotes): FileTheme {
  const { name } = tidyName(place.name, place.line, notes);
  return { ...bareTheme, line: place.line, parent: place.parent, terms: { [language]: name } };
}

interface Reading {
  readonly language: Language;
  readonly columns: readonly (CsvColumn | null)[];
  readonly notes: FileNotes;
  /** The table is one of ours: a theme without a name in it has none. */
  readonly isOwn: boolean;
}

function toTheme({ record: { line }, cell }: Row, place: PlacedRow, reading: Reading): Omit<FileTheme, 'guid'> {
  const { language, columns, notes } = reading;
  const tidy = (text: string): string => tidyText(text, line, notes);
  const texts = (field: CsvField): LocalisedText => {
    const found: LocalisedText = {};
    for (const column of columns) {
      if (column?.field !== field) continue;
      const text = cell(field, column.language);
      if (text.trim() === '') continue;
      const own = column.language ?? language;
      // A column that names no language, and one that names the file's: the first word counts.
      if (found[own] !== undefined && found[own] !== tidy(text)) notes.add('column-twice', line, text);
      found[own] ??= tidy(text);
    }
    return found;
  };
  const lists = (field: CsvField): { language: Language; text: string }[] =>
    columns.flatMap((column) =>
      column?.field === field
        ? splitList(cell(field, column.language)).map((text) => ({ language: column.language ?? language, text: tidy(text) }))
        : [],
    );
  const { terms, definition } = termsOf(place, texts('term'), texts('definition'), reading, line);
  return {
    line,
    parent: place.parent,
    number: said(tidy(cell('number'))),
    terms,
    definition,
    synonyms: lists('synonyms').map((item) => ({ language: item.language, term: tidyName(item.text, line, notes).name })),
    inclusion: texts('includes'),
    exclusion: texts('excludes'),
    examples: lists('examples').map((item) => ({ language: item.language, body: item.text })),
    ...colourOf(cell('colour'), columns, line, notes),
    ...codableOf(cell('codable'), line, notes),
    ...statusOf(cell('status'), line, notes),
    differsFrom: splitList(cell('differs')).flatMap((item) => differenceOf(item, line, notes)),
  };
}

function termsOf(place: PlacedRow, raw: LocalisedText, definition: LocalisedText, { language, notes, isOwn }: Reading, line: number) {
  const terms: LocalisedText = {};
  const longer: LocalisedText = { ...definition };
  const entries = Object.keys(raw).length === 0 && place.name !== '' && !isOwn ? { [language]: place.name } : raw;
  // The keys are languages: the record was made with no others.
  for (const [key, term] of Object.entries(entries) as [Language, string][]) {
    const { name, whole } = tidyName(term, line, notes);
    if (name !== '') terms[key] = name;
    if (whole !== null) longer[key] = [whole, longer[key] ?? ''].filter((part) => part !== '').join('\n\n');
  }
  return { terms, definition: longer };
}

function colourOf(cell: string, columns: Reading['columns'], line: number, notes: FileNotes): { colour?: number | null } {
  if (!columns.some((column) => column?.field === 'colour')) return {};
  const text = cell.trim();
  if (text === '') return { colour: null };
  if (/^(?:[1-9]|1[0-2])$/u.test(text)) return { colour: Number(text) };
  const nearest = nearestColour(text);
  if (nearest === null) notes.add('colour-invalid', line, text);
  else if (!nearest.isExact) notes.add('colour-nearest', line, text);
  return nearest === null ? {} : { colour: nearest.colour };
}

function codableOf(cell: string, line: number, notes: FileNotes): { isCodable?: boolean } {
  const word = cell.trim().toLowerCase();
  if (['yes', 'true', '1', 'ja'].includes(word)) return { isCodable: true };
  if (['no', 'false', '0', 'nei', 'nej'].includes(word)) return { isCodable: false };
  if (word !== '') notes.add('codable-missing', line, cell);
  return {};
}

function statusOf(cell: string, line: number, notes: FileNotes): { status?: FileTheme['status'] & string } {
  const word = cell.trim().toLowerCase();
  if (word === 'retired' || word === 'in-use') return { status: word };
  if (word !== '') notes.add('attribute', line, `status="${cell}"`);
  return {};
}

function differenceOf(item: string, line: number, notes: FileNotes): { guid: string; note: string | null }[] {
  const [, guid, note] = /^([0-9a-f-]{36})(?:: ?(.*))?$/isu.exec(item) ?? [];
  if (guid !== undefined) return [{ guid: guid.toLowerCase(), note: note ?? null }];
  notes.add('differs-unknown', line, item);
  return [];
}
