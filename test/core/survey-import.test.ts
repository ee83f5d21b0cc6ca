import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surveyFileMegabytes } from '../../shared/contract/exchange.ts';
import type { RostEvent } from '../../shared/contract/events.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { readingLimits } from '../../electron/core/features/exchange/reading/index.ts';
import { buildWorkbook, textCell } from '../formats/zip-fixture.ts';
import { finish, hashTables, importFile, importInput, inspect, openEmptyWorkspace, pluck, upload } from './survey-upload-fixture.ts';

const surveys = join(import.meta.dirname, '../../../shared/data/surveys');
const hasSurveys = existsSync(surveys);
if (!hasSurveys) console.warn('skipped: ../shared/data/surveys is absent, so real survey files are not imported');
const osposurvey = join(surveys, 'osposurvey/2020.csv');
const comments = join(surveys, 'comments/patient-comments-multilabel.csv');

const folder = mkdtempSync(join(tmpdir(), 'rost-import-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Records below the header rows, and those of them with something in them, counted by python's csv module. */
function countByPython(path: string, above: number): { rows: number; filled: number } | null {
  const script =
    'import csv,sys,json\ncsv.field_size_limit(10**9)\nr=list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))[int(sys.argv[2]):]\n' +
    'print(json.dumps({"rows":len(r),"filled":sum(1 for x in r if any(c.strip() for c in x))}))';
  try {
    // The script prints exactly this object.
    return JSON.parse(execFileSync('python3', ['-c', script, path, String(above)], { encoding: 'utf8' })) as {
      rows: number;
      filled: number;
    };
  } catch {
    return null;
  }
}

const small = {
  name: 'brukere.csv',
  content: [
    'Deltaker;Dato;Alder;Fornøyd;Tillit;Hva var viktig? [Tid];Hva var viktig? [Sted];Hva var viktig? [Annet];Si mer',
    'A1;19.03.2026;34;Enig;Helt enig;1;0;;Noen som hørte etter',
    'A2;20.03.2026;41,5;Uenig;Enig;0;0;;',
    'A1;21.03.2026;29;Vet ikke;Verken enig eller uenig;1;1;;Møtene var for lange',
    'A4;22.03.2026;55;Helt enig;Helt uenig;;;;=1+1',
    ';;;;;;;;',
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `B${at};23.03.2026;${at + 30};${['Helt uenig', 'Uenig', 'Verken enig eller uenig', 'Enig'][at % 4]};${['Helt enig', 'Enig', 'Uenig', 'Helt uenig'][at % 4]};1;;;`,
    ),
  ].join('\n'),
};

describe.skipIf(!hasSurveys)('real survey files', () => {
  it('imports every row of a file with two header rows and 378 blank ones, as one operation [F29] [F48]', async () => {
    using core = await openEmptyWorkspace();
    const result = await importFile(core, osposurvey);
    expect(result).toMatchObject({ state: 'imported', rowsInFile: 1404, blankRows: 378, rowsImported: 1026 });
    const python = countByPython(osposurvey, 2);
    if (python !== null) expect(python).toEqual({ rows: result.rowsInFile, filled: result.rowsImported });
    expect(pluck(core, "SELECT count(*) FROM interview WHERE mode = 'imported' AND status = 'complete' AND batch_id IS NOT NULL")).toBe(
      1026,
    );
    // The first row of the file, read by eye: code, day, and what was ticked.
    const first = "interview_key = (SELECT key FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = '11676764933')";
    expect(pluck(core, "SELECT held_on FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = '11676764933'")).toBe(
      '2020-06-08',
    );
    expect(
      pluck(
        core,
        `SELECT txt FROM answer JOIN question ON key = question_key WHERE ${first} AND type = 'several' ORDER BY ordinal LIMIT 1`,
      ),
    ).toBe('1 2');
    const label = `SELECT json_extract(label, '$.en') FROM answer JOIN question ON question.key = question_key JOIN answer_option ON answer_option.scale_id = question.scale_id AND answer_option.code = answer.code`;
    expect(pluck(core, `${label} WHERE ${first} AND question.wording LIKE '%Contribute code upstream%'`)).toBe('Sometimes');
    expect(pluck(core, `${label} WHERE ${first} AND question.wording LIKE '%noncommercial%'`)).toBe('Frequently');
    // Seven grid rows, one scale.
    expect(pluck(core, "SELECT count(DISTINCT scale_id) FROM question WHERE lead LIKE '%How often does your company%'")).toBe(1);
    expect(
      pluck(
        core,
        "SELECT count(*) FROM answer JOIN question ON key = question_key WHERE type = 'several' AND ' ' || txt || ' ' LIKE '% 1 %' AND question.ordinal = (SELECT min(ordinal) FROM question WHERE type = 'several')",
      ),
    ).toBe(830);
    expect((await core.client.history.list({ limit: 10 })).entries).toMatchObject([
      { kind: 'exchange.importSurvey', labelId: 'exchange.importSurvey.undo', params: { file: '2020.csv', rows: 1026 }, changes: 0 },
    ]);
  }, 60_000);

  it('imports open answers beside their labels, counts the cells that do not fit, and says where the first are [F29] [F48]', async () => {
    using core = await openEmptyWorkspace();
    const result = await importFile(core, comments);
    expect(result).toMatchObject({ rowsInFile: 1998, blankRows: 0, rowsImported: 1998, emptiedCount: 5 });
    expect(result.emptied[0]).toEqual({ row: 3398, column: 1, value: 'x', why: 'not-a-number' });
    const python = countByPython(comments, 1);
    if (python !== null) expect(python).toEqual({ rows: 1998, filled: 1998 });
    expect(pluck(core, "SELECT count(*) FROM text WHERE kind = 'answer'")).toBe(
      pluck(core, 'SELECT count(*) FROM answer WHERE text_id IS NOT NULL'),
    );
    expect(pluck(core, "SELECT body FROM text WHERE interview_key = (SELECT min(key) FROM interview) AND kind = 'answer'")).toMatch(
      /^I phoned the crisis team in the early hours/,
    );
    expect(
      pluck(core, "SELECT num FROM answer JOIN question ON key = question_key WHERE type = 'number' ORDER BY interview_key LIMIT 1"),
    ).toBe(-4);
    const codes = String(
      pluck(core, "SELECT txt FROM answer JOIN question ON key = question_key WHERE type = 'several' ORDER BY interview_key LIMIT 1"),
    )
      .split(' ')
      .map(Number);
    expect(codes).toHaveLength(5);
    const labels = codes.map((code) =>
      pluck(core, `SELECT json_extract(label, '$.en') FROM answer_option WHERE code = ${code} AND question_id IS NOT NULL`),
    );
    // The file writes each label in two ways; the commoner one is shown.
    expect(labels.map((label) => String(label).toUpperCase()).toSorted()).toEqual(['CE', 'CR', 'CS', 'SA', 'WA']);
    // The same file refuses to come in when every cell has to fit.
    const ticket = await upload(core, comments);
    const before = hashTables(core, 'all');
    const { output } = await finish(
      core.client.exchange.importSurvey({ ...importInput(ticket, await inspect(core, ticket)), problems: 'refuse' }),
    );
    expect(output).toMatchObject({ state: 'refused', problemCount: 5, problems: [{ row: 3398, column: 1, value: 'x' }, {}, {}, {}, {}] });
    expect(hashTables(core, 'all')).toEqual(before);
  }, 60_000);

  it.each([
    ['osposurvey/2020.csv', osposurvey],
    ['comments', comments],
  ])(
    'takes %s back row for row and brings it again as it was',
    async (_, path) => {
      using core = await openEmptyWorkspace();
      await importFile(core, small);
      const before = hashTables(core, 'logged');
      await importFile(core, path);
      const after = hashTables(core, 'logged');
      expect(after).not.toEqual(before);
      await core.client.history.undo({});
      expect(hashTables(core, 'logged')).toEqual(before);
      await core.client.history.redo({});
      expect(hashTables(core, 'logged')).toEqual(after);
      await core.client.history.undo({});
      expect(hashTables(core, 'logged')).toEqual(before);
      expect(pluck(core, 'PRAGMA foreign_key_check')).toBeUndefined();
    },
    60_000,
  );
});

describe('what a row becomes', () => {
  it('stores codes, numbers, several answers, dates, open answers and reasons as entry does [F29] [F48]', async () => {
    using core = await openEmptyWorkspace();
    expect(await importFile(core, small, 0)).toMatchObject({ rowsInFile: 17, blankRows: 1, rowsImported: 16, emptiedCount: 0 });
    const of = (code: string, type: string, column: string): unknown =>
      pluck(
        core,
        `SELECT ${column} FROM answer JOIN question ON question.key = question_key JOIN interview ON interview.key = interview_key
      JOIN respondent ON respondent.id = respondent_id WHERE respondent.code = '${code}' AND type = '${type}' ORDER BY question.ordinal LIMIT 1`,
      );
    expect([of('A1', 'number', 'num'), of('A2', 'number', 'num')]).toEqual([34, 41.5]);
    expect([of('A1', 'several', 'txt'), of('A2', 'several', 'txt'), of('A4', 'several', 'txt')]).toEqual(['1', '', undefined]);
    expect(of('A1', 'date', 'txt')).toBe('2026-03-19');
    expect(
      pluck(
        core,
        "SELECT body FROM text JOIN interview ON interview.key = interview_key JOIN respondent ON respondent.id = respondent_id WHERE code = 'A4'",
      ),
    ).toBe('=1+1');
    // The code that came twice keeps both people.
    expect([of('A1-2', 'several', 'txt'), of('A1-2', 'scale', 'missing'), of('A1-2', 'scale', 'answer.code')]).toEqual([
      '1 2',
      'dont-know',
      null,
    ]);
    // Two questions with the same five answers share one scale that runs from disagree to agree.
    expect(pluck(core, 'SELECT count(*) FROM scale')).toBe(1);
    expect(pluck(core, 'SELECT direction || neutral_code || name FROM scale')).toBe('rising3Helt uenig – Helt enig');
    expect(pluck(core, "SELECT count(*) FROM question WHERE type = 'scale'")).toBe(2);
    expect(
      pluck(core, "SELECT group_concat(name, ' ' ORDER BY question.ordinal) FROM variable JOIN question ON variable_id = variable.id"),
    ).toBe('dato alder fornoyd tillit hva_var_viktig si_mer');
  });

  it('goes on from the codes, keys, waves and names of a project that has answers [F29]', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = await importFile(core, small, 0);
    const ticket = await upload(core, {
      name: 'uten kode.csv',
      content: `Alder;Si mer\n${Array.from({ length: 12 }, (_, at) => `${at + 20};Svar ${at}, med ord`).join('\n')}`,
    });
    const input = { ...importInput(ticket, await inspect(core, ticket)), target: { projectId }, waveName: 'Høst' };
    const { output, progress } = await finish(core.client.exchange.importSurvey(input));
    expect(output).toMatchObject({ state: 'imported', projectId, rowsImported: 12 });
    expect(progress.at(-1)).toEqual({ stage: 'saving', done: 12, of: 12 });
    expect(pluck(core, "SELECT group_concat(ordinal || name, ' ' ORDER BY ordinal) FROM wave")).toBe('1Vår 2Høst');
    expect(pluck(core, "SELECT min(code) || max(code) FROM respondent WHERE code GLOB 'R*'")).toBe('R001R012');
    expect(pluck(core, 'SELECT count(DISTINCT key) FROM interview')).toBe(28);
    expect(pluck(core, "SELECT count(*) FROM variable WHERE name IN ('alder', 'alder_2', 'si_mer', 'si_mer_2')")).toBe(4);
    await expect(finish(core.client.exchange.importSurvey({ ...input }))).rejects.toMatchObject({ code: 'TICKET_UNKNOWN' });
  });

  it('tells what a mapping would give before it is used, and changes roles on request [F29]', async () => {
    using core = await openEmptyWorkspace();
    const ticket = await upload(core, small);
    const { reading, proposal } = await inspect(core, ticket);
    const before = hashTables(core, 'all');
    const tried = async (mapping: typeof proposal) => (await finish(core.client.exchange.tryMapping({ ticket, reading, mapping }))).output;
    const first = await tried(proposal);
    expect(first).toMatchObject({ rows: 16, problemCount: 0 });
    expect(first.tallies.find(({ key }) => key === 'c3')).toEqual({
      key: 'c3',
      answered: 15,
      missing: 1,
      problems: 0,
      codes: [
        { code: 1, count: 3 },
        { code: 2, count: 4 },
        { code: 3, count: 3 },
        { code: 4, count: 4 },
        { code: 5, count: 1 },
      ],
    });
    const assign = async (
      column: number,
      role: 'closed' | 'multiple' | 'number' | 'date' | 'open' | 'skip' | 'respondentCode' | 'apart',
      mapping = proposal,
    ) => (await finish(core.client.exchange.assignRole({ ticket, reading, mapping, column, role }))).output.mapping;
    const asNumber = await assign(8, 'number');
    expect(await tried(asNumber)).toMatchObject({
      problemCount: 3,
      problems: [{ row: 2, column: 9, why: 'not-a-number' }, {}, { row: 5, value: '=1+1' }],
    });
    expect((await assign(2, 'closed')).questions.find(({ key }) => key === 'c2')).toMatchObject({ kind: 'closed', columns: [2] });
    expect((await assign(3, 'open')).questions.find(({ key }) => key === 'c3')).toMatchObject({ kind: 'open', label: 'Fornøyd' });
    const swapped = await assign(8, 'respondentCode');
    expect(swapped.columns.map(({ role }) => role)).toEqual([
      'open',
      'date',
      'number',
      'closed',
      'closed',
      'multiple',
      'multiple',
      expect.any(String),
      'respondentCode',
    ]);
    // There is one column of participant codes; another takes its place.
    expect(
      (await assign(0, 'respondentCode', swapped)).columns.filter(({ role }) => role === 'respondentCode').map(({ column }) => column),
    ).toEqual([0]);
    const apart = await assign(5, 'apart');
    expect(apart.questions.filter(({ columns: [at = 0] }) => at >= 5 && at <= 7).map(({ columns }) => columns)).toEqual([[5], [6]]);
    expect((await assign(5, 'skip', apart)).columns[5]).toMatchObject({ role: 'skip', questionKey: null });
    expect(hashTables(core, 'all')).toEqual(before);
  });
});

describe('an import that does not come about', () => {
  it('leaves everything as it was when cancelled at any step', async () => {
    using core = await openEmptyWorkspace();
    const long = {
      name: 'lang.csv',
      content: `Kode;Alder;Ord\n${Array.from({ length: 4000 }, (_, at) => `K${at};${at % 90};Mange ord, nummer ${at}`).join('\n')}`,
    };
    const ticket = await upload(core, long);
    const input = importInput(ticket, await inspect(core, ticket));
    const before = hashTables(core, 'all');
    const events: RostEvent[] = [];
    const listening = new AbortController();
    const listener = (async () => {
      for await (const event of core.session.events.subscribe('', listening.signal)) events.push(event);
    })();
    for (const steps of [0, 1, 3, 6]) {
      const job = await core.client.exchange.importSurvey(input);
      for (let step = 0; step < steps; step += 1) expect((await job.next()).done).toBe(false);
      await job.return?.(undefined as never);
      const stop = new AbortController();
      const aborted = await core.client.exchange.importSurvey(input, { signal: stop.signal });
      for (let step = 0; step < steps; step += 1) await aborted.next();
      stop.abort();
      await expect(finish(Promise.resolve(aborted))).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(hashTables(core, 'all')).toEqual(before);
    }
    listening.abort();
    await listener;
    const states = events.flatMap((event) => (event.type === 'job' ? [event.state] : []));
    expect(states).toContain('cancelled');
    expect(states.filter((state) => state !== 'running' && state !== 'cancelled')).toEqual([]);
    // The upload is still there, so that the same file can be tried again.
    expect((await finish(core.client.exchange.importSurvey(input))).output).toMatchObject({ state: 'imported', rowsImported: 4000 });
  });

  const header = `<row r="1">${textCell('A1', 'Deltaker')}${textCell('B1', 'Alder')}</row>`;
  const bad: readonly (readonly [what: string, name: string, content: () => string | Uint8Array, id: string, code: string])[] = [
    ['an empty file', 'tom.csv', () => '', 'exchange.error.empty', 'FILE_UNREADABLE'],
    [
      'a binary file',
      'b.csv',
      () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
      'exchange.error.binary',
      'FILE_UNREADABLE',
    ],
    ['ragged rows', 'r.csv', () => `a;b;c\n${'1;2;3\n'.repeat(2000)}4;5\n`, 'exchange.error.ragged', 'FILE_UNREADABLE'],
    [
      'mixed encodings',
      'm.csv',
      () => Buffer.concat([Buffer.from('kode;svar\nA1;mer støtte\n'), Buffer.from('A2;mer støtte\n', 'latin1')]),
      'exchange.error.mixed-encoding',
      'FILE_UNREADABLE',
    ],
    ['a zero byte', 'n.csv', () => 'kode,svar\nA1,ja\nA2,n\0ei\n', 'exchange.error.nul-byte', 'FILE_UNREADABLE'],
    [
      'a zip bomb',
      'z.xlsx',
      () => buildWorkbook([{ name: 'A', xml: header }], [{ name: 'xl/media/bomb.xml', content: Buffer.alloc(80 * 1024 * 1024, 32) }]),
      'exchange.error.zip-bomb',
      'FILE_UNREADABLE',
    ],
    [
      'a cut workbook',
      'k.xlsx',
      () => buildWorkbook([{ name: 'A', xml: `${header}<row r="2">${textCell('A2', 'A1')}</row>` }]).subarray(0, 700),
      'exchange.error.truncated',
      'FILE_UNREADABLE',
    ],
  ];
  it.each(bad)('refuses %s in words, with the workspace as it was [F29]', async (_, name, content, message, code) => {
    using core = await openEmptyWorkspace();
    await importFile(core, small);
    const ticket = await upload(core, { name, content: content() });
    const good = await upload(core, small);
    const { reading, proposal } = await inspect(core, good);
    const before = hashTables(core, 'all');
    await expect(inspect(core, ticket)).rejects.toMatchObject({ code, data: { message } });
    // Also when nobody looked first: the import itself reads everything before it writes.
    const dialect = {
      ...reading,
      dialect: { ...reading.dialect, delimiter: name === 'n.csv' ? (',' as const) : (';' as const) },
      columnCount: name === 'r.csv' ? 3 : 2,
    };
    const blind = {
      ...importInput(ticket, {
        ...(await inspect(core, good)),
        reading: name.endsWith('.xlsx') ? { ...dialect, format: 'xlsx' as const, sheet: 'A' } : dialect,
      }),
      mapping: { ...proposal, questions: [{ kind: 'open' as const, key: 'c1', label: 'x', group: null, columns: [1], missing: [] }] },
    };
    await expect(finish(core.client.exchange.importSurvey(blind))).rejects.toMatchObject({ code: expect.stringMatching(/^FILE_/) });
    expect(hashTables(core, 'all')).toEqual(before);
  });

  it('refuses 400 MB by its size, and the window knows the same limit [F29]', async () => {
    using core = await openEmptyWorkspace();
    const ticket = await upload(core, { name: 'stor.csv', content: 'a;b\n' });
    truncateSync(core.session.blobs.received(ticket).path, 400 * 1024 * 1024);
    const before = hashTables(core, 'all');
    await expect(inspect(core, ticket)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { message: 'exchange.error.too-large', params: { size: 400, limit: surveyFileMegabytes } },
    });
    expect(readingLimits.fileBytes).toBe(surveyFileMegabytes * 1024 * 1024);
    expect(hashTables(core, 'all')).toEqual(before);
  });

  it('refuses a read-only workspace, an unknown project and a mapping without questions before reading', async () => {
    using core = await openEmptyWorkspace();
    const ticket = await upload(core, small);
    const input = importInput(ticket, await inspect(core, ticket));
    await expect(
      finish(core.client.exchange.importSurvey({ ...input, mapping: { ...input.mapping, questions: [] } })),
    ).rejects.toMatchObject({ data: { message: 'exchange.error.no-questions' } });
    const nobody = '01890000-0000-7000-8000-000000000000' as never;
    await expect(finish(core.client.exchange.importSurvey({ ...input, target: { projectId: nobody } }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(hashTables(core, 'logged')).toEqual({});
    await core.client.exchange.discard({ ticket });
    await expect(inspect(core, ticket)).rejects.toMatchObject({ code: 'TICKET_UNKNOWN' });
  });

  it('is as it was after the process is killed while saving', async () => {
    const path = join(folder, 'drept.rost');
    const large = join(folder, 'svar.csv');
    writeFileSync(
      large,
      `Kode;Alder;Ord\n${Array.from({ length: 30_000 }, (_, at) => `K${at};${at % 90};Mange ord om mye, nummer ${at}`).join('\n')}`,
    );
    const child = spawnSync(process.execPath, [join(import.meta.dirname, 'kill-in-import.ts'), path, large], { encoding: 'utf8' });
    expect(child.signal).toBe('SIGKILL');
    // The journal that a killed transaction leaves behind, and part of what it wrote already in the file.
    expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
    using core = openCore();
    expect((await core.client.workspace.open({ path })).workspace).toMatchObject({ wasRecovered: true });
    expect(hashTables(core, 'all')).toEqual(JSON.parse(child.stdout));
  });
});

describe('an import that others have built on', () => {
  it('says so, and changes nothing, when it cannot be undone or done again by itself', async () => {
    using core = await openEmptyWorkspace();
    await importFile(core, small);
    const { session } = core;
    const textId = String(pluck(core, "SELECT id FROM text WHERE kind = 'answer' LIMIT 1"));
    const source = session.workspace.sourceFor('another');
    const intent = { ...source, kind: 'test', labelId: 'test', isUndoable: true };
    session.workspace.operations.run(intent, () =>
      session.workspace.sql.insert('text_reading', {
        id: 'a',
        text_id: textId,
        coder_id: source.actorId,
        state: 'done',
        read_at: '2026-03-19',
      }),
    );
    const before = hashTables(core, 'all');
    await expect(core.client.history.undo({})).rejects.toMatchObject({ code: 'UNDO_CONFLICT' });
    expect(hashTables(core, 'all')).toEqual(before);
    session.workspace.operations.undo(source);
    await core.client.history.undo({});
    // Another window takes the small numbers that the rows had.
    const other = { ...core, client: core.clientFor('another') };
    await importFile(other, small);
    const later = hashTables(core, 'all');
    await expect(core.client.history.redo({})).rejects.toMatchObject({ code: 'UNDO_CONFLICT' });
    expect(hashTables(core, 'all')).toEqual(later);
  });
});

describe('the cost of an import', () => {
  it('is counted in statements: a few hundred rows go into one', async () => {
    using core = await openEmptyWorkspace();
    const { db } = core.session.workspace;
    let statements = 0;
    const prepare = db.prepare.bind(db);
    Object.assign(db, {
      prepare: (source: string) => {
        const statement = prepare(source);
        if (!/^INSERT INTO (?:answer|text|interview|respondent) /u.test(source)) return statement;
        const run = statement.run.bind(statement);
        return Object.assign(statement, { run: (...values: unknown[]) => ((statements += 1), run(...values)) });
      },
    });
    await importFile(core, {
      name: 'mange.csv',
      content: `Kode;Alder;Enig;Ord\n${Array.from({ length: 2000 }, (_, at) => `K${at};${at % 90};${at % 2 === 0 ? 'Ja' : 'Nei'};Mange ord, nummer ${at}`).join('\n')}`,
    });
    expect(pluck(core, 'SELECT count(*) FROM answer')).toBe(6000);
    expect(statements).toBeGreaterThan(10);
    expect(statements).toBeLessThan(70);
  });
});
