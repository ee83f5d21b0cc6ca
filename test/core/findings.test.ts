import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { nextFindingStatuses } from '../../shared/contract/finding-life.ts';
import { FindingStatus } from '../../shared/contract/findings.ts';
import { RespondentId, type MeetingId, type ProjectId } from '../../shared/model/ids.ts';

const today = '2025-12-08';
let folder: string;
let core: Core;
let projectId: ProjectId;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rost-findings-'));
  const path = join(folder, 'sample.rost');
  buildSample(path);
  core = openCore();
  await core.client.workspace.open({ path });
  const { projects } = await core.client.projects.list({});
  const found = projects.find((project) => project.name === 'Bruker Spør Bruker Fjordvik');
  if (found === undefined) throw new Error('no project');
  projectId = found.id;
});
afterEach(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function finding(code: string) {
  const found = (await core.client.findings.list({ projectId })).findings.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no finding ${code}`);
  return found;
}

async function conference(): Promise<MeetingId> {
  const [hit] = (await core.client.actions.meetings({ text: 'dialogkonferanse' })).hits;
  if (hit === undefined) throw new Error('no conference');
  return hit.id;
}

async function step(code: string, status: FindingStatus, more: object = {}) {
  return core.client.findings.setStatus({ findingId: (await finding(code)).id, status, happenedOn: today, ...more });
}

/** Changes the file outside the contract, as an operation nobody asked for. */
function write(sql: string, ...values: readonly string[]): void {
  const { workspace } = core.session;
  const { db, operations } = workspace;
  operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: false }, () =>
    db.prepare(sql).run(...values),
  );
}

describe('a finding is made', () => {
  test('[R62] [R63] [R71] [R76] from a table, with polarity, level, service and the amount in its words', async () => {
    const [exhibit] = (await core.client.findings.evidenceChoices({ projectId, text: 'respekt' })).hits.filter(
      (hit) => hit.kind === 'exhibit',
    );
    const [service] = (await core.client.registers.find({ kind: 'services', text: '' })).hits;
    const { code, findingId } = await core.client.findings.create({
      projectId,
      wording: 'Mange funn peker samme vei.',
      polarity: 'mixed',
      level: 'system',
      serviceId: service?.id ?? null,
      amountAsSaid: 'mange',
      evidence: exhibit === undefined ? [] : [{ kind: 'exhibit', id: exhibit.id }],
      today,
    });
    expect(code).toBe('F11');
    expect(await finding('F11')).toMatchObject({
      id: findingId,
      status: 'preliminary',
      polarity: 'mixed',
      level: 'system',
      ownService: { id: service?.id },
      amountAsSaid: 'mange',
      evidence: { exhibits: 1 },
      restsOn: [{ kind: 'exhibit', words: exhibit?.words }],
      events: [{ status: 'preliminary', on: today }],
    });
    expect((await core.client.history.undo({})).undone).toMatchObject({ labelId: 'findings.create.undo', params: { code: 'F11' } });
  });

  test('[R64] from a meeting, and then from what somebody said and a note', async () => {
    const { findingId } = await core.client.findings.create({ projectId, wording: 'Kjent igjen.', meetingId: await conference(), today });
    const [said] = (await core.client.findings.evidenceChoices({ projectId, text: 'DE DØMMER IKKE' })).hits;
    expect(said).toMatchObject({ kind: 'text' });
    await core.client.findings.addEvidence({ findingId, evidence: { kind: 'text', id: said?.id ?? '' }, today });
    await core.client.findings.addEvidence({ findingId, evidence: { kind: 'note', note: 'sagt ved tre bord' }, today });
    expect((await finding('F11')).restsOn.map(({ kind }) => kind)).toEqual(['meeting', 'text', 'note']);
    expect((await finding('F11')).evidenceNotes).toEqual(['sagt ved tre bord']);
  });

  test('other words stand beside the old ones', async () => {
    const { id } = await finding('F08');
    await core.client.findings.change({ findingId: id, fields: { wording: 'Pårørende vil inn.' }, changedInMeetingId: await conference() });
    await core.client.findings.change({ findingId: id, fields: { wording: 'Pårørende vil inn.', polarity: 'suggestion' } });
    const after = await finding('F08');
    expect(after).toMatchObject({ wording: 'Pårørende vil inn.', polarity: 'suggestion' });
    expect(after.wordings).toMatchObject([
      {
        before: 'Pårørende vil inn, og deltakerne vil ha dem inn, på sine vilkår.',
        meeting: { title: expect.stringMatching(/konferanse/iu) },
      },
    ]);
  });
});

describe('the life of a finding', () => {
  test('[R72] foreløpig → til konferansen → endret → endelig, each step with its meeting, body and words', async () => {
    const meetingId = await conference();
    const [body] = (await core.client.registers.find({ kind: 'bodies', text: '' })).hits;
    await step('F08', 'to-conference', { meetingId });
    await step('F08', 'changed', {
      meetingId,
      bodyId: body?.id,
      wording: 'Pårørende vil inn på deltakernes vilkår.',
      note: 'sagt av alle bord',
    });
    await step('F08', 'final');
    const after = await finding('F08');
    expect(after.status).toBe('final');
    expect(after.wordings[0]).toMatchObject({ before: expect.stringContaining('på sine vilkår'), meeting: { id: meetingId } });
    expect(after.events.map(({ status }) => status)).toEqual(['to-conference', 'changed', 'final']);
    expect(after.events[1]).toMatchObject({ body: body?.name, note: 'sagt av alle bord', meeting: { id: meetingId } });
    expect((await core.client.history.undo({})).undone).toMatchObject({ params: { code: 'F08', status: 'final' } });
    expect((await finding('F08')).status).toBe('changed');
  });

  test('a step that does not lead from where it stands is refused in words, for every pair of states', async () => {
    const { findingId, code } = await core.client.findings.create({ projectId, wording: 'Prøve', today });
    const meetingId = await conference();
    for (const from of FindingStatus.options) {
      write('UPDATE finding SET status = ? WHERE id = ?', from, findingId);
      // With nothing to rest on, a final finding is shown as one that needs a look.
      const shown = (await finding(code)).status;
      for (const to of FindingStatus.options.filter((state) => !nextFindingStatuses(shown).includes(state))) {
        await expect(core.client.findings.setStatus({ findingId, status: to, happenedOn: today, meetingId })).rejects.toMatchObject({
          code: 'EVENT_IMPOSSIBLE',
          data: { message: 'findings.error.noSuchStep', params: { code } },
        });
      }
    }
  });

  test('it is taken to a named meeting, gets new words when it is changed, and rests on something before it is final', async () => {
    const { code } = await core.client.findings.create({ projectId, wording: 'Bare en tanke', today });
    const refused = async (status: FindingStatus, message: string, more: object = {}) =>
      expect(step(code, status, more)).rejects.toMatchObject({ data: { message } });
    await refused('to-conference', 'findings.error.meetingNeeded');
    await step(code, 'to-conference', { meetingId: await conference() });
    await refused('changed', 'findings.error.wordingNeeded');
    await refused('changed', 'findings.error.wordingNeeded', { wording: 'Bare en tanke' });
    await step(code, 'validated');
    await refused('final', 'findings.error.noEvidence');
    const findingId = (await finding(code)).id;
    await core.client.findings.addEvidence({ findingId, evidence: { kind: 'note', note: 'noe vi tror' }, today });
    await refused('final', 'findings.error.noEvidence');
    await core.client.findings.addEvidence({ findingId, evidence: { kind: 'meeting', id: await conference() }, today });
    await step(code, 'final');
    expect((await finding(code)).status).toBe('final');
  });

  test('a final finding needs a look when what it rests on changes, and not when it is looked at again', async () => {
    const before = await finding('F02');
    const [evidence] = before.restsOn.filter(({ kind }) => kind === 'text');
    await core.client.findings.removeEvidence({ evidenceId: evidence?.id ?? '', today });
    expect((await finding('F02')).status).toBe('needs-a-look');
    await step('F02', 'final', { note: 'møtet holder' });
    expect(await finding('F02')).toMatchObject({ status: 'final', evidence: { texts: 0, meetings: 1 } });
  });

  test('a final finding needs a look when somebody it rests on withdraws, and lets go of what they said when it is final again', async () => {
    const { id } = await finding('F01');
    const respondentId = core.session.workspace.db
      .prepare(
        `SELECT interview.respondent_id FROM finding_evidence JOIN text ON text.id = text_id JOIN interview ON interview.key = interview_key
         WHERE finding_id = ? LIMIT 1`,
      )
      .pluck()
      .get(id);
    await core.client.fieldwork.withdraw({ respondentId: RespondentId.parse(respondentId), withdrawnOn: today });
    const lost = await finding('F01');
    expect(lost).toMatchObject({ status: 'needs-a-look', withdrawnTexts: 1 });
    expect((await core.client.projects.navigation({ projectId })).findingsToLookAt).toBe(1);
    expect((await core.client.findings.list({ projectId, status: 'needs-a-look' })).findings.map(({ code }) => code)).toContain('F01');
    await step('F01', 'final');
    expect(await finding('F01')).toMatchObject({ status: 'final', withdrawnTexts: 0 });
  });
});

test('a finding that rests on a quote can be made final, and again after whoever said it has withdrawn', async () => {
  const said = core.session.workspace.sql.get(
    z.object({ textId: z.string(), start: z.int(), end: z.int(), respondentId: RespondentId }),
    `SELECT quote.text_id AS textId, quote.start_offset AS start, quote.end_offset AS end, respondent.id AS respondentId FROM quote
     JOIN text ON text.id = quote.text_id JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
     WHERE text.project_id = :projectId AND respondent.withdrawn_at IS NULL AND interview.status <> 'withdrawn' LIMIT 1`,
    { projectId },
  );
  if (said === undefined) throw new Error('no quote');
  const { respondentId, ...place } = said;
  const words = { projectId, wording: 'Brevene er vanskelige', language: 'nb', today } as const;
  const { code } = await core.client.quotes.makeFinding({ ...words, places: [place] });
  await step(code, 'to-conference', { meetingId: await conference() });
  await step(code, 'validated');
  await step(code, 'final');
  expect(await finding(code)).toMatchObject({ status: 'final', evidence: { quotes: 1, texts: 0 } });
  await core.client.fieldwork.withdraw({ respondentId, withdrawnOn: today });
  expect(await finding(code)).toMatchObject({ status: 'needs-a-look', withdrawnTexts: 1, evidence: { quotes: 0 } });
  await expect(step(code, 'final')).rejects.toMatchObject({ code: 'EVENT_IMPOSSIBLE', data: { message: 'findings.error.noEvidence' } });
  const evidence = { kind: 'meeting', id: await conference() } as const;
  await core.client.findings.addEvidence({ findingId: (await finding(code)).id, evidence, today });
  await step(code, 'final');
  expect(await finding(code)).toMatchObject({ status: 'final', withdrawnTexts: 0 });
});

describe('after a finding', () => {
  test('[R79] it shows its actions with what came of them, and that the users know', async () => {
    const { id } = await finding('F05');
    await core.client.findings.reportBack({ findingId: id, toldOn: today, how: 'møte', by: 'Erfaringsloftet', to: 'alle' });
    expect(await finding('F05')).toMatchObject({
      actions: [{ code: 'T05', result: expect.stringContaining('hver gang') }],
      reportedBackOn: today,
      reportedBack: [{ how: 'møte', by: 'Erfaringsloftet', to: 'alle' }],
    });
  });

  test('[R88] findings are found by words now and before, by state and by code anywhere', async () => {
    const found = async (text: string) => (await core.client.findings.list({ projectId, text })).findings.map(({ code }) => code);
    expect(await found('KVELDENE ER HULLET')).toEqual(['F04']);
    expect(await found('PÅRØRENDE')).toEqual(['F08']);
    const { counts, total } = await core.client.findings.list({ projectId, status: 'final' });
    expect(counts.all).toBe(10);
    expect(total).toBe(counts.byStatus.final);
    expect((await core.client.findings.find({ text: 'f0' })).hits).toHaveLength(9);
  });
});
