import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { writeCsv, writeSvg, writeXlsx } from '../../electron/core/features/analysis/files/index.ts';
import { copiedTable } from '../../renderer/features/analysis/copy-exhibit.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { bannerExhibit, likertExhibit, rowPercentExhibit, summaryExhibit, wordsOf } from './exhibit-fixtures.ts';

/** Rows of the CSV file that are the table: headings, header, answers, bases. */
function csvTable(exhibit: ReleasedExhibit): string[][] {
  const text = new TextDecoder('utf-8').decode(writeCsv(exhibit, wordsOf(exhibit)));
  // With relaxed columns and no header the parser gives rows of text.
  const rows = parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][];
  return rows.filter((row) => row.length > 1);
}

async function sheetTable(exhibit: ReleasedExhibit): Promise<unknown[][]> {
  const { sheets } = await readXlsx(await writeXlsx(exhibit, wordsOf(exhibit)), { readStyles: true });
  const rows = sheets[0]?.rows ?? [];
  const header = rows.findIndex((row) => row[0] === wordsOf(exhibit).stub);
  const end = rows.findIndex((row, at) => at > header && row.every((value) => value === null || value === ''));
  return rows.slice(header, end);
}

/** Numbers of a text field as the language writes them; the sign of a hidden figure as it is. */
function read(field: unknown): number | string | null {
  if (typeof field === 'number') return field;
  const text = typeof field === 'string' ? field.trim() : '';
  if (text === '') return null;
  const number = Number(text.replace(',', '.').replace('\u2212', '-'));
  return Number.isNaN(number) ? text : number;
}

/** Every number the exhibit releases in its cells, in order; `:` for those it hides. */
function released(exhibit: ReleasedExhibit): (number | string)[][] {
  return exhibit.rows.map(({ cells }) =>
    cells.map((cell) => (cell.state === 'shown' ? cell.percent : cell.state === 'figure' ? cell.value : ':')),
  );
}

const shapes = [bannerExhibit(), rowPercentExhibit(), summaryExhibit('mean'), summaryExhibit('index'), likertExhibit()];

describe('every shape of a table in every format', () => {
  it.each(shapes)('[F80] [F85] csv, workbook, clipboard and exhibit hold the same numbers: $kind, $title', async (exhibit) => {
    const labels = exhibit.rows.map(({ label }) => label);
    const isOfRow = (row: readonly unknown[]): boolean => labels.includes(String(row[0]));
    const csv = csvTable(exhibit).filter(isOfRow);
    const sheet = (await sheetTable(exhibit)).filter(isOfRow);
    expect(csv.map((row) => row.map(read))).toEqual(sheet.map((row) => Array.from(row, read)));
    const header = csvTable(exhibit).find(([stub]) => stub === wordsOf(exhibit).stub) ?? [];
    const hasRowBases = exhibit.rows.some(({ base }) => base !== null);
    const perColumn = (header.length - 1 - (hasRowBases ? 1 : 0)) / exhibit.columns.length;
    expect(csv.map((row) => exhibit.columns.map((_, at) => read(row[1 + at * perColumn])))).toEqual(released(exhibit));
    if (hasRowBases) expect(csv.map((row) => read(row.at(-1)))).toEqual(exhibit.rows.map(({ base }) => base?.n ?? ':'));

    const { html, text } = copiedTable(exhibit, wordsOf(exhibit));
    const copied = text.split('\n').map((line) => line.split('\t'));
    const first = (field: string | undefined): string => (field ?? '').split(' ')[0]?.replace('+', '').replace('\u00A0%', '') ?? '';
    const lines = copied
      .filter((row) => row.length > 1 && isOfRow(row))
      .map((row) => exhibit.columns.map((_, at) => read(first(row[at + 1]))));
    expect(lines).toEqual(released(exhibit));
    expect(html).toContain('<th scope="row"');
  });

  it('[F85] has one header row per level in the workbook, and merges nothing there', async () => {
    const exhibit = bannerExhibit();
    const { sheets } = await readXlsx(await writeXlsx(exhibit, wordsOf(exhibit)), { readStyles: true });
    const rows = sheets[0]?.rows ?? [];
    const header = rows.findIndex((row) => row[0] === wordsOf(exhibit).stub);
    const fields = ((rows[header]?.length ?? 1) - 1) / exhibit.columns.length;
    const level = (line: number): unknown[] => exhibit.columns.map((_, at) => rows[header - 2 + line]?.[1 + at * fields] ?? null);
    const nested = 'Bor du alene?, innenfor «Hvilken tjeneste?»';
    expect(level(0)).toEqual([null, null, null, nested, nested]);
    expect(level(1)).toEqual([null, 'Hvilken tjeneste?', 'Hvilken tjeneste?', 'Botjenesten', 'Botjenesten']);
    expect(sheets[0]?.merges ?? []).toEqual([]);
    expect(sheets[0]?.freezePane).toMatchObject({ rows: header + 1 });
    const copied = copiedTable(exhibit, wordsOf(exhibit)).html;
    expect(copied).toContain('colspan="2"');
  });

  it('[F80] prints means with one decimal and their spread, shares with a percent sign, and numbers as numbers', async () => {
    const exhibit = bannerExhibit();
    const { sheets } = await readXlsx(await writeXlsx(exhibit, wordsOf(exhibit)), { readStyles: true });
    const sheet = sheets[0];
    const rows = sheet?.rows ?? [];
    const lineOf = (label: string): number => rows.findIndex((row) => row[0] === label);
    const format = (label: string): unknown => sheet?.cells?.get(`${lineOf(label)},1`)?.style?.numFmt;
    expect([format('Sjelden'), format('Gjennomsnitt'), format('Standardavvik'), format('Netto')]).toEqual(['0" %"', '0.0', '0.0', '0']);
    expect(rows[lineOf('Standardavvik')]?.[1]).toBe(0.8);
    expect(rows[lineOf('Netto')]?.[11]).toBe(-30);
    const csv = csvTable(exhibit).find(([label]) => label === 'Netto');
    expect(csv?.[11]).toBe('-30');
  });

  it('[F76] appends letters and tests under the table, effect first and p last, and says so to machines', async () => {
    const exhibit = bannerExhibit();
    const text = new TextDecoder().decode(writeCsv(exhibit, wordsOf(exhibit)));
    expect(text).toContain('# Test: Hvilken tjeneste?: Cramérs V = 0,22; Pearsons kjikvadrat χ²(2) = 5,12; p\u00A0=\u00A00,0499');
    expect(text).toContain('# Bokstaver: ');
    const [stub, ...header] = csvTable(exhibit).find(([first]) => first === 'Svar') ?? [];
    expect(stub).toBe('Svar');
    expect(header).toContain('Botjenesten (A) bokstaver');
    const often = csvTable(exhibit).find(([label]) => label === 'Ofte') ?? [];
    expect(often.filter((field) => field === 'A')).toEqual(['A']);
    const notes = text.split('\r\n').map((line) => line.replace(/^\uFEFF?"?/u, ''));
    const order = ['# Merknad', '# Tegn', '# Bokstaver', '# Test', '# Maskinlesbart'].map((name) =>
      notes.findIndex((line) => line.startsWith(name)),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('[F38] hides in every format what the exhibit hides', async () => {
    for (const exhibit of shapes) {
      const svg = new TextDecoder().decode(writeSvg(exhibit, wordsOf(exhibit), { palette: 'light', width: 680 }));
      expect(svg).toContain('<svg');
      const hiddenCells = exhibit.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'hidden').length;
      const fields = csvTable(exhibit)
        .flat()
        .filter((field) => field === ':').length;
      expect(fields).toBeGreaterThanOrEqual(hiddenCells);
    }
  });
});
