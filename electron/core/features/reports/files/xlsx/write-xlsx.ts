import { writeXlsx as writeWorkbook, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre';
import { exhibitWords } from '../../../../../../shared/charts/index.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { Language } from '../../../../../../shared/model/text.ts';
import { holdable } from '../../../../documents/xml.ts';
import { dayIn } from '../../../../words.ts';
import { exhibitSheet, freeSheetName } from '../../../analysis/files/index.ts';
import { percentFormat } from '../figure-format.ts';
import type { FileGround, WriteReport } from '../file-ground.ts';
import { workbookText } from '../workbook-text.ts';

type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;
type TablePart = Extract<DocumentPart, { kind: 'table' }>;

/** A table of the report and its place in the book. */
interface BookTable {
  readonly part: ExhibitPart | TablePart;
  /** "Tabell 7", "Figur 4", or both; empty for a table without a number. */
  readonly label: string;
  readonly title: string;
  readonly release: string;
}

const head = { font: { bold: true } } as const satisfies CellStyle;
const quiet = { font: { color: { rgb: '5F6771' } } } as const satisfies CellStyle;

function bookTable(part: DocumentPart, { words }: FileGround): BookTable[] {
  if (part.kind === 'table' && part.caption !== null) {
    return [{ part, label: words('reports.ref.table', { number: part.caption.number }), title: part.caption.text, release: '' }];
  }
  if (part.kind !== 'exhibit') return [];
  const { table, figure, released } = part;
  const label = [
    table === null ? '' : words('reports.ref.table', { number: table.number }),
    figure === null ? '' : words('reports.ref.figure', { number: figure.number }),
  ].filter((text) => text !== '');
  return [{ part, label: label.join(', '), title: released.title, release: exhibitWords(released, words).release }];
}

/** One sheet for one table: an appendix that repeats a table of the text only adds its numbers to it. */
function tablesOf(ground: FileGround): BookTable[] {
  const found = ground.document.blocks.flatMap(({ parts }) => parts.flatMap((part) => bookTable(part, ground)));
  // Two tables of words are two, even where they hold the same: the rounds of asking of a project may have gone alike.
  const keyOf = ({ part, label, title }: BookTable): string =>
    part.kind === 'exhibit' ? JSON.stringify(part.released) : JSON.stringify([label, title, part.rows]);
  const byKey = new Map<string, BookTable>();
  for (const table of found) {
    const known = byKey.get(keyOf(table));
    byKey.set(
      keyOf(table),
      known === undefined ? table : { ...known, label: [known.label, table.label].filter((text) => text !== '').join(', ') },
    );
  }
  return [...byKey.values()];
}

function sheetFrom(
  name: string,
  lines: readonly (readonly { readonly value: CellValue; readonly style?: CellStyle }[])[],
  more: Omit<WriteSheet, 'name'>,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach((line, row) => line.forEach(({ value, style = {} }, column) => cells.set(`${row},${column}`, { value, style })));
  return { name, rows: lines.map((line) => line.map(({ value }) => value)), cells, ...more };
}

/** What the book holds and where it comes from: no person, no path. */
function contentsSheet(ground: FileGround, tables: readonly BookTable[], names: readonly string[], name: string): WriteSheet {
  const { document, words, madeAt } = ground;
  const about = [
    document.subtitle,
    document.project,
    document.style.organisation,
    document.provenance,
    document.origin === '' ? words('reports.file.made', { date: dayIn(document.language, madeAt) }) : document.origin,
  ];
  const above = [
    [{ value: document.title, style: { font: { bold: true, size: 14 } } }],
    ...about.filter((text) => text !== '').map((value) => [{ value, style: quiet }]),
    [{ value: null }],
  ];
  const wrap = { alignment: { vertical: 'top', wrapText: true } } as const satisfies CellStyle;
  const list =
    tables.length === 0
      ? [[{ value: words('reports.file.noTables') }]]
      : [
          [words('reports.file.sheet'), words('reports.file.tables'), '', ''].slice(0, 2).map((value) => ({ value, style: head })),
          ...tables.map(({ label, title, release }, at) => [
            { value: names[at] ?? '', style: wrap },
            { value: [label, title].filter((text) => text !== '').join('. '), style: wrap },
            ...(release === '' ? [] : [{ value: release, style: wrap }]),
          ]),
        ];
  const sheet = sheetFrom(name, [...above, ...list], {
    columns: [{ width: 34 }, { width: 70 }, { width: 18 }],
    freezePane: { rows: above.length + 1 },
    view: { showGridLines: false },
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { headerRow: above.length },
  });
  return sheet;
}

/** A figure in words ("12", "1 234,5", in English "1,234.5", "88 %") as a number with its format; anything else as it is. */
function figureOf(text: string, isNumber: boolean, language: Language): { readonly value: CellValue; readonly numFmt?: string } {
  if (text === '') return { value: null };
  const joined = text.replaceAll(/[\u00A0\u202F ]/gu, '').replace('\u2212', '-');
  const plain = language === 'en' ? joined.replaceAll(/,(?=\d{3}(?!\d))/gu, '') : joined.replace(',', '.');
  const found = /^(?<number>-?\d+(?:\.(?<places>\d+))?)(?<share>%?)$/u.exec(plain);
  if (!isNumber || found === null) return { value: text };
  const { number = '', places = '', share = '' } = found.groups ?? {};
  const decimals = places === '' ? '' : `.${'0'.repeat(places.length)}`;
  return { value: Number(number), numFmt: share === '' ? `#,##0${decimals}` : percentFormat(`0${decimals}`, language) };
}

function formatOf({ numFmt }: ReturnType<typeof figureOf>): CellStyle {
  return numFmt === undefined ? {} : { numFmt };
}

function ownSheet(part: TablePart, label: string, name: string, language: Language): WriteSheet {
  const { caption, columns, rows, note } = part;
  const rule = { style: 'thin', color: { rgb: '1F2733' } } as const;
  const above = [
    [{ value: [label, caption?.text ?? ''].filter((text) => text !== '').join('. '), style: { font: { bold: true, size: 14 } } }],
    [{ value: null }],
  ];
  const header = columns.map(({ label: value, isNumber }) => ({
    value,
    style: {
      font: { bold: true },
      border: { top: rule, bottom: rule },
      alignment: { horizontal: isNumber ? 'right' : 'left', wrapText: true },
    } satisfies CellStyle,
  }));
  const body = rows.map(({ cells, isGroup, indent }) =>
    cells.map((cell, at) => ({
      value: figureOf(cell, columns[at]?.isNumber === true, language).value,
      style: {
        ...formatOf(figureOf(cell, columns[at]?.isNumber === true, language)),
        ...(isGroup ? { font: { bold: true } } : {}),
        alignment: {
          vertical: 'top',
          wrapText: true,
          horizontal: columns[at]?.isNumber === true ? 'right' : 'left',
          ...(at === 0 ? { indent } : {}),
        },
      } satisfies CellStyle,
    })),
  );
  const below = note === '' ? [] : [[{ value: null }], [{ value: note, style: quiet }]];
  return sheetFrom(name, [...above, header, ...body, ...below], {
    columns: columns.map(({ share }) => ({ width: Math.max(10, Math.round(share * 1.1)) })),
    freezePane: { rows: above.length + 1, columns: 1 },
    view: { showGridLines: false },
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { headerRow: above.length },
  });
}

function safe<T>(value: T): T | string {
  return typeof value === 'string' ? workbookText(value) : value;
}

function withSafeTexts(sheet: WriteSheet): WriteSheet {
  const cells = [...(sheet.cells ?? [])].map(([at, cell]) => [at, 'value' in cell ? { ...cell, value: safe(cell.value) } : cell] as const);
  return { ...sheet, ...(sheet.rows === undefined ? {} : { rows: sheet.rows.map((row) => row.map(safe)) }), cells: new Map(cells) };
}

/**
 * The tables of a report as a workbook: what is in it first, then a sheet for every table, made as in the tab book. Texts are written as texts, so that no
 * spreadsheet runs them.
 * @throws Error when an audit is not ok
 */
export const writeXlsx: WriteReport = async (ground) => {
  const { document, words, madeAt } = ground;
  const tables = tablesOf(ground);
  const first = words('reports.contents');
  const taken = new Set([first.toLocaleLowerCase()]);
  const names = tables.map(({ label, title }) => {
    const name = freeSheetName([label, title].filter((text) => text !== '').join(' '), taken);
    taken.add(name.toLocaleLowerCase());
    return name;
  });
  const sheets = tables.map(({ part, label }, at) => {
    const name = names[at] ?? '';
    return part.kind === 'exhibit'
      ? exhibitSheet({ exhibit: part.released, words: exhibitWords(part.released, words) }, name)
      : ownSheet(part, label, name, document.language);
  });
  const made = new Date(madeAt);
  return await writeWorkbook({
    properties: {
      title: holdable(document.title),
      description: holdable(document.provenance),
      creator: 'Røst',
      created: made,
      modified: made,
    },
    sheets: [contentsSheet(ground, tables, names, first), ...sheets].map(withSafeTexts),
  });
};
