import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre';
import { beforeAll, describe, expect, test } from 'vitest';
import { exhibitGrid } from '../../electron/core/features/analysis/files/exhibit-grid.ts';
import { writeXlsx } from '../../electron/core/features/reports/files/xlsx/write-xlsx.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { exhibitWords } from '../../shared/charts/index.ts';
import type { DocumentPart, ReportDocument } from '../../shared/contract/reports-document.ts';
import { convert, officeSkip } from '../support/office.ts';
import { made, themesExhibit } from './exhibit-fixtures.ts';
import { blocksOf, emptyReport, exhibit, groundOf, reportDocument } from './report-fixture.ts';

const document = reportDocument();
const exhibits = document.blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'exhibit' ? [part] : [])));
/** Two figures of the same table are one table. */
const tables = new Map(exhibits.map((part) => [JSON.stringify(part.released), part.released]));

describe('[F85] a report’s tables as a workbook', () => {
  let sheets: readonly Sheet[] = [];
  let bytes = new Uint8Array();
  beforeAll(async () => {
    bytes = new Uint8Array(await writeXlsx(groundOf(document)));
    ({ sheets } = await readXlsx(bytes, { readStyles: true }));
  });

  test('says first what it holds and where it comes from, without a person in it', () => {
    const text = JSON.stringify(sheets[0]?.rows);
    expect(sheets[0]?.name).toBe('Innhold');
    for (const said of [
      document.title,
      document.provenance,
      'Tall for færre enn 5 personer vises ikke.',
      'Tabell 1. Få være med',
      'Tabell 2, Figur 1. Flertallet',
      'Utlevering 12',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('Vigdis');
    expect(sheets).toHaveLength(tables.size + 2);
  });

  test('has sheet names that Excel takes, each once', () => {
    const names = sheets.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('holds every released number as a number, and ":" as text [F38]', () => {
    for (const released of tables.values()) {
      const grid = exhibitGrid(released, exhibitWords(released, wordsIn('nb')));
      const sheet = sheets.find(
        ({ rows }) => rows[0]?.[0] === released.title && rows.some((row) => row[1] === grid.header[1] && row.length === grid.header.length),
      );
      expect([released.title, sheet?.name]).toEqual([released.title, expect.any(String)]);
      const top = sheet?.rows.findIndex((row) => row[0] === grid.header[0] && row[1] === grid.header[1]) ?? -1;
      for (const [at, row] of grid.rows.entries()) {
        const wanted = row.cells.map((cell) => (cell.kind === 'text' ? (cell.text === '' ? null : cell.text) : cell.value));
        const found = sheet?.rows[top + 1 + at]?.slice(1) ?? [];
        expect(wanted.map((_, place) => found[place] ?? null)).toEqual(wanted);
      }
      expect(sheet?.freezePane).toMatchObject({ rows: top + 1, columns: 1 });
    }
  });

  test('holds a table of words too, its numbers as numbers', () => {
    const own = sheets.find(({ name }) => name.startsWith('Tabell 7'));
    expect(own?.rows[0]?.[0]).toBe('Tabell 7. Tiltak som ble avtalt');
    expect(own?.rows.find((row) => row[0] === 'Skyss til dagsenteret')).toEqual(['Skyss til dagsenteret', 'Loftet dagsenter', 26]);
  });

  test('is the same file each time', async () => {
    expect(Buffer.from(await writeXlsx(groundOf(document))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('stands for a report without tables, and names tables of one title apart', async () => {
    const empty = await readXlsx(await writeXlsx(groundOf(emptyReport())));
    expect(JSON.stringify(empty.sheets[0]?.rows)).toContain('Rapporten har ingen tabeller.');
    const same = [1, 2, 3].map((id) =>
      exhibit(made({ ...themesExhibit(), title: 'A/B: «Ja»?*', source: `Kilde ${id}` }), id, { table: id }),
    );
    const report = reportDocument({
      blocks: blocksOf(
        same.map((part) => ({ kind: 'exhibit', parts: [{ ...part, ...('table' in part ? { table: null } : {}) }] })),
      ) as ReportDocument['blocks'],
    });
    const book = await readXlsx(await writeXlsx(groundOf(report)));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Innhold', 'A B «Ja»', 'A B «Ja» (2)', 'A B «Ja» (3)']);
  });

  test('reads figures as the language of the report writes them, and keeps two tables apart that hold the same', async () => {
    const table = (number: number, text: string): DocumentPart => ({
      kind: 'table',
      caption: { number, anchor: `table-${number}`, text },
      columns: [
        { label: 'Step', share: 50, isNumber: false },
        { label: 'Persons', share: 50, isNumber: true },
      ],
      rows: ['1,234', '12,345.5', '45.5%', '−3', ':'].map((cell) => ({ cells: ['x', cell], isGroup: false, indent: 0 })),
      note: '',
    });
    const kind = 'response';
    const blocks = blocksOf([
      { kind, parts: [table(1, 'Spring')] },
      { kind, parts: [table(2, 'Autumn')] },
    ]) as ReportDocument['blocks'];
    const book = await readXlsx(await writeXlsx(groundOf(reportDocument({ language: 'en', blocks }))));
    expect(book.sheets.slice(1).map(({ rows }) => rows[0]?.[0])).toEqual(['Table 1. Spring', 'Table 2. Autumn']);
    const figures = book.sheets[1]?.rows.slice(3).map((row) => row[1]);
    expect(figures).toEqual([1234, 12_345.5, 45.5, -3, ':']);
    const formatsIn = async (language: 'en' | 'nb') => {
      const file = await writeXlsx(groundOf(reportDocument({ language, blocks })));
      const { cells } = (await readXlsx(file, { readStyles: true })).sheets[1] ?? {};
      return ['3,1', '5,1'].map((place) => cells?.get(place)?.style?.numFmt);
    };
    expect(await formatsIn('en')).toEqual(['#,##0', '0.0"%"']);
    expect((await formatsIn('nb'))[1]).toBe('0.0"\u00A0%"');
  });

  test('holds every text as it stands, whatever signs are in it', async () => {
    const title = 'Venter _x0041_ og =1+1';
    const part = exhibit(made({ ...themesExhibit(), title: `${title}\uFFFE\u0001` }), 1, { table: 1 });
    const blocks = blocksOf([{ kind: 'exhibit', parts: [part] }]) as ReportDocument['blocks'];
    const file = await writeXlsx(groundOf(reportDocument({ title, blocks })));
    for (const [name, content] of Object.entries(unzipSync(file)))
      // eslint-disable-next-line no-control-regex -- characters that XML cannot hold are what is looked for
      if (name.endsWith('.xml')) expect([name, strFromU8(content)]).not.toEqual([name, expect.stringMatching(/[\u0000-\u0008\uFFFE]/u)]);
    const { sheets: read } = await readXlsx(file);
    expect(read[0]?.rows[0]?.[0]).toBe(title);
    expect(read[1]?.rows[0]?.[0]).toBe(`${title}\uFFFD\uFFFD`);
  });

  const skip = officeSkip('calc');
  test.skipIf(skip !== null)(`opens in LibreOffice with its figures${skip === null ? '' : ` (${skip})`}`, { timeout: 60_000 }, () => {
    const html = convert(bytes, 'rapport.xlsx', 'html').toString('utf8');
    for (const { name } of sheets) expect(html).toContain(name.replaceAll('&', '&amp;'));
    expect(html).toMatch(/sdval="31"/u);
    expect(html).toContain('=Brukermedvirkning');
  });
});
