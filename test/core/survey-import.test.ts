import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  finish,
  hashTables,
  importFile,
  importInput,
  inspect,
  openEmptyWorkspace,
  pluck,
  smallSurvey as small,
  upload,
} from './survey-upload-fixture.ts';

const surveys = join(import.meta.dirname, '../../../shared/data/surveys');
const hasSurveys = existsSync(surveys);
if (!hasSurveys) console.warn('skipped: ../shared/data/surveys is absent, so real survey files are not imported');
const osposurvey = join(surveys, 'osposurvey/2020.csv');
const comments = join(surveys, 'comments/patient-comments-multilabel.csv');

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
