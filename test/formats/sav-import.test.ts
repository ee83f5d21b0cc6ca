import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createRowInterpreter,
  inspectSurveyFile,
  isReadingError,
  readSurveyRows,
} from '../../electron/core/features/exchange/reading/index.ts';
import { noMissing, type SavFile, type SavMissing, type SavRow, type SavVariable } from '../../electron/core/sav/index.ts';
import type { AssignedRole } from '../../shared/contract/exchange.ts';
import type { InterpretedRow, SurveyFileInspection, SurveyMapping } from '../../shared/model/survey-file.ts';
import { finish, importFile, inspect, openEmptyWorkspace, pluck, upload } from '../core/survey-upload-fixture.ts';
import { savBytes } from './sav-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-sav-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const none: SavVariable = {
  name: '',
  label: '',
  kind: 'number',
  width: 0,
  decimals: 0,
  measure: 'nominal',
  valueLabels: [],
  missing: noMissing,
};
const missing: SavMissing = { kind: 'range', low: -9, high: -1 };
const pairs = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value: Number(value), label }));

const variables: SavVariable[] = [
  { ...none, name: 'deltaker', kind: 'string', width: 6, label: 'Løpenummer' },
  { ...none, name: 'dato', kind: 'date', label: 'Når ble intervjuet holdt?' },
  {
    ...none,
    name: 'kjonn',
    label: 'Hvilket kjønn har du?',
    valueLabels: pairs({ 1: 'Kvinne', 2: 'Mann', 5: 'Ikke-binær', [-1]: 'Vil ikke svare' }),
    missing,
  },
  {
    ...none,
    name: 'tilfreds',
    label: 'Hvor fornøyd er du?',
    measure: 'ordinal',
    valueLabels: pairs({
      1: 'Svært fornøyd',
      2: 'Fornøyd',
      3: 'Verken eller',
      4: 'Misfornøyd',
      5: 'Svært misfornøyd',
      [-2]: 'Vet ikke',
      [-9]: 'Ikke spurt',
    }),
    missing,
  },
  {
    ...none,
    name: 'trygg',
    label: 'Hvor trygg er du, fra 0 til 10?',
    measure: 'scale',
    valueLabels: pairs({ 0: 'Slett ikke trygg', 10: 'Helt trygg' }),
    missing,
  },
  {
    ...none,
    name: 'alder',
    label: 'Alder',
    measure: 'scale',
    valueLabels: pairs({ 100: '100 eller mer', [-1]: 'Vil ikke svare' }),
    missing,
  },
  ...[1, 2, 9].map((code, at): SavVariable => ({
    ...none,
    name: `stotte_${code}`,
    label: `Hva er til hjelp?: ${['Venner', 'Familie', 'Annet'][at]}`,
    valueLabels: pairs({ 0: 'Nei', 1: 'Ja', [-9]: 'Ikke spurt' }),
    missing,
  })),
  { ...none, name: 'viktig', kind: 'string', width: 200, label: 'Hva er viktigst for deg?' },
  {
    ...none,
    name: 'fylke',
    kind: 'string',
    width: 2,
    label: 'Hvor bor du?',
    valueLabels: [
      { value: 'N', label: 'Nordvik' },
      { value: 'S', label: 'Sørvik' },
    ],
  },
];
const rows: SavRow[] = [
  ['D001', '2026-03-28', 1, 1, 0, 34, 1, 0, 0, 'Å bli hørt', 'N'],
  ['D002', '2026-03-29', 2, 5, 7, 61, 1, 1, 0, 'Tid; ro,\nog noen å snakke med', 'S'],
  ['D003', '1969-12-31', 5, -2, 10, 100, -9, -9, -9, '', 'S'],
  ['D004', null, -1, -9, -3, -1, 0, 0, 0, '=1+1', 'N'],
  ['D005', '2026-10-25', 1, 3, null, null, null, null, null, '😀', ''],
];
const file: SavFile = {
  label: 'Brukerne i Fjordvik',
  variables,
  sets: [{ kind: 'dichotomy', name: '$stotte', label: 'Hva er til hjelp?', counted: 1, variables: ['stotte_1', 'stotte_2', 'stotte_9'] }],
  weight: null,
  documents: [],
};

let counter = 0;
function written(made = { file, rows }): string {
  const path = join(folder, `undersokelse-${(counter += 1)}.sav`);
  writeFileSync(path, savBytes(made));
  return path;
}

async function lookAt(path: string): Promise<{ inspection: SurveyFileInspection; read: InterpretedRow[] }> {
  const inspection = await inspectSurveyFile(path);
  const interpret = createRowInterpreter(inspection.proposal);
  const read: InterpretedRow[] = [];
  for await (const batch of readSurveyRows(path, inspection.reading)) {
    for (const [at, cells] of batch.rows.entries()) read.push(interpret(cells, batch.rowNumbers[at] ?? 0));
  }
  return { inspection, read };
}

describe('an SPSS file as a survey', () => {
  it('has its value labels as options with their codes, its labels as wording, its sets as several answers [F29] [F87]', async () => {
    const { inspection } = await lookAt(written());
    expect(inspection).toMatchObject({ format: 'sav', rowCount: 5, blankRowCount: 0 });
    expect(inspection.columns[2]?.header).toEqual(['kjonn', 'Hvilket kjønn har du?']);
    const { proposal } = inspection;
    expect(proposal.columns.map(({ role }) => role)).toEqual([
      'respondentCode',
      'date',
      'closed',
      'closed',
      'closed',
      'number',
      'multiple',
      'multiple',
      'multiple',
      'open',
      'closed',
    ]);
    const byLabel = new Map(proposal.questions.map((question) => [question.label, question]));
    expect(byLabel.get('Hvilket kjønn har du?')).toMatchObject({
      kind: 'closed',
      options: [
        { code: 1, label: 'Kvinne' },
        { code: 2, label: 'Mann' },
        { code: 5, label: 'Ikke-binær' },
      ],
      missing: expect.arrayContaining([{ text: 'Vil ikke svare', reason: 'prefer-not-to-say' }]) as unknown,
    });
    expect(byLabel.get('Hvor fornøyd er du?')).toMatchObject({ kind: 'closed', scale: { id: 'satisfaction', direction: 'highToLow' } });
    expect(byLabel.get('Hvor trygg er du, fra 0 til 10?')).toMatchObject({
      options: [
        { code: 0, label: 'Slett ikke trygg' },
        { code: 7, label: '7' },
        { code: 10, label: 'Helt trygg' },
      ],
    });
    expect(byLabel.get('Hva er til hjelp?')).toMatchObject({
      kind: 'multiple',
      form: 'indicator',
      options: [
        { code: 1, label: 'Venner', column: 6 },
        { code: 2, label: 'Familie', column: 7 },
        { code: 9, label: 'Annet', column: 8 },
      ],
    });
    expect(byLabel.get('Når ble intervjuet holdt?')).toMatchObject({ kind: 'date', dateForm: 'iso', ambiguous: false });
  });

  it('is read without a problem: codes, reasons, dates, numbers, texts as they are', async () => {
    const { inspection, read } = await lookAt(written());
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    const keyOf = (label: string): string => inspection.proposal.questions.find((question) => question.label === label)?.key ?? '';
    const answers = (label: string) => read.map((row) => row.answers.find(({ questionKey }) => questionKey === keyOf(label)));
    expect(read.map(({ respondentCode }) => respondentCode)).toEqual(['D001', 'D002', 'D003', 'D004', 'D005']);
    expect(answers('Når ble intervjuet holdt?').map((answer) => (answer?.kind === 'date' ? answer.date : answer?.kind))).toEqual([
      '2026-03-28',
      '2026-03-29',
      '1969-12-31',
      'missing',
      '2026-10-25',
    ]);
    const told = (label: string) =>
      answers(label).map((answer) => {
        if (answer?.kind === 'code') return answer.code;
        if (answer?.kind === 'codes') return answer.codes;
        if (answer?.kind === 'number') return answer.number;
        if (answer?.kind === 'text') return answer.text;
        return answer?.kind === 'missing' ? answer.reason : null;
      });
    expect(told('Hvilket kjønn har du?')).toEqual([1, 2, 5, 'prefer-not-to-say', 1]);
    expect(told('Hvor fornøyd er du?')).toEqual([1, 5, 'dont-know', 'not-asked', 3]);
    expect(told('Hvor trygg er du, fra 0 til 10?')).toEqual([0, 7, 10, 'not-recorded', 'not-recorded']);
    expect(told('Alder')).toEqual([34, 61, 100, 'prefer-not-to-say', 'not-recorded']);
    expect(told('Hva er til hjelp?')).toEqual([[1], [1, 2], 'not-asked', [], 'not-recorded']);
    expect(told('Hva er viktigst for deg?')).toEqual(['Å bli hørt', 'Tid; ro,\nog noen å snakke med', 'not-recorded', '=1+1', '😀']);
    expect(told('Hvor bor du?')).toEqual([1, 2, 2, 1, 'not-recorded']);
  });

  it('is imported whole, under its own codes and the names of its variables [F29]', async () => {
    using core = await openEmptyWorkspace();
    const result = await importFile(core, written());
    expect(result).toMatchObject({ state: 'imported', rowsInFile: 5, rowsImported: 5, emptiedCount: 0 });
    const name = "SELECT group_concat(name, ' ') FROM (SELECT name FROM variable ORDER BY name)";
    expect(pluck(core, name)).toContain('kjonn');
    const codes =
      "SELECT group_concat(code, ' ') FROM (SELECT code FROM answer WHERE question_key = (SELECT key FROM question WHERE wording LIKE '%Hvilket kjønn%') AND code IS NOT NULL ORDER BY interview_key)";
    expect(pluck(core, codes)).toBe('1 2 5 1');
  });

  it('keeps its codes when a person makes a column something else and back, or takes a set apart', async () => {
    using core = await openEmptyWorkspace();
    const ticket = await upload(core, written());
    const { reading, proposal } = await inspect(core, ticket);
    const assign = async (mapping: SurveyMapping, column: number, role: AssignedRole) =>
      (await finish(core.client.exchange.assignRole({ ticket, reading, mapping, column, role }))).output.mapping;
    const back = await assign(await assign(proposal, 2, 'open'), 2, 'closed');
    expect(back.questions.find(({ columns }) => columns.includes(2))).toMatchObject({
      kind: 'closed',
      options: [
        { code: 1, label: 'Kvinne' },
        { code: 2, label: 'Mann' },
        { code: 5, label: 'Ikke-binær' },
      ],
    });
    const apart = await assign(proposal, 6, 'apart');
    expect(apart.questions.filter(({ columns }) => columns.some((column) => column >= 6 && column <= 8))).toHaveLength(3);
  });

  it('with a set of categories is one question with several answers', async () => {
    const places = ['sted1', 'sted2'].map((name): SavVariable => ({
      ...none,
      name,
      label: 'Hvor var du?',
      valueLabels: pairs({ 3: 'Hjemme', 4: 'Ute', 99: 'Ubesvart' }),
      missing: { kind: 'discrete', values: [99] },
    }));
    const made = {
      file: {
        ...file,
        variables: places,
        sets: [{ kind: 'category', name: '$sted', label: 'Hvor var du?', variables: ['sted1', 'sted2'] } as const],
      },
      rows: [
        [3, 4],
        [4, null],
        [99, 99],
      ],
    };
    const { inspection, read } = await lookAt(written(made));
    expect(inspection.proposal.questions).toMatchObject([
      { kind: 'multiple', form: 'listed', columns: [0, 1], options: [{ code: 3 }, { code: 4 }] },
    ]);
    expect(read.map(({ answers: [answer] }) => (answer?.kind === 'codes' ? answer.codes : answer?.kind))).toEqual([[3, 4], [4], 'missing']);
  });

  it('that has no cases, or only blank ones, is refused as empty', async () => {
    for (const cases of [[], [variables.map(({ kind }) => (kind === 'string' ? '' : null))]]) {
      await expect(lookAt(written({ file, rows: cases }))).rejects.toMatchObject({ code: 'EMPTY', params: { part: 'rows' } });
    }
  });

  it('that is cut off is refused with its case', async () => {
    const bytes = savBytes({ file, rows });
    const path = join(folder, 'cut.sav');
    writeFileSync(path, bytes.subarray(0, bytes.length - 40));
    const error: unknown = await lookAt(path).catch((thrown: unknown) => thrown);
    expect(isReadingError(error) && error.code).toBe('TRUNCATED');
    expect(isReadingError(error) ? error.where.row : 0).toBeGreaterThanOrEqual(4);
  });
});
