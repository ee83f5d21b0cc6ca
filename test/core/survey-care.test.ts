import { describe, expect, it } from 'vitest';
import type { RespondentId } from '../../shared/model/ids.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { design, imported, matchFile, option, question } from './survey-target-fixture.ts';
import { finish, importInput, inspect, openEmptyWorkspace, pluck, upload } from './survey-upload-fixture.ts';

const section = (questions: ReturnType<typeof question>[]) => [{ name: null, title: { nb: 'Del' }, relevant: null, questions }];
const csv = (...lines: string[]) => ({ name: 'svar.csv', content: lines.join('\n') });
const transport = question('reise', 'one', { options: [option(1, 'Buss'), option(2, 'Tog'), option(3, 'Annet', { asksWhat: true })] });
const words = (core: Core): unknown =>
  pluck(core, "SELECT group_concat(body, '|') FROM (SELECT body FROM text WHERE kind = 'specify' ORDER BY interview_key)");

describe('words beside "other"', () => {
  const first = csv('Deltaker;reise;reise_other', 'A1;Annet;sparkesykkel', 'A2;Annet;rulleskøyter', 'A3;Annet;', 'A4;Buss;');
  const second = csv('Deltaker;reise;reise_other', 'A1;Annet;elsykkel', 'A2;Annet;rulleskøyter', 'A3;Annet;ferge', 'A4;Buss;');

  it('that a file says otherwise are counted and listed before they are replaced, and one undo gives them back [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(core, section([transport]));
    imported(await (await matchFile(core, first, { codeColumn: 0 })).bring());
    const file = await matchFile(core, second, { mode: 'replace', codeColumn: 0 });
    const dry = (await file.dryRun()).target;
    expect(dry).toMatchObject({ people: { changed: 2, unchanged: 2 }, values: { replaced: 1, filled: 1, kept: 0 } });
    expect(dry?.values.listed).toMatchObject([
      { code: 'A1', before: { text: 'sparkesykkel' }, after: { text: 'elsykkel' }, isReplaced: true },
    ]);
    expect(imported(await file.bring()).target).toEqual(dry);
    expect(words(core)).toBe('elsykkel|rulleskøyter|ferge');
    await core.client.history.undo({});
    expect(words(core)).toBe('sparkesykkel|rulleskøyter');
  });

  it('that stand are kept where the file only brings more, and the difference is listed [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(core, section([transport]));
    imported(await (await matchFile(core, first, { codeColumn: 0 })).bring());
    const file = await matchFile(core, second, { mode: 'more', codeColumn: 0 });
    const dry = (await file.dryRun()).target;
    expect(dry?.values).toMatchObject({ replaced: 0, filled: 1, kept: 1, listed: [{ code: 'A1', isReplaced: false }] });
    expect(imported(await file.bring()).target).toEqual(dry);
    expect(words(core)).toBe('sparkesykkel|rulleskøyter|ferge');
  });
});

describe('consent that a file changes', () => {
  const form = section([question('samtykke', 'consent'), question('alder', 'number')]);
  const status = (core: Core, code: string): unknown =>
    pluck(core, `SELECT interview.status FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = '${code}'`);

  it('takes an interview out when it becomes a no, and in when it becomes a yes; undo restores both', async () => {
    using core = await openEmptyWorkspace();
    design(core, form);
    imported(await (await matchFile(core, csv('Deltaker;samtykke;alder', 'A1;Ja;30', 'A2;Nei;40'), { codeColumn: 0 })).bring());
    expect([status(core, 'A1'), status(core, 'A2')]).toEqual(['complete', 'declined']);
    const again = csv('Deltaker;samtykke;alder', 'A1;Nei;30', 'A2;Ja;40');
    imported(await (await matchFile(core, again, { mode: 'replace', codeColumn: 0 })).bring());
    expect([status(core, 'A1'), status(core, 'A2')]).toEqual(['declined', 'complete']);
    expect(pluck(core, 'SELECT group_concat(code) FROM consent JOIN respondent ON respondent.id = respondent_id')).toBe('A2');
    await core.client.history.undo({});
    expect([status(core, 'A1'), status(core, 'A2')]).toEqual(['complete', 'declined']);
    expect(pluck(core, 'SELECT group_concat(code) FROM consent JOIN respondent ON respondent.id = respondent_id')).toBe('A1');
  });
});

describe('a day that a file corrects', () => {
  it('is the day of the interview, and of what was said in it; one undo gives back the other', async () => {
    using core = await openEmptyWorkspace();
    design(core, section([question('dag', 'date'), question('mer', 'open')]));
    const file = (day: string) => csv('Deltaker;dag;mer', `A1;${day};Bussen kom ikke den dagen`, 'A2;20.03.2026;Det gikk bra med oss alle');
    imported(await (await matchFile(core, file('19.03.2026'), { codeColumn: 0 })).bring());
    const days = (): unknown =>
      pluck(
        core,
        "SELECT group_concat(held_on || ' ' || said_on, ', ') FROM interview JOIN text ON interview_key = interview.key ORDER BY interview.key",
      );
    expect(days()).toBe('2026-03-19 2026-03-19, 2026-03-20 2026-03-20');
    imported(await (await matchFile(core, file('12.03.2026'), { mode: 'replace', codeColumn: 0 })).bring());
    expect(days()).toBe('2026-03-12 2026-03-12, 2026-03-20 2026-03-20');
    await core.client.history.undo({});
    expect(days()).toBe('2026-03-19 2026-03-19, 2026-03-20 2026-03-20');
  });
});

describe('a questionnaire that is called after its file', () => {
  it('has a name that everything else takes, however the file is called', async () => {
    using core = await openEmptyWorkspace();
    const name = `${'Na\u030ar vi spør '.repeat(16)}.csv`;
    const ticket = await upload(core, { name, content: 'Deltaker;alder\nA1;30\nA2;40' });
    const inspection = await inspect(core, ticket);
    await finish(core.client.exchange.importSurvey(importInput(ticket, inspection)));
    // Text of the workspace's own.
    const called = pluck(core, 'SELECT name FROM questionnaire') as string;
    expect(called).toBe('Når vi spør '.repeat(17).slice(0, 191));
    expect(called.length).toBeLessThanOrEqual(200);
  });
});

describe('people who have withdrawn', () => {
  it('do not come in again with a file that becomes another questionnaire of the project; it says so before and after', async () => {
    using core = await openEmptyWorkspace();
    design(core, section([question('alder', 'number')]));
    const file = csv('Deltaker;alder;By', 'A1;30;Fjordvik', 'A2;40;Fjordvik', 'A3;50;Sundby');
    imported(await (await matchFile(core, file, { codeColumn: 0 })).bring());
    // An id of the workspace's own.
    const respondentId = pluck(core, "SELECT id FROM respondent WHERE code = 'A2'") as RespondentId;
    await core.client.fieldwork.withdraw({ respondentId, withdrawnOn: '2026-04-01' });
    const projectId = (await core.client.projects.list({})).projects[0]?.id;
    if (projectId === undefined) throw new Error('there is a project');
    const ticket = await upload(core, file);
    const inspection = await inspect(core, ticket);
    const { reading } = inspection;
    const assigned = await finish(
      core.client.exchange.assignRole({ ticket, reading, mapping: inspection.proposal, column: 0, role: 'respondentCode' }),
    );
    const { mapping } = assigned.output;
    const trial = (await finish(core.client.exchange.tryMapping({ ticket, reading, mapping, projectId }))).output;
    const left = { withdrawn: 1, renamed: 2, listed: [{ row: 3, code: 'A2', why: 'withdrawn' }] };
    expect(trial.ownCodes).toEqual(left);
    const result = await finish(core.client.exchange.importSurvey({ ...importInput(ticket, inspection, mapping), target: { projectId } }));
    expect(result.output).toMatchObject({ state: 'imported', rowsImported: 2, ownCodes: left });
    expect(pluck(core, 'SELECT group_concat(code) FROM (SELECT code FROM respondent ORDER BY code)')).toBe('A1,A1-2,A2,A3,A3-2');
  });
});
