import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, somePeople, type Person } from '../core/analysis-fixture.ts';
import { readSav, type SavRow } from '../../electron/core/sav/index.ts';
import { aForm, codes, date } from '../core/entry-fixture.ts';
import { aFilledForm, another, exportRaw, finish, lines, versionOf, type Made } from '../core/raw-files-fixture.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { ProjectId, VersionId, WaveId } from '../../shared/model/ids.ts';
import { aPath } from '../support/a-workspace.ts';
import { z } from 'zod';
import { convert, officeSkip } from '../support/office.ts';
import type { RawFormat } from '../../shared/contract/raw-export.ts';

const csv = (more: Partial<Extract<RawFormat, { kind: 'csv' }>> = {}): RawFormat => ({
  kind: 'csv',
  separator: 'semicolon',
  byteOrderMark: true,
  values: 'codes',
  shape: 'wide',
  ...more,
});

const schema = join(import.meta.dirname, '../../../shared/data/ddi/codebook.xsd');
const isInCi = process.env['CI'] === 'true';
const hasTool = (name: string): boolean => isInCi || spawnSync('which', [name]).status === 0;

/** Puts files in a folder for a program of others, and removes them after. */
function inFolder<T>(made: Made, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'rost-raw-'));
  try {
    for (const [name, bytes] of made.files) writeFileSync(join(folder, name), bytes);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('raw data as separated values', () => {
  it('issue 7.7: both dialects, with and without the mark, hold the same values', async () => {
    const { made } = await aFilledForm();
    using core = made.core;
    const wanted = { choices: { openTexts: true } };
    const nordic = (await exportRaw(core, made, { ...wanted, format: csv() })).files.get('intervjuer.csv');
    const plain = (await exportRaw(core, made, { ...wanted, format: csv({ separator: 'comma', byteOrderMark: false }) })).files.get(
      'intervjuer.csv',
    );
    expect(nordic?.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(plain?.subarray(0, 9).toString()).toBe('interview');
    const [first, second] = lines(nordic);
    expect(first).toMatchObject({ weight: '71,5', since: '2021-04-03', 'how-was-it': `'=1+1 «bra»; "fint" 😀`, helps_what: 'tur i fjæra' });
    expect(second?.['how-was-it']).toContain('Linje én\nLinje to');
    expect(lines(plain, ',').map((line) => ({ ...line, weight: line['weight']?.replace('.', ',') }))).toEqual(lines(nordic));
  });

  it('issue 7.7: labels stand in the place of codes, and reasons in words', async () => {
    const { made } = await aFilledForm();
    using core = made.core;
    const { files } = await exportRaw(core, made, { format: csv({ values: 'labels' }) });
    expect(
      lines(files.get('intervjuer.csv')).map(({ mood, helps_1: one, helps_2: two, first_2: ranked }) => [mood, one, two, ranked]),
    ).toEqual([
      ['Svar 3', 'Ja', 'Nei', '1'],
      ['vet ikke', 'Ja', 'Nei', '1'],
    ]);
  });

  it('issue 7.7: long and wide hold the same numbers', async () => {
    using core = openCore();
    const people = somePeople(60, 7);
    const { projectId } = await makeAnalysisFixture(core, people);
    const which = { projectId, versionId: versionOf(core) };
    const wide = lines((await exportRaw(core, which, { format: csv() })).files.get('intervjuer.csv'));
    const long = await exportRaw(core, which, { format: csv({ shape: 'long' }) });
    const answers = lines(long.files.get('svar.csv'));
    const asked = Object.keys(wide[0] ?? {}).slice(11);
    expect(asked.length).toBeGreaterThan(5);
    expect(answers.length).toBe(wide.length * asked.length);
    expect(long.rows.get('svar.csv')).toBe(answers.length);
    const told = new Map(answers.map(({ interview, column, value }) => [`${interview} ${column}`, value]));
    for (const line of wide) for (const column of asked) expect(told.get(`${line['interview']} ${column}`)).toBe(line[column]);
    for (const { value, missing } of answers) expect(missing).toBe((value ?? '').startsWith('-999') ? '1' : '0');
    expect(lines(long.files.get('intervjuer.csv')).map(({ participant }) => participant)).toEqual(
      wide.map(({ participant }) => participant),
    );
  });
});

describe('raw data as a workbook', () => {
  it('issue 7.7: numbers are numbers, days are days, and a text that looks like a formula is a text', async () => {
    const { made } = await aFilledForm();
    using core = made.core;
    const { files, rows } = await exportRaw(core, made, {
      choices: { openTexts: true, remarks: true },
      format: { kind: 'xlsx', values: 'codes' },
    });
    const bytes = files.get('rådata.xlsx');
    const { sheets } = await readXlsx(bytes ?? Buffer.alloc(0));
    expect(sheets.map(({ name }) => name)).toEqual(['intervjuer', 'member', 'merknader', 'kodebok']);
    expect(rows.get('rådata.xlsx')).toBe(4);
    const [header, first, second] = sheets[0]?.rows ?? [];
    const cell = (name: string, row = first) => row?.[header?.indexOf(name) ?? -1];
    expect([cell('interview'), cell('weight'), cell('mood'), cell('mood', second)]).toEqual([1, 71.5, 3, -9993]);
    expect(cell('how-was-it')).toBe('=1+1 «bra»; "fint" 😀');
    const since = cell('since');
    expect(since instanceof Date ? since.toISOString().slice(0, 10) : since).toBe('2021-04-03');
  });

  it.skipIf(officeSkip('calc') !== null)('issue 7: LibreOffice opens it and shows the values of the CSV', async () => {
    const { made } = await aFilledForm();
    using core = made.core;
    const book = await exportRaw(core, made, { choices: { openTexts: true }, format: { kind: 'xlsx', values: 'codes' } });
    const shown = convert(
      book.files.get('rådata.xlsx') ?? Buffer.alloc(0),
      'bok.xlsx',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true',
    );
    const plain = lines(
      (await exportRaw(core, made, { choices: { openTexts: true }, format: csv({ separator: 'comma' }) })).files.get('intervjuer.csv'),
      ',',
    );
    const unquoted = plain.map((line) => Object.fromEntries(Object.entries(line).map(([name, text]) => [name, text.replace(/^'=/u, '=')])));
    expect(lines(shown).map((line) => ({ ...line, weight: line['weight']?.replace(',', '.') }))).toEqual(unquoted);
  });
});

describe('raw data for statistical programs', () => {
  it('[F10] [F87] keep why a text, a month or a place is missing in a variable of its own, which codebook and DDI know', async () => {
    const made = await aForm([
      { name: 'mood', type: 'one', options: 2 },
      { name: 'why', type: 'open' },
      { name: 'since', type: 'date', dateForm: 'month' },
      { name: 'where', type: 'register', register: 'place' },
      { name: 'why_missing', type: 'one', options: 2 },
    ]);
    using core = made.core;
    const [one, two] = [await another(made), await another(made)];
    for (const name of ['mood', 'why', 'since', 'where'])
      await one.answer(name, { kind: 'missing', reason: name === 'since' ? 'prefer-not-to-say' : 'dont-know' });
    await two.answer('mood', 1);
    await two.answer('why', 'Fordi.');
    await two.answer('since', date('3.2021'));
    for (const { interviewId } of [one, two]) await core.client.interviews.endPartial({ interviewId });
    const files = await exportRaw(core, made, { choices: { openTexts: true }, format: { kind: 'spss' }, extras: { ddi: true } });
    const path = aPath('intervjuer.sav');
    writeFileSync(path, files.files.get('intervjuer.sav') ?? '');
    const reading = await readSav(path);
    const names = reading.file.variables.map(({ name }) => name);
    const rows: SavRow[] = [];
    for await (const batch of reading.batches()) rows.push(...batch.rows);
    await reading.close();
    const valuesOf = (name: string) => rows.map((row) => row[names.indexOf(name)]);
    expect(valuesOf('why')).toEqual(['', 'Fordi.']);
    expect(valuesOf('why_missing_2')).toEqual([-9993, null]);
    expect(valuesOf('since_missing')).toEqual([-9994, null]);
    expect(valuesOf('where_missing')).toEqual([-9993, -9997]);
    const variable = reading.file.variables.find(({ name }) => name === 'since_missing');
    expect(variable).toMatchObject({ label: 'since: hvorfor svaret mangler', kind: 'number', missing: { kind: 'none' } });
    expect(variable?.valueLabels).toContainEqual({ value: -9994, label: 'vil ikke svare' });
    const codebook = lines(files.files.get('kodebok.csv'));
    expect(codebook.filter(({ column }) => column === 'why').map(({ value }) => value)).toEqual(['']);
    expect(codebook.find(({ column, value }) => column === 'why_missing_2' && value === '-9993')).toMatchObject({
      type: 'why',
      missing: '0',
    });
    expect(files.files.get('ddi-codebook.xml')?.toString()).toContain('name="since_missing"');
    // The CSV that the syntax reads is the same table.
    expect(lines(files.files.get('intervjuer.csv'), ',')[0]).toMatchObject({ why: '', why_missing_2: '-9993' });
    expect(files.rows.get('intervjuer.sav')).toBe(2);
  });

  it.each([`${'a'.repeat(62)}_bcd`, `${'å'.repeat(31)}_b`])('[F87] have sets whatever the question is called (%#)', async (name) => {
    const made = await aForm([{ name, type: 'several', options: 3 }]);
    using core = made.core;
    const entry = await another(made);
    await entry.answer(name, codes(1, 2));
    await core.client.interviews.endPartial({ interviewId: entry.interviewId });
    const files = await exportRaw(core, made, { format: { kind: 'spss' } });
    expect(files.files.get('intervjuer.sps')?.toString()).toMatch(/\/MDGROUP NAME=\$[^ ]+/u);
  });
  const script = (folder: string): string => `
GET FILE='${folder}/intervjuer.sav'.
DISPLAY DICTIONARY.
MRSETS /DISPLAY NAME=ALL.
FREQUENCIES /VARIABLES=respekt.
`;

  it.skipIf(!hasTool('pspp'))('[F87] PSPP knows labels, missing codes and the sets of a real project', async () => {
    using core = openCore();
    const people = somePeople(80, 3);
    const { projectId } = await makeAnalysisFixture(core, people);
    const made = await exportRaw(
      core,
      { projectId, versionId: versionOf(core) },
      { format: { kind: 'spss' }, extras: { isPacked: true, ddi: true } },
    );
    expect([...made.files.keys()]).toEqual(['intervjuer.sav', 'intervjuer.sps', 'intervjuer.csv', 'kodebok.csv', 'ddi-codebook.xml']);
    const told = inFolder(made, (folder) => {
      writeFileSync(join(folder, 'look.sps'), script(folder));
      return execFileSync('pspp', [join(folder, 'look.sps')], {
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
    });
    expect(told).toContain('Spørsmål om respekt');
    expect(told).toContain('Helt uenig');
    expect(told).toContain('$brukt');
    const plain = lines((await exportRaw(core, { projectId, versionId: versionOf(core) }, { format: csv() })).files.get('intervjuer.csv'));
    const valid = plain.filter(({ respekt }) => Number(respekt) > 0).length;
    expect(told).toMatch(new RegExp(`N Valid +\\| +${valid}\\|`, 'u'));
    expect(told).toMatch(new RegExp(`Missing *\\| +${plain.length - valid}\\|`, 'u'));
    expect(lines(made.files.get('intervjuer.csv'), ',')).toHaveLength(plain.length);
  });

  it.skipIf(!hasTool('Rscript'))('[F87] haven reads the values of the CSV, and reasons as missing', async () => {
    const { made } = await aFilledForm();
    using core = made.core;
    const spss = await exportRaw(core, made, { choices: { openTexts: true }, format: { kind: 'spss' } });
    const read = inFolder(spss, (folder) =>
      execFileSync(
        'Rscript',
        [
          '-e',
          `d <- haven::read_sav("${folder}/intervjuer.sav", user_na = TRUE); p <- haven::read_sav("${folder}/intervjuer.sav");
           cat(nrow(d), ncol(d), unclass(d$mood), is.na(p$mood), attr(d$mood, "label"), d$weight, format(p$since[1]), d$how_was_it[1], d$helps_1, sep = "|")`,
        ],
        { encoding: 'utf8', timeout: 60_000, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
      ),
    );
    const [rows, , ...values] = read.split('|');
    expect(rows).toBe('2');
    expect(values).toEqual(['3', '-9993', 'FALSE', 'TRUE', 'mood', '71.5', '72.5', '2021-04-03', '=1+1 «bra»; "fint" 😀', '1', '1']);
    const codebook = lines(spss.files.get('kodebok.csv'));
    expect(codebook.find(({ column }) => column === 'how-was-it')).toMatchObject({ spss_name: 'how_was_it', file: 'intervjuer.sav' });
  });
});

describe('weights', () => {
  const people = Array.from({ length: 200 }, (_, at): Person => ({
    code: `R${String(at + 1).padStart(3, '0')}`,
    answers: { tjeneste: { code: at < 120 ? 1 : 2 }, respekt: { code: 1 + (at % 5) } },
  }));

  it.skipIf(!hasTool('Rscript'))('issue 7.6: are a column when they are asked for, and the weight of the system file', async () => {
    using core = openCore();
    const { projectId, variables } = await makeAnalysisFixture(core, people);
    const which = { projectId, versionId: versionOf(core) };
    expect((await core.client.rawExport.versions({ projectId })).hasWeights).toBe(false);
    const counts = [
      { keys: ['1'], count: 200 },
      { keys: ['2'], count: 200 },
    ];
    const weighting = { name: 'Tjeneste', source: 'Fagsystemet', countedOn: '2025-02-01', margins: [{ by: variables.tjeneste, counts }] };
    await core.client.analysis.setWeighting({ projectId, weighting });
    expect((await core.client.rawExport.versions({ projectId })).hasWeights).toBe(true);
    const without = lines((await exportRaw(core, which, { format: csv() })).files.get('intervjuer.csv'));
    expect(Object.keys(without[0] ?? {})).not.toContain('weight');
    const made = await exportRaw(core, which, { format: { kind: 'spss' }, extras: { weights: true, ddi: true } });
    expect(made.files.get('ddi-codebook.xml')?.toString()).toContain('wgt="wgt"');
    const told = inFolder(made, (folder) =>
      execFileSync(
        'Rscript',
        [
          '-e',
          `d <- haven::read_sav("${folder}/intervjuer.sav"); cat(sum(d$weight), tapply(d$weight, unclass(d$tjeneste), sum), sep = "|")`,
        ],
        { encoding: 'utf8', timeout: 60_000 },
      ),
    );
    const [all, first, second] = told.split('|').map(Number);
    expect(all).toBeCloseTo(200, 6);
    expect([first, second]).toEqual([expect.closeTo(100, 6), expect.closeTo(100, 6)]);
    // Next time the dialog begins with what was chosen.
    expect((await core.client.rawExport.versions({ projectId })).last).toMatchObject({
      format: { kind: 'spss' },
      extras: { weights: true },
    });
  });
});

describe('DDI-Codebook', () => {
  it.skipIf(!existsSync(schema) || !hasTool('xmllint'))(
    '[F88] is valid against the 2.5 schema, and holds no numbers of answers',
    async () => {
      const { made } = await aFilledForm();
      using core = made.core;
      const { files } = await exportRaw(core, made, { choices: { openTexts: true }, format: csv(), extras: { ddi: true } });
      const xml = files.get('ddi-codebook.xml')?.toString('utf8') ?? '';
      const told = inFolder({ releaseNumber: 1, rows: new Map(), files: new Map([['ddi.xml', Buffer.from(xml)]]) }, (folder) =>
        spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(folder, 'ddi.xml')], { encoding: 'utf8' }),
      );
      expect(told.stderr).toContain('validates');
      expect(xml).toContain('<varGrp ID="F1G1" type="multipleResp" name="helps"');
      expect(xml).toContain('<catgry missing="Y"><catValu>-9993</catValu>');
      expect(xml).toContain('<caseQnty>2</caseQnty>');
      expect(xml).not.toContain('catStat');
      expect(xml).not.toContain('ssn');
    },
  );

  it('[F88] tells of who took part only what has been released, with the number of the release', async () => {
    const path = aPath('Svar.rost');
    buildSample(path);
    using core = openCore();
    await core.client.workspace.open({ path });
    const row = core.session.workspace.sql.get(
      z.object({ project_id: ProjectId, wave_id: WaveId, version_id: VersionId }),
      'SELECT project_id, wave_id, version_id FROM interview GROUP BY wave_id ORDER BY count(*) DESC LIMIT 1',
    );
    if (row === undefined) throw new Error('the sample has interviews');
    const which = { projectId: row.project_id, versionId: row.version_id };
    const ddi = async (): Promise<string> =>
      (await exportRaw(core, which, { format: csv(), extras: { ddi: true } })).files.get('ddi-codebook.xml')?.toString() ?? '';
    expect(await ddi()).not.toContain('respRate');
    const released = await finish(
      core.client.fieldwork.exportResponse({
        projectId: row.project_id,
        waveId: row.wave_id,
        format: 'csv',
        language: 'nb',
        recipient: 'Alle',
      }),
    );
    const told = /<respRate[^>]*>([^<]+)</u.exec(await ddi())?.[1] ?? '';
    expect(told).toContain(String(released.releaseNumber));
    expect(told).toMatch(/\d/u);
  }, 60_000);
});
