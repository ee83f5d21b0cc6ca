import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { readForm, writeForm, type FormBook, type FormSheet, type SheetCell, type SheetRow } from '../../shared/xlsform/index.ts';
import { isReadingError } from '../../electron/core/features/exchange/reading/index.ts';
import { readBook } from '../../electron/core/features/xlsform/read-book.ts';
import { book, formFiles, formsFolder, words } from './xlsform-fixture.ts';

const isLong = process.env['ROST_LONG'] === '1';
const sheetRounds = isLong ? 5000 : 300;
const byteRounds = isLong ? 1000 : 60;
const folder = mkdtempSync(join(tmpdir(), 'rost-xlsform-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Mulberry32: the same numbers for the same seed everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Everything that a form can hold and a person can get wrong, in four languages and with our own columns. */
const own = book({
  survey: [
    [
      'type',
      'name',
      'label::Norsk (nb)',
      'label::Svenska',
      'hint::nb',
      'required',
      'relevant',
      'constraint',
      'constraint_message::nb',
      'calculation',
      'choice_filter',
      'repeat_count',
      'parameters',
      'appearance',
      'default',
      'app::missing',
      'app::type',
      'app::soft_constraint',
      'internt',
    ],
    ['start', 'start'],
    ['acknowledge', 'samtykke', 'Vil du delta?', 'Vill du delta?', '', 'yes'],
    ['begin group', 'del1', 'Hjelpen', 'Hjälpen', '', '', "selected(${samtykke}, '1')"],
    ['integer', 'alder', 'Alder', 'Ålder', '', 'yes', '', '. >= 0 and . <= 120', '', '', '', '', '', '', '', 'P', '', '. < 100'],
    ['begin group', 'inne', 'Tenk på', 'Tänk på', '', '', '${alder} > 17', '', '', '', '', '', '', 'table-list'],
    ['select_one enig', 'a', 'Tid', 'Tid', '', '', '', '', '', '', '', '', '', '', '', 'V P'],
    ['select_one enig', 'b', 'Sted', 'Plats', '', '', '${a} = 1'],
    ['end group'],
    [
      'select_multiple hjelp or_other',
      'hjelp',
      'Hva slags hjelp?',
      'Vilken hjälp?',
      '',
      '${alder} > 30',
      '',
      'count-selected(.) <= 3',
      'Høyst tre',
      '',
      '',
      '',
      'randomize=true',
    ],
    ['end group'],
    ['begin repeat', 'barn', 'Barn', 'Barn', '', '', '', '', '', '', '', '2'],
    ['text', 'fornavn', 'Navn', 'Namn'],
    ['range', 'tilfreds', 'Hvor tilfreds?', 'Hur nöjd?', '', '', '', '', '', '', '', '', 'start=0 end=10 step=1'],
    ['end repeat'],
    ['geopoint', 'sted', 'Hvor?', 'Var?'],
    ['calculate', 'sum', '', '', '', '', '', '', '', '${alder} * 2'],
    [
      'select_one kommune',
      'kommune',
      'Kommune',
      'Kommun',
      '',
      '',
      '',
      '',
      '',
      '',
      'fylke = ${alder}',
      '',
      '',
      '',
      'nord',
      '',
      '',
      '',
      'til oss',
    ],
    ['note', '', 'Takk', 'Tack'],
    ['', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 'bare en merknad'],
  ],
  choices: [
    ['list_name', 'name', 'label::Norsk (nb)', 'label::Svenska', 'fylke', 'app::exclusive', 'app::specify'],
    ['enig', '1', 'Helt enig', 'Instämmer helt'],
    ['enig', '2', 'Uenig', 'Instämmer inte'],
    ['hjelp', 'tid', 'Tid', 'Tid'],
    ['hjelp', 'ingen', 'Ingen', 'Ingen', '', 'yes'],
    ['hjelp', 'annen', 'Annen', 'Annan', '', '', 'yes'],
    ['kommune', 'nord', 'Nord', 'Norr', '1'],
    ['kommune', 'sor', 'Sør', 'Söder', '2'],
    ['ubrukt', 'x', 'X', 'X'],
  ],
  settings: [
    ['form_title', 'form_id', 'version'],
    ['Undersøkelse', 'u1', 3],
  ],
  notater: [
    ['her', 1, true],
    ['', 'der'],
  ],
});

const nasty: readonly SheetCell[] = [
  '',
  ' ',
  'type',
  'name',
  'label',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
  'select_one',
  'select_one enig',
  'select_multiple kommune or_other',
  'rank enig',
  'range',
  'note',
  'text',
  'a',
  'barn',
  'meta',
  '1a',
  '__proto__',
  'constructor',
  '@list',
  '${a}',
  '${finnesikke} = 1',
  "selected(${a}, '1') and (",
  '((((((((((',
  "'",
  '../a = 1',
  'true()',
  'yes',
  'no',
  '. >= 1',
  '. >= 0 and . <= 5',
  'start=5 end=1',
  'table-list',
  'field-list',
  'list-nolabel',
  'label',
  'or_other',
  'label::nb',
  'label::Polski (pl)',
  'app::code',
  'app::constraint_1',
  'app::group',
  'lead auto',
  'section auto',
  'app::specify_of',
  'hjelp',
  'app::scale',
  'app::shared',
  'bind:relevant',
  'caption',
  'disabled',
  '=1+1',
  '#N/A',
  'æøå 🍔 您好',
  '\uD800',
  'a\u0000b',
  'a\r\nb',
  '_x0041_',
  'x'.repeat(300),
  0,
  1,
  -1,
  3.5,
  1e21,
  Number.NaN,
  true,
  false,
  null,
];

const forms: FormBook[] = [own];
beforeAll(async () => {
  for (const name of formFiles) forms.push((await readBook(join(formsFolder, name))).book);
});

function mutate(form: FormBook, next: () => number): FormBook {
  const sheets = form.sheets.map(({ name, rows, columnOffset }) => ({
    name,
    columnOffset,
    rows: rows.slice(0, 80).map(({ row, cells }) => ({ row, cells: [...cells] })),
  }));
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  const count = 1 + Math.floor(next() * 6);
  for (let turn = 0; turn < count; turn += 1) {
    const sheet = pick(sheets);
    const row = pick(sheet?.rows ?? []);
    const other = pick(sheet?.rows ?? []);
    if (sheet === undefined || row === undefined || other === undefined) continue;
    const column = Math.floor(next() * (row.cells.length + 1));
    const what = Math.floor(next() * 10);
    if (what < 4) row.cells[column] = pick(nasty) ?? null;
    else if (what === 4) [row.cells[column], other.cells[column]] = [other.cells[column] ?? null, row.cells[column] ?? null];
    else if (what === 5) row.cells.splice(column, 1);
    else if (what === 6) sheet.rows.splice(sheet.rows.indexOf(row), 1);
    else if (what === 7) sheet.rows.splice(sheet.rows.indexOf(other), 0, { row: other.row, cells: [...row.cells] });
    else if (what === 8) [row.cells, other.cells] = [other.cells, row.cells];
    else if (next() < 0.3) sheets.splice(sheets.indexOf(sheet), 1);
    else sheet.name = String(pick(nasty));
  }
  return {
    sheets: sheets.map(({ name, rows, columnOffset }): FormSheet => ({
      name,
      rows: rows as SheetRow[],
      ...(columnOffset === undefined ? {} : { columnOffset }),
    })),
  };
}

function check(form: FormBook, seed: number): void {
  const read = readForm(form, { name: 'Skjema', words, fallback: 'nb' });
  for (const { severity, sheet, row, column } of read.problems) {
    expect(sheet === '' || form.sheets.some(({ name }) => name === sheet), `seed ${seed}: sheet`).toBe(true);
    expect(/^[A-Z]*$/u.test(column) && row >= 0 && (severity === 'warning' || row > 0 || sheet === ''), `seed ${seed}: place`).toBe(true);
  }
  if (read.errorCount > 0) return;
  const parsed = QuestionnaireSpec.safeParse(read.spec);
  expect(parsed.success ? null : parsed.error.issues[0], `seed ${seed}: model`).toBeNull();
  const again = readForm(writeForm(read.spec, words), { name: 'Skjema', words, fallback: 'nb' });
  expect(
    again.problems.filter(({ severity }) => severity === 'error'),
    `seed ${seed}: errors on the way back`,
  ).toEqual([]);
  expect(again.spec, `seed ${seed}: the way back`).toEqual(read.spec);
}

describe('forms with mistakes in them', () => {
  it(
    `${sheetRounds} changed forms give a questionnaire that comes back the same, or errors with their places [F16] [F17]`,
    { timeout: 600_000 },
    () => {
      for (let seed = 1; seed <= sheetRounds; seed += 1) {
        const next = random(seed);
        // Half of them from the form that has everything in it.
        const form = next() < 0.5 ? own : (forms[Math.floor(next() * forms.length)] ?? own);
        check(mutate(form, next), seed);
      }
    },
  );

  it(`${byteRounds} damaged files are read or refused, and never bring anything down [F16]`, { timeout: 600_000 }, async () => {
    const names = formFiles.filter((name) => name !== 'bad-extra_columns.xls');
    for (let seed = 1; names.length > 0 && seed <= byteRounds; seed += 1) {
      const next = random(seed + 1_000_000);
      const bytes = readFileSync(join(formsFolder, names[Math.floor(next() * names.length)] ?? ''));
      const flips = 1 + Math.floor(next() * 20);
      for (let turn = 0; turn < flips; turn += 1) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      const path = join(folder, 'damaged');
      writeFileSync(path, next() < 0.1 ? bytes.subarray(0, Math.floor(next() * bytes.length)) : bytes);
      try {
        readForm((await readBook(path)).book, { name: 'Skjema', words, fallback: 'nb' });
      } catch (error) {
        expect(isReadingError(error), `seed ${seed}: ${String(error)}`).toBe(true);
      }
    }
  });
});
