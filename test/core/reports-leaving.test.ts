import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import type { ProjectId } from '../../shared/model/ids.ts';
import { append, emptyReport, exported, finalReport, idIn, one, sampleDesk, wordsIn } from './reports-fixture.ts';

const desk = sampleDesk();
let core: Core & { readonly projectId: ProjectId };

beforeEach(async () => {
  core = await desk.open();
});
afterEach(() => core[Symbol.dispose]());
afterAll(() => desk.clear());

const Count = z.object({ n: z.int() });
function count(table: 'release' | 'report_export'): number {
  return one(core, Count, `SELECT count(*) AS n FROM ${table}`).n;
}

/** Something done in the workspace, as in another window. */
function meanwhile(work: (sql: Core['session']['workspace']['sql']) => void): void {
  const { workspace } = core.session;
  workspace.operations.run({ ...workspace.sourceFor('other'), kind: 'test', labelId: 'test', isUndoable: true }, () => work(workspace.sql));
}

const clearedSql = "SELECT quote.id FROM quote JOIN text ON text.id = text_id WHERE quote.status = 'cleared' AND text.project_id = :p";
const personOf = `SELECT respondent_id AS id FROM interview JOIN text ON text.interview_key = interview.key JOIN quote ON quote.text_id = text.id
  WHERE quote.id = :quoteId`;

describe('what leaves is what stands when it leaves', () => {
  test('[R73] whoever withdraws while the file is being made is not in it: nothing leaves and nothing is entered', async () => {
    const reportId = finalReport(core);
    const quoteId = idIn(core, clearedSql, { p: core.projectId });
    await append(core, reportId, [{ kind: 'quote', quoteId }]);
    const before = [count('release'), count('report_export')];
    const steps = await core.client.reports.export({ reportId, format: 'html', recipient: '' });
    await steps.next();
    await steps.next();
    const id = idIn(core, personOf, { quoteId });
    meanwhile((sql) => sql.run("UPDATE respondent SET withdrawn_at = '2026-01-02' WHERE id = :id", { id }));
    const rest = async (): Promise<void> => {
      for (let step = await steps.next(); step.done !== true; step = await steps.next());
    };
    // Nobody has cancelled anything, so it is said what happened.
    await expect(rest()).rejects.toMatchObject({ code: 'CANCELLED', data: { message: 'reports.export.meanwhile' } });
    expect([count('release'), count('report_export')]).toEqual(before);
  });

  test('writing in the report while the file is being made stops nothing', async () => {
    const reportId = finalReport(core);
    const steps = await core.client.reports.export({ reportId, format: 'pdf', recipient: '' });
    await steps.next();
    await steps.next();
    await append(core, reportId, [{ kind: 'text', body: 'Mer.' }]);
    let draft = 0;
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done !== true) continue;
      draft = step.value.draft;
      break;
    }
    expect(draft).toBe(2);
  });

  test('response figures that stand in a checklist are entered in the register like any others', async () => {
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'checklist', options: { checklist: 'coreq' } }]);
    const { document, releases } = await exported(core, reportId);
    expect(document === null ? '' : wordsIn(document)).toMatch(/\d+ personer|\d+ ble spurt|\d+ deltok|\d+ svarte/u);
    expect(releases.length).toBeGreaterThan(0);
    const entered = one(core, z.object({ definition: z.string() }), 'SELECT definition FROM release ORDER BY number DESC LIMIT 1');
    expect(JSON.parse(entered.definition)).toMatchObject({ kind: 'response' });
  });

  test('a long title loses its end, not the number of the draft, and no character is cut in two', async () => {
    const title = `${'x'.repeat(99)}${'😀'.repeat(30)}`;
    const asked = { projectId: core.projectId, kind: 'other', title, language: 'nb', template: null } as const;
    const { reportId } = await core.client.reports.create(asked);
    const { fileName } = await exported(core, reportId, 'html');
    expect(fileName).toBe(`${'x'.repeat(99)}😀, utkast 1.html`);
  });
});

describe('nothing is left out without a word', () => {
  test('every finding and every action of a project stands, however many', async () => {
    const { sql } = core.session.workspace;
    meanwhile(() => {
      for (let at = 0; at < 510; at += 1) {
        const id = core.session.workspace.newId();
        const code = `Q${at}`;
        sql.insert('finding', {
          id,
          project_id: core.projectId,
          code,
          wording: `Funnet heter ${at}.`,
          polarity: 'neutral',
          status: 'final',
          language: 'nb',
        });
        sql.insert('action', {
          id: core.session.workspace.newId(),
          project_id: core.projectId,
          code: `QT${at}`,
          wording: `Tiltaket heter ${at}.`,
          status: 'agreed',
          language: 'nb',
        });
      }
    });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'findings' }, { kind: 'actions' }]);
    const words = wordsIn(await core.client.reports.document({ reportId }));
    for (const at of [0, 499, 509]) expect(words).toContain(`Funnet heter ${at}.`);
    for (const at of [0, 499, 509]) expect(words).toContain(`Tiltaket heter ${at}.`);
  });

  test('[R86] a photo that is taken away leaves a block that says so, and comes back to it by undo', async () => {
    const meetingId = idIn(core, 'SELECT id FROM meeting WHERE project_id = :p LIMIT 1', { p: core.projectId });
    const photo = core.session.workspace.newId();
    meanwhile((sql) => {
      const about = { name: 'a.png', media_type: 'image/png', sha256: 'a', byte_count: 1, shows_people: 0 };
      sql.insert('attachment', { id: photo, meeting_id: meetingId, ...about });
    });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'attachment', attachmentId: photo }]);
    await core.client.minutes.removePhoto({ id: photo });
    const problems = async () => (await core.client.reports.document({ reportId })).blocks.flatMap((block) => block.problems);
    expect(await problems()).toMatchObject([{ code: 'photo-not-allowed', isBlocking: true }]);
    await core.client.history.undo({});
    const { blocks } = await core.client.reports.blocks({ reportId });
    expect(blocks[0]?.attachmentId).toBe(photo);
  });
});

test('whoever no longer wants to be quoted is not quoted in the outline either', async () => {
  const reportId = await emptyReport(core, core.projectId);
  const quoteId = idIn(core, clearedSql, { p: core.projectId });
  await append(core, reportId, [{ kind: 'quote', quoteId }]);
  const label = async () => (await core.client.reports.blocks({ reportId })).blocks[0]?.label;
  expect(await label()).not.toBe('');
  const respondentId = idIn(core, personOf, { quoteId });
  meanwhile((sql) => {
    sql.run('DELETE FROM consent WHERE respondent_id = :respondentId', { respondentId });
    const consent = { id: core.session.workspace.newId(), respondent_id: respondentId, scope: 'quotes', given_on: '2025-01-01' };
    sql.insert('consent', { ...consent, withdrawn_on: '2026-01-02' });
  });
  expect(await label()).toBe('');
});

test('an outline cuts no character in two', async () => {
  const reportId = await emptyReport(core, core.projectId);
  await append(core, reportId, [
    {
      kind: 'text',
      body: '😀'
        .repeat(100)
        .slice(1)
        .replace(/^\p{Cs}/u, 'a'),
    },
  ]);
  const { blocks } = await core.client.reports.blocks({ reportId });
  expect(blocks[0]?.label.isWellFormed()).toBe(true);
});

test('what a block had in its author’s own words stays as it was typed when the rest becomes theirs too', async () => {
  const reportId = finalReport(core);
  const exhibitId = idIn(core, 'SELECT exhibit_id AS id FROM report_block WHERE report_id = :reportId AND exhibit_id IS NOT NULL LIMIT 1', {
    reportId,
  });
  const body = `Se [[table:${exhibitId}]] og **dette**.`;
  const [blockId = ''] = await append(core, reportId, [{ kind: 'methods', body }]);
  const { blockIds } = await core.client.reports.takeOver({ blockId });
  const { blocks } = await core.client.reports.blocks({ reportId });
  const lines = blocks.find(({ id }) => id === blockIds[0])?.body.split('\n');
  expect(lines?.[0]).toBe(body);
  expect(lines?.length).toBeGreaterThan(1);
});
