import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core } from '../../electron/core/open-core.ts';
import { answersOf, imported, matchFile } from './survey-target-fixture.ts';
import { hashTables, importFile, openEmptyWorkspace, pluck } from './survey-upload-fixture.ts';

const surveys = join(import.meta.dirname, '../../../shared/data/surveys/qualcoder');
const hasSurveys = existsSync(surveys);
if (!hasSurveys) console.warn('skipped: ../shared/data/surveys is absent, so the three variants of one survey are not imported');
const file = (name: string): string => join(surveys, name);

/** The first file of the three: ID7 to ID9, with age, gender, interest and two open answers. */
async function withFirst(core: Core): Promise<void> {
  expect(await importFile(core, file('survey789.xlsx'))).toMatchObject({ rowsImported: 3, rowsInFile: 3 });
}

describe.skipIf(!hasSurveys)('the three variants of one survey', () => {
  it('adds new people to the questionnaire, and leaves out those who are there, by code [F29]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    const before = answersOf(core);
    const more = await matchFile(core, file('survey456.csv'));
    expect(more.match.links.map(({ basis, isSure }) => [basis, isSure])).toEqual([
      ['remembered', true],
      ['remembered', true],
      ['remembered', true],
      ['added', false],
    ]);
    expect((await more.dryRun()).target).toMatchObject({ people: { added: 3, known: 0 }, missing: [{ number: '4' }, { number: '5' }] });
    expect(imported(await more.bring())).toMatchObject({ rowsImported: 3, target: { people: { added: 3 } } });
    expect(answersOf(core)).toEqual({
      ...before,
      ID4: { age: 24, gender: 'f', interest: 'shopping', freetext: expect.stringMatching(/^I wanted to do some more studies/u) },
      ID5: { gender: 'm', interest: 'golf', freetext: expect.stringMatching(/^I needed to upskill/u) },
      ID6: { age: 67, gender: 'm', interest: 'gardening', freetext: expect.stringMatching(/^I did not enrol/u) },
    });
    expect(pluck(core, 'SELECT count(*) FROM questionnaire_version')).toBe(1);
    expect(pluck(core, 'SELECT count(*) FROM wave')).toBe(1);
    // The same file once more: everybody is there.
    const again = await matchFile(core, file('survey456.csv'));
    expect(again.match).toMatchObject({ remembered: 'all', links: [{ isSure: true }, {}, {}, { basis: 'remembered' }] });
    const dry = await again.dryRun();
    expect(dry.target?.people).toMatchObject({
      added: 0,
      known: 3,
      listed: [{ row: 2, code: 'ID4', why: 'known' }, { code: 'ID5' }, { code: 'ID6' }],
    });
    const standing = hashTables(core, 'logged');
    expect(await again.bring({ known: 'refuse' })).toMatchObject({ state: 'refused', codes: [{ code: 'ID4' }, {}, {}] });
    expect(hashTables(core, 'logged')).toEqual(standing);
    expect(imported(await again.bring()).target?.people).toMatchObject({ added: 0, known: 3 });
  });

  it('brings more data about people who are there: new questions, nothing overwritten [F29]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    const before = answersOf(core);
    const standing = hashTables(core, 'logged');
    const more = await matchFile(core, file('survey789_more_data.xlsx'), { mode: 'more' });
    expect(more.match.links).toMatchObject([{ basis: 'added' }, { basis: 'added' }, { basis: 'added' }]);
    expect((await more.dryRun()).target).toMatchObject({ people: { changed: 3, added: 0 }, values: { filled: 9, kept: 0, replaced: 0 } });
    expect(hashTables(core, 'logged')).toEqual(standing);
    expect(imported(await more.bring())).toMatchObject({ rowsImported: 3, target: { values: { filled: 9 } } });
    expect(answersOf(core)).toEqual({
      ID7: { ...before['ID7'], state: 'Victoria', pet: 'Collie', petage: 4 },
      ID8: { ...before['ID8'], state: 'Tasmania', pet: 'Goldfish', petage: 2 },
      ID9: { ...before['ID9'], state: 'Queensland', pet: 'Parrot', petage: 6 },
    });
    // The questions stand after the others, in a section named after the file, and everybody still has one interview.
    expect(pluck(core, "SELECT json_extract(title, '$.en') FROM section WHERE ordinal = 2")).toBe('survey789_more_data');
    expect(pluck(core, "SELECT group_concat(number, ' ' ORDER BY ordinal) FROM question")).toBe('1 2 3 4 5 6 7 8');
    expect(pluck(core, 'SELECT count(*) FROM interview')).toBe(3);
    expect(pluck(core, "SELECT count(*) FROM interview_change WHERE reason = 'import'")).toBe(9);
    const after = hashTables(core, 'logged');
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(standing);
    await core.client.history.redo({});
    expect(hashTables(core, 'logged')).toEqual(after);
  });

  it('replaces what the file has another value for, and history has the old one [F29]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    imported(await (await matchFile(core, file('survey789_more_data.xlsx'), { mode: 'more' })).bring());
    const standing = hashTables(core, 'logged');
    const replacing = await matchFile(core, file('survey789_replace_data.xlsx'), { mode: 'replace' });
    expect(replacing.match).toMatchObject({ remembered: 'all', links: [{ basis: 'remembered' }, { basis: 'remembered' }] });
    const dry = await replacing.dryRun();
    expect(dry.target?.values).toMatchObject({ replaced: 6, filled: 0, same: 0, kept: 0 });
    expect(dry.target?.values.listed[0]).toMatchObject({
      row: 2,
      code: 'ID7',
      number: '7',
      before: { text: 'Collie' },
      after: { text: 'Horse' },
      isReplaced: true,
    });
    imported(await replacing.bring());
    expect(answersOf(core)).toMatchObject({
      ID7: { age: 33, state: 'Victoria', pet: 'Horse', petage: 8 },
      ID8: { state: 'Tasmania', pet: 'Tropical fish', petage: 4 },
      ID9: { age: 55, state: 'Queensland', pet: 'Cockatoo', petage: 12 },
    });
    expect(
      pluck(core, `SELECT count(*) FROM op_change WHERE table_name = 'text' AND before LIKE '%"Collie"%' AND after LIKE '%"Horse"%'`),
    ).toBe(1);
    expect(pluck(core, "SELECT count(*) FROM interview_change WHERE reason = 'import'")).toBe(9 + 6);
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(standing);
    expect(pluck(core, 'PRAGMA foreign_key_check')).toBeUndefined();
  });

  it('lists and keeps what conflicts when it brings more data, and fills what is empty [F29]', async () => {
    using core = await openEmptyWorkspace();
    await importFile(core, file('survey456.csv'));
    const more = await matchFile(core, file('cases456.xlsx'), { mode: 'more' });
    const dry = await more.dryRun();
    // ID5 had no age; gender is the same for all three; ages of two and interests of three are others.
    expect(dry.target?.values).toMatchObject({ filled: 1, same: 3, kept: 5, replaced: 0 });
    expect(dry.target?.values.listed.map(({ code, before, after }) => [code, before.text, after.text])).toEqual([
      ['ID4', '24', '56'],
      ['ID4', 'shopping', 'netball'],
      ['ID5', 'golf', 'gardening'],
      ['ID6', '67', '29'],
      ['ID6', 'gardening', 'soccer'],
    ]);
    imported(await more.bring());
    expect(answersOf(core)).toMatchObject({ ID4: { age: 24, interest: 'shopping' }, ID5: { age: 73, interest: 'golf' }, ID6: { age: 67 } });
    const replacing = await matchFile(core, file('cases456.xlsx'), { mode: 'replace' });
    imported(await replacing.bring());
    expect(answersOf(core)).toMatchObject({ ID4: { age: 56, interest: 'netball', gender: 'f' }, ID6: { age: 29, interest: 'soccer' } });
  });

  it('adds people whom more data is about and who are not there, or leaves them out [F29]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    const more = await matchFile(core, file('survey456.csv'), { mode: 'more' });
    expect((await more.dryRun({ unknown: 'skip' })).target?.people).toMatchObject({
      added: 0,
      unknown: 3,
      listed: [{ code: 'ID4', why: 'unknown' }, {}, {}],
    });
    expect((await more.dryRun()).target?.people).toMatchObject({ added: 3, unknown: 0 });
    imported(await more.bring());
    expect(Object.keys(answersOf(core))).toEqual(['ID7', 'ID8', 'ID9', 'ID4', 'ID5', 'ID6']);
  });
});

describe('people', () => {
  const base = { name: 'a.csv', content: 'Deltaker;Alder\nA1;34\nA2;41\nA3;29' };
  const withBase = async (core: Core): Promise<void> => void (await importFile(core, base, 0));

  it('counts the first row of a code, and lists the others and those who have withdrawn [F29]', async () => {
    using core = await openEmptyWorkspace();
    await withBase(core);
    core.session.workspace.operations.run({ ...core.session.workspace.sourceFor('w'), kind: 't', labelId: 't', isUndoable: true }, () =>
      core.session.workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-01-01' WHERE code = 'A3'"),
    );
    const rows = await matchFile(
      core,
      { name: 'b.csv', content: 'Deltaker;Alder\nA1;35\nA1;36\nA3;30\nB1;50\nB1;51' },
      { mode: 'replace', codeColumn: 0 },
    );
    expect((await rows.dryRun()).target?.people).toMatchObject({
      changed: 1,
      added: 1,
      twice: 2,
      withdrawn: 1,
      listed: [
        { row: 3, code: 'A1', why: 'twice' },
        { row: 4, code: 'A3', why: 'withdrawn' },
        { row: 6, code: 'B1', why: 'twice' },
      ],
    });
    imported(await rows.bring());
    expect(answersOf(core)).toEqual({ A1: { alder: 35 }, A2: { alder: 41 }, A3: { alder: 29 }, B1: { alder: 50 } });
  });

  it('knows people again in a later wave of the same version [F29] [F15]', async () => {
    using core = await openEmptyWorkspace();
    await withBase(core);
    const later = await matchFile(core, { name: 'b.csv', content: 'Deltaker;Alder\nA1;35\nC1;60' }, { waveId: null, codeColumn: 0 });
    expect(later.match.remembered).toBe('all');
    expect((await later.dryRun()).target?.people).toMatchObject({ returning: 1, added: 1, known: 0 });
    imported(await later.bring({ waveName: 'Høst' }));
    expect(
      pluck(
        core,
        "SELECT group_concat(name || ' ' || (SELECT count(*) FROM interview WHERE wave_id = wave.id), ', ' ORDER BY ordinal) FROM wave",
      ),
    ).toBe('Vår 3, Høst 2');
    expect(pluck(core, 'SELECT count(*) FROM respondent')).toBe(4);
    expect(pluck(core, "SELECT count(*) FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = 'A1'")).toBe(2);
    // A batch again: nothing that stood was touched, so its rows alone are the record.
    expect(pluck(core, 'SELECT count(*) FROM op_change')).toBe(0);
    await core.client.history.undo({});
    expect(pluck(core, 'SELECT count(*) FROM interview')).toBe(3);
  });

  it('compares anew when somebody changed an answer between the comparison and the writing', async () => {
    using core = await openEmptyWorkspace();
    await withBase(core);
    const other = core.clientFor('another');
    const file = await matchFile(core, { name: 'b.csv', content: 'Deltaker;Alder\nA1;35\nA2;41' }, { mode: 'more', codeColumn: 0 });
    expect((await file.dryRun()).target?.values).toMatchObject({ kept: 1, same: 1, filled: 0 });
    const interviewId = pluck(
      core,
      "SELECT interview.id FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = 'A1'",
    ) as never;
    const questionId = pluck(core, 'SELECT id FROM question') as never;
    const job = await file.start({});
    let step = await job.next();
    while (step.done !== true && step.value.stage !== 'saving') step = await job.next();
    await other.interviews.answer({ interviewId, questionId, instance: 0, value: { kind: 'clear' }, changeReason: 'other' });
    step = await job.next();
    expect(step.value).toMatchObject({ state: 'imported', target: { values: { filled: 1, same: 1, kept: 0 } } });
    expect(answersOf(core)).toMatchObject({ A1: { alder: 35 } });
  });
});
