import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  inspectSurveyFile,
  isReadingError,
  type InspectOptions,
  type ReadingError,
} from '../../electron/core/features/exchange/reading/index.ts';
import { SurveyFileInspection } from '../../shared/model/survey-file.ts';
import { openFolder, readAll } from './survey-reading-fixture.ts';
import { buildWorkbook, buildZip, textCell } from './zip-fixture.ts';

const surveys = join(import.meta.dirname, '../../../shared/data/surveys');
const hasSurveys = existsSync(surveys);
if (!hasSurveys) console.warn('skipped: ../shared/data/surveys is absent, so real survey files are not read');

const { folder, file } = openFolder();

async function refusal(path: string, options: InspectOptions = {}): Promise<ReadingError> {
  try {
    await inspectSurveyFile(path, options);
  } catch (error) {
    if (isReadingError(error)) return error;
    throw error;
  }
  throw new Error('the file was read');
}

const refusalOf = async (content: string | Uint8Array, options?: InspectOptions) => refusal(await file(content), options);

/** Rows below the headers, and blank ones among them, counted by another program: python's csv module. */
function countByPython(path: string, above: number): { rows: number; blank: number } | null {
  const script =
    'import csv,sys,json\ncsv.field_size_limit(10**9)\nr=list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))[int(sys.argv[2]):]\n' +
    'print(json.dumps({"rows":len(r),"blank":sum(1 for x in r if not any(c.strip() for c in x))}))';
  try {
    // The script prints exactly this object.
    return JSON.parse(execFileSync('python3', ['-c', script, path, String(above)], { encoding: 'utf8' })) as {
      rows: number;
      blank: number;
    };
  } catch {
    return null;
  }
}

describe.skipIf(!hasSurveys)('real survey files', () => {
  it.each([
    ['osposurvey/2020.csv', 2, { rows: 1404, blank: 378 }],
    ['osposurvey/2019.csv', 3, { rows: 2681, blank: 0 }],
    ['osposurvey/2018.csv', 2, { rows: 748, blank: 0 }],
    ['comments/patient-comments-multilabel.csv', 1, { rows: 1998, blank: 0 }],
    ['qualcoder/survey456.csv', 1, { rows: 3, blank: 0 }],
  ])('counts the rows of %s as another program does [F29]', async (name, above, expected) => {
    const path = join(surveys, name);
    const python = countByPython(path, above);
    if (python !== null) expect(python).toEqual(expected);
    const { inspection, rows, interpreted } = await readAll(path);
    expect({ rows: inspection.rowCount, blank: inspection.blankRowCount }).toEqual(expected);
    expect(rows).toHaveLength(expected.rows - expected.blank);
    expect(inspection.reading.titleRows + inspection.reading.headerRows).toBe(above);
    expect(SurveyFileInspection.parse(inspection)).toEqual(inspection);
    expect(interpreted.flatMap(({ problems }) => problems).filter(({ why }) => why !== 'not-a-number')).toEqual([]);
  });

  it('proposes closed, multiple-choice and open questions for two header rows [F29] [F48]', async () => {
    const { inspection, interpreted } = await readAll(join(surveys, 'osposurvey/2020.csv'));
    const { columns, questions } = inspection.proposal;
    expect(columns[0]?.role).toBe('respondentCode');
    expect(questions.find(({ columns: [first] }) => first === 1)).toMatchObject({ kind: 'date', dateForm: 'mdy' });
    const journey = questions.find(({ columns: [first] }) => first === 3);
    expect(journey).toMatchObject({ kind: 'multiple', form: 'indicator', columns: [3, 4, 5, 6, 7, 8, 9] });
    const size = questions.find(({ columns: [first] }) => first === 10);
    expect(size?.kind === 'closed' && size.options.map(({ label }) => label)).toEqual([
      '2-50',
      '51-250',
      '251-1,000',
      '1,001-10,000',
      'More than 10,000',
      'Self-employed or not working',
    ]);
    expect(questions.find(({ columns: [first] }) => first === 11)).toMatchObject({
      kind: 'closed',
      group: 'How often does your company do the following activities?',
      scale: { id: 'frequency', direction: 'lowToHigh' },
      missing: [{ reason: 'dont-know' }, { text: '' }],
    });
    expect(questions.find(({ columns: [first] }) => first === 25)).toMatchObject({ kind: 'multiple', specifyColumn: 36 });
    expect(questions.find(({ columns: [first] }) => first === 39)).toMatchObject({ kind: 'closed', specifyColumn: 40 });
    expect(questions.find(({ columns: [first] }) => first === 151)).toMatchObject({ kind: 'open' });
    expect(columns.slice(247).every(({ role }) => role === 'skip')).toBe(true);
    expect(new Set(interpreted.map(({ respondentCode }) => respondentCode)).size).toBe(1026);
    // Ticks of the first option, counted in the file by hand.
    expect(
      interpreted
        .flatMap(({ answers }) => answers)
        .filter((answer) => answer.questionKey === 'c3' && answer.kind === 'codes' && answer.codes.includes(1)),
    ).toHaveLength(830);
  });

  it('reads the labels of coded comments as one multiple-choice question beside the text [F48]', async () => {
    const { inspection, interpreted } = await readAll(join(surveys, 'comments/patient-comments-multilabel.csv'));
    expect(inspection.proposal.questions.map(({ kind, columns }) => [kind, columns])).toEqual([
      ['number', [0]],
      ['multiple', [1, 2, 3, 4, 5, 6]],
      ['open', [7]],
    ]);
    const first = interpreted[0]?.answers;
    expect(first?.[0]).toMatchObject({ kind: 'number', number: -4 });
    expect(first?.[1]?.kind === 'codes' && first[1].codes).toHaveLength(5);
    expect(interpreted[1]?.row).toBe(3);
    // A letter among the numbers: named, not guessed.
    expect(interpreted.flatMap(({ problems }) => problems)[0]).toEqual({ row: 3398, column: 1, value: 'x', why: 'not-a-number' });
  });

  it.each([
    ['cases456.xlsx', 'attributes', ['ID4', 'ID5', 'ID6']],
    ['survey789.xlsx', 'survey', ['ID7', 'ID8', 'ID9']],
    ['survey789_more_data.xlsx', 'attributes', ['ID7', 'ID8', 'ID9']],
    ['survey789_replace_data.xlsx', 'attributes', ['ID7', 'ID8', 'ID9']],
  ])('reads the workbook %s [F29] [F48]', async (name, sheet, codes) => {
    const { inspection, interpreted } = await readAll(join(surveys, 'qualcoder', name));
    expect(inspection).toMatchObject({ format: 'xlsx', sheets: [sheet], rowCount: 3, blankRowCount: 0 });
    expect(interpreted.map(({ respondentCode }) => respondentCode)).toEqual(codes);
    expect(interpreted.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe('text in the character sets of survey tools', () => {
  const rows = ['Kode;Alder;Årsak', 'A1;34,5;Bedre oppfølging på kveldstid', 'A2;41,0;Færre møter'].join('\r\n');

  it.each([
    ['utf-8', Buffer.from(rows)],
    ['utf-8', Buffer.from(`\uFEFF${rows}`)],
    ['windows-1252', Buffer.from(rows, 'latin1')],
    ['utf-16le', Buffer.from(`\uFEFF${rows}`, 'utf16le')],
    ['utf-16le', Buffer.from(rows, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${rows}`, 'utf16le').swap16()],
  ])('reads %s with semicolons and decimal comma [F29]', async (encoding, bytes) => {
    const { inspection, interpreted } = await readAll(await file(bytes));
    expect(inspection.reading).toMatchObject({ encoding, decimalSign: ',', dialect: { delimiter: ';', lineEnd: 'crlf' } });
    expect(inspection.headerRows).toEqual([['Kode', 'Alder', 'Årsak']]);
    expect(interpreted[0]?.answers.slice(0, 2)).toMatchObject([
      { kind: 'number', number: 34.5 },
      { text: 'Bedre oppfølging på kveldstid' },
    ]);
  });

  it('names the first row in another character set, and reads line by line when told to [F29]', async () => {
    const mixed = Buffer.concat([
      Buffer.from('kode;svar\nA1;mer støtte\n'),
      Buffer.from('A2;mer støtte\n', 'latin1'),
      Buffer.from('A3;år €\n'),
    ]);
    expect(await refusalOf(mixed)).toMatchObject({ code: 'MIXED_ENCODING', where: { row: 3 } });
    expect(await refusalOf(mixed, { encoding: 'utf-8' })).toMatchObject({ code: 'MIXED_ENCODING', where: { row: 3 } });
    const { rows: read } = await readAll(await file(mixed), { encoding: 'mixed' });
    expect(read).toEqual([
      ['A1', 'mer støtte'],
      ['A2', 'mer støtte'],
      ['A3', 'år €'],
    ]);
  });

  it('finds a foreign byte in the last row of a long file before anything is read [F29]', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `A${at};svær ventetid nummer ${at}`);
    const bytes = Buffer.concat([Buffer.from(`kode;svar\n${lines.join('\n')}\n`), Buffer.from('B;søvn\n', 'latin1')]);
    expect(await refusalOf(bytes)).toMatchObject({ code: 'MIXED_ENCODING', where: { row: 60_002 } });
  });

  it('names the row of a zero byte [F29]', async () => {
    expect(await refusalOf('kode,svar\nA1,ja\nA2,n\0ei\n')).toMatchObject({ code: 'NUL_BYTE', where: { row: 3 } });
    expect(await refusalOf(Buffer.from('\uFEFFkode,svar\nA1,ja\nA2,n\0ei\n', 'utf16le'))).toMatchObject({
      code: 'NUL_BYTE',
      where: { row: 3 },
    });
  });
});

describe('files that are refused', () => {
  it.each([
    ['', 'file'],
    ['\uFEFF', 'file'],
    [' \r\n\r\n', 'file'],
    ['kode;svar\r\n', 'rows'],
    ['kode;svar\r\n;\r\n', 'rows'],
  ])('refuses %j as empty [F29]', async (content, part) => {
    expect(await refusalOf(content)).toMatchObject({ code: 'EMPTY', params: { part } });
  });

  it('refuses 400 MB at once, without reading it [F29]', async () => {
    const path = join(folder, 'large.csv');
    const handle = await open(path, 'w');
    await handle.truncate(400 * 1024 * 1024);
    await handle.close();
    const started = performance.now();
    expect(await refusal(path)).toMatchObject({ code: 'TOO_LARGE', params: { size: 400, limit: 200, part: 'file' } });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('says what the file is when it is something else [F29]', async () => {
    const type = async (bytes: string) => (await refusalOf(Buffer.from(bytes, 'latin1'))).params['type'];
    expect(await type('$FL2@(#) SPSS DATA FILE')).toBe('sav');
    expect(await type('%PDF-1.7')).toBe('pdf');
    expect(await type('<!DOCTYPE html><table>')).toBe('html');
    expect(await refusalOf(Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)))).toMatchObject({ code: 'BINARY' });
    expect(await refusalOf(buildZip([{ name: 'word/document.xml', content: '<w/>' }]))).toMatchObject({
      code: 'UNSUPPORTED',
      params: { type: 'docx' },
    });
    expect(await refusal(join(folder, 'nowhere.csv'))).toMatchObject({ code: 'NOT_READABLE', params: { reason: 'missing' } });
    expect(await refusal(folder)).toMatchObject({ code: 'NOT_READABLE', params: { reason: 'folder' } });
  });

  it('lists ragged rows by their lines, the first twenty of them [F29]', async () => {
    const ragged = await refusalOf('a;b;c\n1;2;3\n4;5\n"x\ny";6;7\n6;7;8;9\n');
    expect(ragged).toMatchObject({ code: 'RAGGED', params: { count: 2, rows: '3, 6', more: 'no' } });
    expect(ragged.raggedRows).toEqual([
      { row: 3, expected: 3, found: 2 },
      { row: 6, expected: 3, found: 4 },
    ]);
    const many = await refusalOf(`a;b;c\n${'1;2;3\n'.repeat(100)}${'1;2\n'.repeat(50)}`);
    expect(many.raggedRows).toHaveLength(20);
    expect(many.params).toMatchObject({ count: 50, more: 'yes' });
  });

  it('accepts rows that differ in empty cells at the end only, and short rows when told to [F29]', async () => {
    const { inspection, rows } = await readAll(await file('a,b,c\n1,2,3,,\n4,\n5,6,7\n'));
    expect(rows).toEqual([
      ['1', '2', '3'],
      ['4', '', ''],
      ['5', '6', '7'],
    ]);
    expect(inspection.evenedRowCount).toBe(2);
    expect((await readAll(await file('a,b,c\n1,2\n5,6,7\n'), { padShortRows: true })).rows).toEqual([
      ['1', '2', ''],
      ['5', '6', '7'],
    ]);
  });

  it('names the row of a quotation mark that never closes [F29]', async () => {
    const long = `a,b\n1,ok\n2,"aldri lukket\n${'3,mer\n'.repeat(20)}`;
    expect(await refusalOf(long)).toMatchObject({ code: 'NOT_READABLE', where: { row: 3 }, params: { reason: 'quote' } });
    const vast = `a,b\n${'1,ok\n'.repeat(500_000)}2,"aldri\n${'3,mer\n'.repeat(900_000)}`;
    expect(await refusalOf(vast)).toMatchObject({ code: 'NOT_READABLE', where: { row: 500_002 } });
  });

  it('keeps formulas as plain text and counts them [F29]', async () => {
    const { inspection, rows } = await readAll(
      await file('kode,svar\nA1,=SUM(A1:A9)\nA2,@import\nA3,-4\nA4,- en liste\nA5,+47 22 22 22 22\nA6,"=HYPERLINK(""x"")"\n'),
    );
    expect(inspection.formulasFound).toBe(3);
    expect(rows.map(([, answer]) => answer)).toEqual(['=SUM(A1:A9)', '@import', '-4', '- en liste', '+47 22 22 22 22', '=HYPERLINK("x")']);
  });
});

describe('workbooks', () => {
  const header = `<row r="1">${textCell('A1', 'Deltaker')}${textCell('B1', 'Alder')}${textCell('C1', 'Dato')}</row>`;

  it('reads text, numbers, dates, booleans and formula results from the chosen sheet [F29]', async () => {
    const xml =
      `${header}<row r="2">${textCell('A2', 'A1')}<c r="B2"><f>17*2</f><v>34</v></c><c r="C2" s="1"><v>45731</v></c></row>` +
      `<row r="4">${textCell('A4', 'A2')}<c r="B4"><v>0.1</v></c><c r="C4" t="b"><v>1</v></c></row><row r="9"><c r="A9" s="1"/></row>`;
    const path = await file(
      buildWorkbook([
        { name: 'Skjult', xml: header, state: 'hidden' },
        { name: 'Svar &amp; mer', xml },
        { name: 'Tom', xml: '' },
      ]),
    );
    const { inspection, rows } = await readAll(path);
    expect(inspection).toMatchObject({
      sheets: ['Svar & mer', 'Tom'],
      rowCount: 3,
      blankRowCount: 1,
      formulasFound: 1,
      reading: { sheet: 'Svar & mer' },
    });
    expect(rows).toEqual([
      ['A1', '34', '2025-03-15'],
      ['A2', '0.1', 'true'],
    ]);
    expect(inspection.sample.map(({ row }) => row)).toEqual([2, 4]);
    expect(await refusal(path, { sheet: 'Tom' })).toMatchObject({ code: 'EMPTY', where: { sheet: 'Tom' } });
    expect(await refusal(path, { sheet: 'Finnes ikke' })).toMatchObject({ code: 'NOT_READABLE', params: { reason: 'sheet' } });
  });

  it('stops a zip bomb whose directory tells the truth, before unpacking, and one that lies, while unpacking [F29]', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024, 32);
    const honest = buildWorkbook([{ name: 'A', xml: header }], [{ name: 'xl/media/bomb.xml', content: zeros }]);
    const lying = buildWorkbook([{ name: 'A', xml: header }], [{ name: 'xl/media/bomb.xml', content: zeros, declaredBytes: 1000 }]);
    expect(honest.length).toBeLessThan(200_000);
    expect(await refusalOf(honest)).toMatchObject({ code: 'ZIP_BOMB' });
    expect(await refusalOf(lying)).toMatchObject({ code: 'ZIP_BOMB' });
    const declared = buildWorkbook([{ name: 'A', xml: header }], [{ name: 'xl/x', content: 'x', declaredBytes: 0xfffffff0 }]);
    expect(await refusalOf(declared)).toMatchObject({ code: 'ZIP_BOMB' });
  });

  it('refuses a few bytes of XML that would become millions of cells [F29]', async () => {
    const far = buildWorkbook([{ name: 'A', xml: `${header}<row r="2"><c r="XFD2"><v>1</v></c></row>` }]);
    expect(await refusalOf(far)).toMatchObject({ code: 'TOO_LARGE', where: { sheet: 'A' }, params: { part: 'columns' } });
    const wide = Array.from({ length: 5000 }, (_, at) => `<row r="${at + 2}"><c r="GJH${at + 2}"><v>1</v></c></row>`).join('');
    expect(await refusalOf(buildWorkbook([{ name: 'A', xml: header + wide }]))).toMatchObject({
      code: 'TOO_LARGE',
      params: { part: 'cells' },
    });
  });

  it('refuses a cut, a damaged, an encrypted and a nameless workbook [F29]', async () => {
    const whole = buildWorkbook([{ name: 'A', xml: `${header}<row r="2">${textCell('A2', 'A1')}</row>` }]);
    expect(await refusalOf(whole.subarray(0, whole.length - 30))).toMatchObject({ code: 'TRUNCATED' });
    expect(await refusalOf(whole.subarray(0, 700))).toMatchObject({ code: 'TRUNCATED' });
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 120);
    expect(['NOT_READABLE', 'TRUNCATED']).toContain((await refusalOf(damaged)).code);
    expect(await refusalOf(buildZip([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]))).toMatchObject({ code: 'ENCRYPTED' });
    expect(await refusalOf(buildZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]))).toMatchObject({ code: 'NOT_READABLE' });
    const ole = Buffer.alloc(4096);
    ole.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'latin1');
    ole.writeUInt16LE(9, 30);
    ole.write('EncryptedPackage', 512, 'utf16le');
    expect(await refusalOf(ole)).toMatchObject({ code: 'ENCRYPTED' });
    ole.write('Workbook\0\0\0\0\0\0\0\0', 512, 'utf16le');
    expect(await refusalOf(ole)).toMatchObject({ code: 'UNSUPPORTED', params: { type: 'xls' } });
  });
});
