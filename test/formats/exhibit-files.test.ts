import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx, type Sheet } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  readRasterResources,
  writeCsv,
  writePng,
  writeSvg,
  writeXlsx,
  type RasterResources,
} from '../../electron/core/features/analysis/files/index.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { languages } from '../../shared/model/text.ts';
import { percentOf } from '../../shared/statistics/index.ts';
import { baseOfSize, crosstabExhibit, hidden, likertExhibit, made, shown, themesExhibit, wordsOf } from './exhibit-fixtures.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const chart = { palette: 'light', width: 680 } as const;

/** The table of a CSV file as text fields, without comments and header. */
function csvTable(exhibit: ReleasedExhibit): { comments: string[]; header: string[]; rows: string[][] } {
  const text = decoder.decode(writeCsv(exhibit, wordsOf(exhibit)));
  // With relaxed columns and no header the parser gives rows of text.
  const all = parse(text, { bom: true, delimiter: exhibit.language === 'en' ? ',' : ';', relax_column_count: true }) as string[][];
  const isComment = (row: string[]) => row.length === 1 && row[0]?.startsWith('#') === true;
  const [header = [], ...rows] = all.filter((row) => !isComment(row));
  return { comments: all.filter(isComment).map(([first = '']) => first), header, rows };
}

async function sheetOf(exhibit: ReleasedExhibit): Promise<Sheet> {
  const workbook = await readXlsx(await writeXlsx(exhibit, wordsOf(exhibit)), { readStyles: true });
  expect(workbook.sheets).toHaveLength(1);
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** Rows of the table in a sheet: from the header to the empty row after it. */
function sheetTable(sheet: Sheet, stub: string): { top: number; header: unknown[]; rows: unknown[][] } {
  const top = sheet.rows.findIndex((row) => row[0] === stub);
  const rest = sheet.rows.slice(top + 1);
  const end = rest.findIndex((row) => row.every((value) => value === null || value === ''));
  return { top, header: sheet.rows[top] ?? [], rows: rest.slice(0, end) };
}

/** What an exhibit says about a cell, as the four fields of a file. */
function expectedFields(exhibit: ReleasedExhibit): (number | string)[][] {
  return exhibit.rows.map((row) =>
    row.cells.flatMap((cell): (number | string)[] =>
      cell.state === 'shown' ? [cell.percent, cell.low ?? '', cell.high ?? '', cell.count] : [':', ':', ':', ':'],
    ),
  );
}

describe('the table as CSV', () => {
  it('has a decimal comma and semicolons in nb, nn and sv, a point and commas in en, and a byte order mark', () => {
    const base = themesExhibit();
    const rows = base.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.state === 'shown' ? { ...cell, percent: percentOf(cell.count, 61, 1) } : cell)),
    }));
    for (const language of languages) {
      const exhibit = made({ ...base, language, decimals: 1, rows });
      const text = decoder.decode(writeCsv(exhibit, wordsOf(exhibit)));
      expect(text.startsWith('\uFEFF#')).toBe(true);
      expect(text).toContain(language === 'en' ? 'Informasjon,50.8,39.0,63.0,31\r\n' : 'Informasjon;50,8;39,0;63,0;31\r\n');
    }
  });

  it('writes large numbers without a sign between thousands, so they stay numbers', () => {
    const exhibit = made({
      ...themesExhibit(),
      columns: [{ key: 'all', label: 'Alle', base: baseOfSize(12_345) }],
      rows: [{ key: 't', label: 'Informasjon', base: null, cells: [shown(6000, 12_345)] }],
    });
    expect(csvTable(exhibit).rows).toEqual([
      ['Informasjon', '49', '48', '49', '6000'],
      ['n', '', '', '', '12345'],
    ]);
  });

  it('never lets a text run as a formula, and never touches a number', () => {
    const labels = ['=1+1', '+47', '-vet ikke', '@sum', '\t=1', '\r=1', "d'accord", '5'];
    const exhibit = made({
      ...themesExhibit(),
      rows: labels.map((label, at) => ({ key: `t${at}`, label, base: null, cells: [shown(20, 61)] })),
    });
    const { rows } = csvTable(exhibit);
    expect(rows.slice(0, 8).map(([label]) => label)).toEqual(["'=1+1", "'+47", "'-vet ikke", "'@sum", "'\t=1", "'\r=1", "d'accord", '5']);
    expect(rows[0]?.slice(1)).toEqual(['33', '22', '45', '20']);
  });

  it('says above what the table is, and below how many rows it has', () => {
    const exhibit = made({ ...crosstabExhibit(), title: 'To\nlinjer' });
    const { comments, rows } = csvTable(exhibit);
    expect(comments.slice(0, 5)).toEqual([
      '# Tittel: To linjer',
      '# Grunnlag: Får du være med og bestemme hva slags hjelp du skal få? Prosent av personer.',
      '# Utvalg: Runde vår 2026',
      '# Terskel: 5 personer. Minste base for prosent: 10.',
      '# Kilde: Fjordvik og Skogbygda, Bruker Spør Bruker, vår 2026. Utlevering 12.',
    ]);
    expect(comments).toContain('# Merknad: Liten base, færre enn 30 svar: Rustjenesten.');
    expect(comments).toContain('# Tegn: :\u00A0 Vises ikke av hensyn til personvernet.');
    const machine = comments.find((line) => line.startsWith('# Maskinlesbart: '));
    expect(JSON.parse(machine?.replace('# Maskinlesbart: ', '') ?? '')).toMatchObject({
      releaseNumber: 12,
      rule: { threshold: 5 },
      audit: { ok: true },
      definition: exhibit.definition,
    });
    expect(comments.at(-1)).toBe(`# Rader: ${rows.length}`);
  });
});

describe('the table as a workbook', () => {
  it('holds numbers as numbers in percent format, and hidden figures as text [F38] [F77]', async () => {
    const exhibit = crosstabExhibit();
    const sheet = await sheetOf(exhibit);
    const { top, rows } = sheetTable(sheet, 'Svar');
    expect(rows.slice(0, 5).map((row) => row.slice(1))).toEqual(expectedFields(exhibit));
    const share = sheet.cells?.get(`${top + 2},1`);
    expect(share?.style?.numFmt).toBe('0" %"');
    expect(share?.value).toBe(19);
    expect(rows[5]).toEqual(['n', ...[57, 33, 24].flatMap((n) => [null, null, null, n])]);
  });

  it('keeps the header in view and merges nothing', async () => {
    const sheet = await sheetOf(likertExhibit());
    const { top, header } = sheetTable(sheet, 'Spørsmål');
    expect(sheet.freezePane).toMatchObject({ rows: top + 1, columns: 1 });
    expect(sheet.merges ?? []).toEqual([]);
    expect(header.at(-1)).toBe('n');
  });

  it('runs no label as a formula', async () => {
    const sheet = await sheetOf(themesExhibit());
    expect([...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(sheetTable(sheet, 'Tema').rows[2]?.[0]).toBe('=Brukermedvirkning');
  });

  it('makes a name for the sheet out of any title', async () => {
    for (const title of ['Ja/nei: [hva] *nå*? Og en lang fortsettelse', "'", '']) {
      const { name } = await sheetOf(made({ ...themesExhibit(), title }));
      expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    }
  });
});

describe('every format', () => {
  it.each([likertExhibit(), crosstabExhibit(), themesExhibit()])('shows the same numbers: $title [F38]', async (exhibit) => {
    const csv = csvTable(exhibit);
    const workbook = sheetTable(await sheetOf(exhibit), wordsOf(exhibit).stub);
    const width = exhibit.columns.length * 4;
    const fromCsv = csv.rows
      .slice(0, exhibit.rows.length)
      .map((row) => row.slice(1, width + 1).map((field) => (field === ':' ? field : Number(field))));
    const fromXlsx = workbook.rows.slice(0, exhibit.rows.length).map((row) => row.slice(1, width + 1));
    expect(fromCsv).toEqual(expectedFields(exhibit));
    expect(fromXlsx).toEqual(expectedFields(exhibit));
    expect(csv.header).toEqual(workbook.header);

    const svg = decoder.decode(writeSvg(exhibit, wordsOf(exhibit), chart));
    const printed = [...svg.matchAll(/font-weight="600"[^>]*>(\d+)(?:\u00A0%)?<\/text>/g)].map(([, figure]) => Number(figure));
    const released = exhibit.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.state === 'shown' ? [cell.percent] : [])));
    const byValue = (a: number, b: number) => a - b;
    expect(printed.toSorted(byValue)).toEqual(released.toSorted(byValue));
  });

  it('refuses an exhibit whose audit has failed [F38]', async () => {
    const exhibit = made({ ...themesExhibit(), audit: { ok: false } });
    const words = wordsOf(exhibit);
    expect(() => writeCsv(exhibit, words)).toThrow('exhibit-not-audited');
    expect(() => writeSvg(exhibit, words, chart)).toThrow('exhibit-not-audited');
    await expect(writeXlsx(exhibit, words)).rejects.toThrow('exhibit-not-audited');
    await expect(writePng(exhibit, words, chart, { wasm: new Uint8Array(), fonts: [] })).rejects.toThrow('exhibit-not-audited');
  });

  it('cannot be given a number under a small base, or a hidden cell with a number [F38]', () => {
    const exhibit = themesExhibit();
    const small = [{ key: 'all', label: 'Alle', base: baseOfSize(8) }];
    expect(() => made({ ...exhibit, columns: small })).toThrow('number-under-small-base');
    const leaky = { ...hidden, count: 3 };
    expect(() => made({ ...exhibit, rows: [{ key: 't', label: 'Transport', base: null, cells: [leaky] }] })).toThrow();
    expect(() => made({ ...exhibit, columns: [{ key: 'all', label: 'Alle', base: { n: 3, rule: 'hidden' } }] })).toThrow(
      'hidden-base-with-number',
    );
  });
});

describe('the chart as a picture', () => {
  let folder = '';
  let resources: RasterResources;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rost-raster-'));
    mkdirSync(join(folder, 'fonts'));
    const { resolve } = createRequire(import.meta.url);
    copyFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'), join(folder, 'resvg.wasm'));
    const shipped = join(import.meta.dirname, '../../resources/fonts');
    const fonts = existsSync(shipped) ? shipped : join(dirname(resolve('@fontsource-variable/source-sans-3/package.json')), 'files');
    for (const name of readdirSync(fonts).filter((file) => /^source-sans-3-latin-.*\.woff2$/.test(file)))
      copyFileSync(join(fonts, name), join(folder, 'fonts', name));
    resources = await readRasterResources(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has 300 dots per inch and says so, so that it keeps its size in a document', async () => {
    const exhibit = likertExhibit();
    const svg = decoder.decode(writeSvg(exhibit, wordsOf(exhibit), chart));
    const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const png = Buffer.from(await writePng(exhibit, wordsOf(exhibit), chart, resources));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
    expect(Math.abs(png.readUInt32BE(16) - (Number(width) * 300) / 96)).toBeLessThanOrEqual(1);
    expect(Math.abs(png.readUInt32BE(20) - (Number(height) * 300) / 96)).toBeLessThanOrEqual(1);
    expect(png.subarray(37, 41).toString('latin1')).toBe('pHYs');
    expect([png.readUInt32BE(41), png.readUInt32BE(45), png.readUInt8(49)]).toEqual([11811, 11811, 1]);
    expect(png.subarray(54 + 4, 54 + 8).toString('latin1')).toBe('IDAT');
  });

  it('draws the letters: without fonts the file is another', async () => {
    const exhibit = themesExhibit();
    const [withText, without] = await Promise.all([
      writePng(exhibit, wordsOf(exhibit), chart, resources),
      writePng(exhibit, wordsOf(exhibit), chart, { ...resources, fonts: [] }),
    ]);
    expect(withText.length).toBeGreaterThan(without.length * 1.5);
  });

  it('is the same file every time', async () => {
    const exhibit = crosstabExhibit();
    const [first, second] = await Promise.all([1, 2].map(() => writePng(exhibit, wordsOf(exhibit), chart, resources)));
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
  });
});
