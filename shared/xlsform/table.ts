import { languages, type Language, type LocalisedText } from '../model/text.ts';
import { fieldKey } from './columns.ts';
import { isTextField, readHeader, type SheetKind } from './headers.ts';
import { headerNames, languageOfName } from './languages.ts';
import type { SheetMemory } from './memory.ts';
import type { FormSheet } from './sheets.ts';

type Column = Extract<SheetMemory, { columns: unknown }>['columns'][number];

/** Columns that every sheet of a kind has, in the order in which all are written where no file said otherwise. */
const orders: Readonly<Record<SheetKind, readonly string[]>> = {
  survey: [
    'type',
    'name',
    'label',
    'hint',
    'guidance_hint',
    'required',
    'required_message',
    'relevant',
    'constraint',
    'constraint_message',
    'calculation',
    'default',
    'choice_filter',
    'repeat_count',
    'appearance',
    'parameters',
    'read_only',
  ],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id', 'version', 'default_language'],
};

/** One row while it is written: cells by column key. */
export type TableRow = Map<string, string>;

/** A sheet while it is written: columns come into being with what is put in them. */
export interface Table {
  readonly row: () => TableRow;
  /** Writes a field; nothing for an empty text. */
  readonly put: (row: TableRow, field: string, text: string | null) => void;
  readonly putText: (row: TableRow, field: string, text: LocalisedText | null) => void;
  /** Writes cells that were passed on, by the keys that reading gave them. */
  readonly pass: (row: TableRow, cells: Readonly<Record<string, string>>) => void;
  /** Makes sure that a field has its column although nothing is in it. */
  readonly need: (field: string, language: Language | null) => void;
  readonly memory: () => Extract<SheetMemory, { columns: unknown }>;
  readonly sheet: () => FormSheet;
}

/** A table with the columns that are remembered; new ones come behind them in the standard's order. */
export function createTable(kind: SheetKind, name: string, remembered: readonly Column[]): Table {
  const columns = new Map<string, Column>(remembered.map((column) => [column.key, column]));
  const added: Column[] = [];
  const rows: TableRow[] = [];
  const add = (column: Column): void => {
    columns.set(column.key, column);
    added.push(column);
  };
  const need = (field: string, language: Language | null): string => {
    const key = fieldKey(field, language);
    if (!columns.has(key)) add({ header: language === null ? field : headerOf(field, language, remembered), key, field, language });
    return key;
  };
  const put = (row: TableRow, field: string, language: Language | null, text: string): void => {
    if (text !== '') row.set(need(field, language), text);
  };
  const ordered = (): Column[] => [...remembered, ...added.toSorted((a, b) => rank(kind, a) - rank(kind, b))];
  return {
    row: () => {
      const row: TableRow = new Map();
      rows.push(row);
      return row;
    },
    put: (row, field, text) => put(row, field, null, text ?? ''),
    putText: (row, field, text) => {
      for (const language of languages) put(row, field, language, text?.[language] ?? '');
    },
    pass: (row, cells) => {
      for (const [key, text] of Object.entries(cells)) {
        if (text === '') continue;
        if (!columns.has(key)) add(columnOfKey(kind, key));
        row.set(key, text);
      }
    },
    need: (field, language) => void need(field, language),
    memory: () => ({ kind, name, columns: ordered() }),
    sheet: () => {
      const order = ordered();
      if (order.length === 0) return { name, rows: [] };
      const header = { row: 1, cells: order.map((column) => column.header) };
      const body = rows.map((row, index) => ({ row: index + 2, cells: order.map(({ key }) => row.get(key) ?? null) }));
      return { name, rows: [header, ...body] };
    },
  };
}

/** A new text column is called as the sheet calls its others in that language: `label::english` beside `hint::english`. */
function headerOf(field: string, language: Language, remembered: readonly Column[]): string {
  const like = remembered.find((column) => column.language === language && column.header.includes(':'));
  const written = like === undefined ? null : /::?(.*)$/su.exec(like.header.replace(/^app::/iu, ''))?.[1]?.trim();
  const isSame = written !== null && written !== undefined && languageOfName(written) === language;
  return `${field}::${isSame ? written : headerNames[language]}`;
}

/** The column for a key that no column has: a cell passed on from another form. */
function columnOfKey(kind: SheetKind, key: string): Column {
  const [field = '', ending = ''] = key.split(/:(?=[a-z]{2}$)/u);
  const language = languages.find((candidate) => candidate === ending) ?? null;
  if (language !== null && isTextField(field)) return { header: `${field}::${headerNames[language]}`, key, field, language };
  const reading = readHeader(key, kind);
  if (reading.field === key && reading.fileLanguage === null) return { header: key, key, field: key, language: null };
  return { header: /^#\d+$/u.test(key) ? '' : key.replace(/^#(?=@|__)/u, ''), key, field: null, language: null };
}

function rank(kind: SheetKind, { field, key, language }: Column): number {
  const order = orders[kind];
  const place = order.indexOf(field ?? key);
  // Standard columns, then columns of others, then ours.
  const base = place >= 0 ? place : field?.startsWith('app::') === true ? order.length + 1 : order.length;
  return base * 10 + (language === null ? 0 : 1 + languages.indexOf(language));
}
