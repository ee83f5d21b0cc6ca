import { describe, expect, it } from 'vitest';
import { writeXlsx, type CellValue } from 'hucre';
import { openFolder, readAll } from './survey-reading-fixture.ts';
import { buildWorkbook } from './zip-fixture.ts';

const { file } = openFolder();
const rows = (count: number, row: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => row(at));
const workbook = async (header: readonly string[], body: readonly (readonly CellValue[])[]): Promise<string> =>
  file(await writeXlsx({ sheets: [{ name: 'Ark1', rows: [[...header], ...body.map((cells) => [...cells])] }] }));
const kinds = ({ inspection }: Awaited<ReturnType<typeof readAll>>): unknown =>
  inspection.proposal.questions.map(({ kind, label }) => `${label}: ${kind}`);

describe('codes that are written in digits', () => {
  it('keep the zeros they begin with: postal codes and numbers of municipalities are no amounts [F29]', async () => {
    const text = [
      'Deltakernr;Postnr;Kommune;Alder;Uker',
      ...rows(
        40,
        (at) => `00${at + 10};${String(150 + ((at * 307) % 9000)).padStart(4, '0')};${['0301', '1103', '4601'][at % 3]};${20 + at};0,5`,
      ),
    ];
    const read = await readAll(await file(text.join('\n')));
    expect(kinds(read)).toEqual(['Postnr: open', 'Kommune: closed', 'Alder: number', 'Uker: number']);
    expect(read.interpreted[0]).toMatchObject({
      respondentCode: '0010',
      answers: [{ kind: 'text', text: '0150' }, { kind: 'code' }, {}, {}],
    });
  });

  it('are told from padded days and ages, and from a lone number with a zero before it [F29]', async () => {
    const text = ['Dag;Antall', ...rows(40, (at) => `${String((at % 28) + 1).padStart(2, '0')};${at === 7 ? '0110' : 100 + at * 37}`)];
    expect(kinds(await readAll(await file(text.join('\n'))))).toEqual(['Dag: number', 'Antall: number']);
  });
});

describe('numbers of a workbook', () => {
  it('that are true numbers are the same beside texts with a decimal comma [F29]', async () => {
    const path = await workbook(
      ['Nr', 'Vekt', 'Timer', 'Blandet'],
      Array.from({ length: 12 }, (_, at) => [at + 1, `${60 + at},5`, at + 1.234, at % 2 === 0 ? at + 0.125 : `${at},25`]),
    );
    const { inspection, interpreted } = await readAll(path);
    expect(inspection.reading.decimalSign).toBe(',');
    expect(interpreted[0]?.answers).toMatchObject([{ number: 60.5 }, { number: 1.234 }, { number: 0.125 }]);
    expect(interpreted[11]?.answers).toMatchObject([{ number: 71.5 }, { number: 12.234 }, { number: 11.25 }]);
    expect(interpreted.flatMap(({ problems }) => problems)).toEqual([]);
    // However a person chooses, a true number says itself.
    expect((await readAll(path, { decimalSign: '.' })).interpreted[0]?.answers[1]).toMatchObject({ number: 1.234 });
  });

  it('keep all digits of whole ones: two participants are not made one [F29]', async () => {
    const path = await workbook(
      ['Deltakernr', 'Alder'],
      Array.from({ length: 12 }, (_, at) => [1_234_567_890_123_400 + at, 30 + at]),
    );
    const { inspection, interpreted } = await readAll(path);
    expect(inspection.proposal.columns[0]?.role).toBe('respondentCode');
    expect(interpreted.slice(0, 2).map((row) => row.respondentCode)).toEqual(['1234567890123400', '1234567890123401']);
  });

  it('that are times of no day are times, not days in 1899 [F29]', async () => {
    const path = await workbook(
      ['Nr', 'Klokken'],
      Array.from({ length: 12 }, (_, at) => [at + 1, new Date(Date.UTC(1899, 11, 31, 8 + at, 5, at === 3 ? 7 : 0))]),
    );
    const { rows: cells, inspection } = await readAll(path);
    expect(cells.slice(0, 4).map(([, time]) => time)).toEqual(['08:05', '09:05', '10:05', '11:05:07']);
    expect(inspection.proposal.questions.map(({ kind }) => kind)).not.toContain('date');
  });
});

describe('formulas of a workbook', () => {
  const text = (place: string, words: string): string => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const head = `<row r="1">${text('A1', 'Nr')}${text('B1', 'Sum')}${text('C1', 'Merknad')}</row>`;
  const sheet = (row: (at: number) => string): Buffer =>
    buildWorkbook([
      {
        name: 'A',
        xml:
          head +
          Array.from({ length: 12 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>${at}</v></c>${row(at + 2)}</row>`).join(''),
      },
    ]);

  it('whose results are not in the file are counted by themselves: their answers are not there to be read [F29]', async () => {
    const cells = (row: number): string =>
      row === 2
        ? `<c r="B2"><f>A2*2</f><v>4</v></c><c r="C2" t="str"><f>""</f><v></v></c>`
        : `<c r="B${row}"><f>A${row}*2</f>${row % 2 === 0 ? '<v></v>' : ''}</c>`;
    const { inspection, rows: read } = await readAll(await file(sheet(cells)));
    expect(inspection).toMatchObject({ formulasFound: 13, formulasEmpty: 11 });
    expect(read.slice(0, 2).map(([, sum]) => sum)).toEqual(['4', '']);
  });

  it('and cells with a colour only, out to the last column, keep no file out [F29]', async () => {
    const { inspection } = await readAll(await file(sheet((row) => `<c r="B${row}"><v>${row}</v></c><c r="XFD${row}" s="1"/>`)));
    expect(inspection).toMatchObject({ rowCount: 12, formulasFound: 0, formulasEmpty: 0, reading: { columnCount: 3 } });
  });
});

describe('open answers', () => {
  it('in words that are a reason elsewhere stay what somebody wrote [F29]', async () => {
    const said = ['Usikker', 'Mangler', 'Det gikk bra', 'Vet ikke', 'Vi fikk hjelp av naboen den første uken, og så av kommunen'];
    const path = await file(['Nr;Hvordan har du det?', ...rows(30, (at) => `${at + 1};${said[at] ?? `Noe annet ${at}`}`)].join('\n'));
    const { interpreted } = await readAll(path);
    expect(interpreted.slice(0, 4).map(({ answers }) => answers[0])).toMatchObject([
      { kind: 'text', text: 'Usikker' },
      { kind: 'text', text: 'Mangler' },
      { kind: 'text' },
      { kind: 'missing', reason: 'dont-know' },
    ]);
  });
});

describe('boxes of LimeSurvey', () => {
  const header = 'id,submitdate,lastpage,"Q1[SQ001]","Q1[SQ002]","Q1[SQ003]",Q2';

  it('are one question where only one of them was ever ticked [F29]', async () => {
    const text = [header, ...rows(20, (at) => `${at + 1},2026-01-01,5,,${at % 3 === 0 ? 'Y' : ''},,A${at % 3}`)];
    const { inspection, interpreted } = await readAll(await file(text.join('\n')));
    expect(inspection.proposal.questions.map(({ kind, columns }) => ({ kind, columns }))).toEqual([
      { kind: 'multiple', columns: [3, 4, 5] },
      { kind: 'closed', columns: [6] },
    ]);
    expect(interpreted[0]?.answers[0]).toMatchObject({ kind: 'codes', codes: [2] });
  });

  it('are questions of their own where somebody answered no [F29]', async () => {
    const text = [header, ...rows(20, (at) => `${at + 1},2026-01-01,5,,${at % 3 === 0 ? 'Y' : 'N'},,A${at % 3}`)];
    expect((await readAll(await file(text.join('\n')))).inspection.proposal.questions.map(({ kind }) => kind)).toEqual([
      'closed',
      'closed',
    ]);
  });
});
