import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, describe, expect, it } from 'vitest';
import { xlsformMegabytes } from '../../shared/contract/xlsform.ts';
import { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { readForm, writeForm, type FormBook } from '../../shared/xlsform/index.ts';
import { readBook } from '../../electron/core/features/xlsform/read-book.ts';
import { writeBook } from '../../electron/core/features/xlsform/write-book.ts';
import { convert, officeSkip } from '../support/office.ts';
import { formFiles, formsFolder, hasForms, read, words } from './xlsform-fixture.ts';
import { buildWorkbook, buildZip, textCell } from './zip-fixture.ts';

if (!hasForms) console.warn('skipped: ../shared/data/xlsform is absent, so real forms are not read');
const folder = mkdtempSync(join(tmpdir(), 'rost-xlsform-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { name: 'Skjema', words, fallback: 'nb' } as const;
const good = formFiles.filter((name) => !name.startsWith('bad-'));
const bad = formFiles.filter((name) => name.startsWith('bad-'));

let counter = 0;
function fileOf(content: Uint8Array | string): string {
  const path = join(folder, `file-${(counter += 1)}`);
  writeFileSync(path, content);
  return path;
}

/** A form written as a workbook and read again. */
async function throughWorkbook(form: FormBook): Promise<FormBook> {
  return (await readBook(fileOf(await writeBook(form)))).book;
}

describe.skipIf(!hasForms)('real forms', () => {
  it('are all here', () => {
    expect(good).toHaveLength(15);
    expect(bad).toHaveLength(6);
  });

  it.each(good)('%s imports, and import → export → import gives the same questionnaire [F16] [F17]', async (name) => {
    const first = readForm((await readBook(join(formsFolder, name))).book, { ...options, name });
    expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(QuestionnaireSpec.parse(first.spec)).toEqual(first.spec);
    for (const problem of first.problems) expect(problem.sheet === '' ? 0 : problem.row + problem.sheet.length).toBeGreaterThan(0);
    const written = writeForm(first.spec, words);
    const second = readForm(await throughWorkbook(written), { ...options, name: 'noe annet' });
    expect(second.errorCount).toBe(0);
    expect(second.spec).toEqual(first.spec);
    expect(writeForm(second.spec, words)).toEqual(written);
  });

  it.each(good)('%s keeps every cell of sheets that Røst does not use [F17]', async (name) => {
    const { book: original } = await readBook(join(formsFolder, name));
    const { book: again } = await readBook(fileOf(await writeBook(writeForm(readForm(original, options).spec, words))));
    const others = original.sheets.filter((sheet) => !['survey', 'choices', 'settings'].includes(sheet.name.toLowerCase()));
    for (const sheet of others) {
      const kept = again.sheets.find((candidate) => candidate.name === sheet.name);
      const trimmed = sheet.rows.map(({ row, cells }) => ({
        row,
        cells: cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)),
      }));
      expect(kept?.rows).toEqual(trimmed.map(({ row, cells }) => ({ row, cells: cells.map((cell) => (cell === '' ? null : cell)) })));
    }
  });

  it.each(bad)('%s gives messages with sheet, row and column [F16]', async (name) => {
    const form = readForm((await readBook(join(formsFolder, name))).book, options);
    const placed = form.problems.filter((problem) => problem.row > 0 && problem.column !== '');
    expect(placed.length).toBeGreaterThan(0);
  });

  it('names the very cell that is wrong in each of them [F16]', async () => {
    const found = async (name: string) => readForm((await readBook(join(formsFolder, name))).book, options).problems;
    expect(await found('bad-duplicate_columns.xlsx')).toContainEqual(
      expect.objectContaining({ code: 'column-twice', sheet: 'survey', row: 1, column: 'E' }),
    );
    expect(await found('bad-extra_columns.xls')).toContainEqual(
      expect.objectContaining({ code: 'name-missing', row: 19_999, column: 'B' }),
    );
    expect(await found('bad-bad_calc.xlsx')).toContainEqual(expect.objectContaining({ code: 'expression', row: 2, column: 'D', at: 21 }));
    expect(await found('bad-xl_date_ambiguous.xlsx')).toContainEqual(
      expect.objectContaining({ code: 'early-date', sheet: 'changelog', row: 2, column: 'A' }),
    );
    expect(await found('bad-ict_survey_fails.xls')).toContainEqual(expect.objectContaining({ code: 'column-old', row: 1, column: 'F' }));
    expect(await found('bad-badly_named_choices_sheet.xls')).toContainEqual(
      expect.objectContaining({ code: 'type-old', row: 4, column: 'A' }),
    );
    expect(await found('unknown_question_type.xls')).toContainEqual(
      expect.objectContaining({ code: 'type-unknown', row: 52, column: 'A' }),
    );
  });

  it('reads the one-file text form with its line numbers [F16]', async () => {
    const { format, book: form } = await readBook(join(formsFolder, 'utf_csv.csv'));
    expect(format).toBe('csv');
    expect(form.sheets).toMatchObject([{ name: 'survey', rows: [{ row: 2 }, { row: 3 }], columnOffset: 1 }]);
    const broken = readForm(
      { sheets: [{ name: 'survey', columnOffset: 1, rows: [...(form.sheets[0]?.rows ?? []), { row: 9, cells: ['a b', 'text', ''] }] }] },
      options,
    );
    expect(broken.problems).toContainEqual(expect.objectContaining({ code: 'name-invalid', row: 9, column: 'B' }));
  });
});

describe('the written workbook [F17]', () => {
  const texts = ['=1+1', '+47 12 34', '-vet ikke', '@sum', "'fnutt", '_x0041_', '007', '1e5', 'TRUE', 'a\nb', ' «sitat» & <tag>'];

  it('writes texts that begin like formulas as texts, and gives every text back as it was', async () => {
    const form = read({ survey: [['type', 'name', 'label'], ...texts.map((text, index) => ['text', `q_${index}`, text])] });
    const bytes = await writeBook(writeForm(form.spec, words));
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    expect(sheet?.rows.slice(1).map((row) => row[2])).toEqual(texts.map((text) => text.trim()));
    expect([...(sheet?.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)).toEqual([]);
    const again = readForm((await readBook(fileOf(bytes))).book, options);
    expect(again.spec).toEqual(form.spec);
  });

  it('refuses a text that no cell can hold rather than cutting it', async () => {
    const form = read({
      survey: [
        ['type', 'name', 'label'],
        ['text', 'a', 'x'.repeat(40_000)],
      ],
    });
    await expect(writeBook(writeForm(form.spec, words))).rejects.toMatchObject({
      code: 'OUT_OF_RANGE',
      messageId: 'xlsform.error.too-long',
      params: { sheet: 'survey', row: 2 },
    });
  });

  const skip = officeSkip('calc');
  if (skip !== null) console.warn(`skipped: ${skip}, so the written workbook is not opened by a second program`);
  it.skipIf(skip !== null)('says the same in LibreOffice', { timeout: 180_000 }, async () => {
    const form = read({ survey: [['type', 'name', 'label'], ...texts.map((text, index) => ['text', `q_${index}`, text])] });
    const csv = convert(await writeBook(writeForm(form.spec, words)), 'skjema.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1').toString(
      'utf8',
    );
    // Without column names the parser gives rows of text.
    const rows = parse(csv, { relax_column_count: true }) as string[][];
    expect(rows[0]?.slice(0, 3)).toEqual(['type', 'name', 'label']);
    expect(rows.slice(1).map((row) => row[2])).toEqual(texts.map((text) => text.trim()));
  });
});

describe('files that cannot be read as a form', () => {
  const cell = '<row r="1">' + textCell('A1', 'type') + textCell('B1', 'name') + '</row>';
  const workbook = (): Buffer => buildWorkbook([{ name: 'survey', xml: cell }]);

  it.each<[string, () => Uint8Array | string | Promise<Uint8Array>, string]>([
    ['an empty file', () => '', 'EMPTY'],
    ['a workbook cut off', () => workbook().subarray(0, -40), 'TRUNCATED'],
    [
      'a workbook with a password',
      () => writeXlsx({ sheets: [{ name: 'survey', rows: [['type', 'name']] }], encryption: { password: 'hemmelig', spinCount: 1000 } }),
      'ENCRYPTED',
    ],
    ['a zip bomb', () => buildZip([{ name: 'xl/workbook.xml', content: Buffer.alloc(160 * 1024 * 1024) }]), 'ZIP_BOMB'],
    [
      'a zip that lies about its size',
      () => buildZip([{ name: 'xl/workbook.xml', content: Buffer.alloc(120 * 1024 * 1024), declaredBytes: 1000 }]),
      'ZIP_BOMB',
    ],
    ['a damaged old workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096, 7)]), 'NOT_READABLE'],
    ['an old workbook cut off', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'TRUNCATED'],
    ['a PDF', () => '%PDF-1.7 …', 'UNSUPPORTED'],
    ['bytes of no kind', () => Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 32)), 'BINARY'],
    ['an open quotation mark', () => 'survey,,\n,"type,name\n', 'NOT_READABLE'],
  ])('%s: %s', async (_what, make, code) => {
    await expect(readBook(fileOf(await make()))).rejects.toMatchObject({ name: 'ReadingError', code });
  });

  it('a file of 60 MB is refused by its size alone', async () => {
    const path = fileOf('x');
    truncateSync(path, 60 * 1024 * 1024);
    await expect(readBook(path)).rejects.toMatchObject({ code: 'TOO_LARGE', params: { part: 'file', size: 60, limit: xlsformMegabytes } });
  });

  it('reads a formula by its stored value, and says that a formula without one is empty', async () => {
    const xml = `<row r="1">${textCell('A1', 'type')}${textCell('B1', 'name')}${textCell('C1', 'label')}</row><row r="2">${textCell('A2', 'text')}<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C2"><f>A1</f></c></row>`;
    const { book: found } = await readBook(fileOf(buildWorkbook([{ name: 'survey', xml }])));
    const form = readForm(found, options);
    expect(form.spec.sections[0]?.questions[0]?.name).toBe('ab');
    expect(form.problems.map(({ code, row, column }) => `${code} ${row} ${column}`)).toEqual([
      'formula 2 B',
      'formula-empty 2 C',
      'label-missing 2 C',
    ]);
  });
});
