import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import type { RegisterKind } from '../../shared/contract/registers.ts';

/** The day the sample is set on. */
const today = '2025-12-08';
const folder = mkdtempSync(join(tmpdir(), 'rost-reading-'));
let core: Core;

beforeAll(async () => {
  const path = join(folder, 'sample.rost');
  buildSample(path);
  core = openCore();
  await core.client.workspace.open({ path });
});

afterAll(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function projectNamed(name: string) {
  const { projects } = await core.client.projects.list({});
  const found = projects.find((project) => project.name === name);
  if (found === undefined) throw new Error(`no project ${name}`);
  return found;
}

/** A meeting of a round held there that year: of the newest round the first. */
async function meetingAt(area: string, year: number) {
  const { meetings } = await core.client.meetings.list({ year });
  const found = meetings.find((meeting) => meeting.area === area && meeting.held !== null && meeting.round !== null);
  if (found === undefined) throw new Error(`no meeting at ${area}`);
  return core.client.meetings.get({ meetingId: found.id });
}

async function action(code: string) {
  const found = (await core.client.actions.list({ today })).actions.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no action ${code}`);
  return found;
}

async function register<K extends RegisterKind>(kind: K) {
  const page = await core.client.registers.list({ kind });
  // The core answers with the register it was asked for.
  return page as Extract<typeof page, { kind: K }>;
}

describe('projects', () => {
  test('[R45][R12] a project says how far it has come, with the frame as it is known: about 400', async () => {
    const project = await projectNamed('Bruker Spør Bruker Fjordvik');
    expect(project.frame).toEqual({ count: 400, precision: 'about' });
    expect(project.interviews).toBeGreaterThan(50);
    expect(project.openAnswers).toBeGreaterThan(50);
    expect(project.openAnswersDone).toBeGreaterThan(0);
    expect(project.openAnswersDone).toBeLessThanOrEqual(project.openAnswers);
    expect(project.deleteOn).not.toBeNull();
  });

  test('[R44][R46][R47][R48][R49][R50][R51] a project page has partnership, method, services, reference group, steering papers and products', async () => {
    const project = await core.client.projects.get({ projectId: (await projectNamed('Bruker Spør Bruker Fjordvik')).id });
    expect(project).toMatchObject({
      partnership: expect.any(String),
      method: expect.any(String),
      methodDeviation: expect.any(String),
      anchoring: expect.any(String),
    });
    expect(project.waves.map((wave) => wave.interviews).reduce((a, b) => a + b, 0)).toBeGreaterThan(50);
    expect(project.services.length).toBeGreaterThan(0);
    expect(project.bodies.length).toBeGreaterThan(0);
    expect(project.guidelines.length).toBeGreaterThan(0);
    expect(project.workProducts[0]?.due.asSaid).toEqual(expect.any(String));
  });

  test('a new project gets a first wave, cannot take a used name, and is undone whole', async () => {
    const { projectId } = await core.client.projects.create({ name: 'Prøveprosjekt', kind: 'survey', contentLanguage: 'nb' });
    expect((await core.client.projects.get({ projectId })).waves).toHaveLength(1);
    await expect(core.client.projects.create({ name: 'prøveprosjekt', kind: 'survey', contentLanguage: 'nb' })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    const { undone } = await core.client.history.undo({});
    expect(undone).toMatchObject({ labelId: 'projects.create.undo', params: { name: 'Prøveprosjekt' } });
    await expect(core.client.projects.get({ projectId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the rail counts only what needs someone', async () => {
    const navigation = await core.client.projects.navigation({ today });
    const { counts } = await core.client.actions.list({ today });
    expect(navigation.overdueActions).toBe(counts.overdue);
    expect(navigation.unreportedActions).toBe(counts.unreported);
    expect(navigation.threshold).toBe(5);
    expect(navigation.deleteOn).toMatch(/^20\d\d-/u);
  });
});

describe('overview', () => {
  test('[R25][R87][R91] shows the year, promises with the overdue first, and places with code and years', async () => {
    const overview = await core.client.projects.overview({ today });
    expect(overview.year).toBe(2025);
    expect(overview.years).toEqual(expect.arrayContaining([2019, 2025, 2026]));
    expect(overview.promises[0]?.daysOverdue).toBeGreaterThan(0);
    const fjordvik = overview.places.find((place) => place.code === '9931');
    expect(fjordvik).toMatchObject({ name: 'Fjordvik', validFrom: '2024-01-01', validTo: null });
    expect(fjordvik?.formerly).toContainEqual({ name: 'Fjordvik', code: '9921', changedOn: '2024-01-01' });
    expect(fjordvik?.lastMeeting).toEqual({ on: '2025-09-03', precision: 'day' });
    expect(overview.places.find((place) => place.parts > 0)?.name).toBe('norra Älvbygden');
  });

  test('[R2][R6] the wheel has held, planned and cancelled meetings, a plan in the words it was made in', async () => {
    const { meetings } = await core.client.projects.overview({ today, year: 2025 });
    expect(new Set(meetings.map((meeting) => meeting.status))).toContain('cancelled');
    expect(meetings.find((meeting) => meeting.isFirstOfKind)?.gapReason).toEqual(expect.any(String));
    expect(meetings.find((meeting) => meeting.status === 'questions-sent')?.planned).toMatchObject({
      asSaid: 'under december 2025',
      precision: 'month',
    });
  });

  test('a project sees only its own', async () => {
    const { id } = await projectNamed('Bruker Spør Bruker Fjordvik');
    const all = await core.client.projects.overview({ today });
    const own = await core.client.projects.overview({ today, projectId: id });
    expect(own.projects.map((project) => project.id)).toEqual([id]);
    expect(own.places.length).toBeLessThan(all.places.length);
  });
});

describe('meetings', () => {
  test('[R12] attendance keeps its precision: 18 counted, about 12, 15 on average, a total only', async () => {
    const attendance = async (area: string, year: number) => (await meetingAt(area, year)).attendance;
    expect(await attendance('Fjordvik', 2025)).toEqual({ count: 18, precision: 'exact' });
    expect(await attendance('Skogbygda', 2025)).toEqual({ count: 12, precision: 'about' });
    expect(await attendance('norra Älvbygden', 2025)).toEqual({ count: 15, precision: 'average' });
    expect(await attendance('Fjordvik', 2019)).toEqual({ count: 14, precision: 'total-only' });
  });

  test('[R1][R3][R7][R8][R9][R13][R14][R22] a meeting has place, purposes, times, roles, agenda and attendance by role, without a name being needed', async () => {
    const meeting = await meetingAt('Fjordvik', 2025);
    expect(meeting).toMatchObject({
      format: 'physical',
      startsAt: '2025-04-22T11:00:00.000Z',
      endsAt: '2025-04-22T14:00:00.000Z',
      follows: { title: 'Dialogmøte i Fjordvik' },
    });
    expect(meeting.purposes.length).toBeGreaterThan(1);
    expect(meeting.roles.map((role) => role.role)).toEqual(expect.arrayContaining(['initiator', 'host', 'chair', 'coordinator']));
    expect(meeting.agenda.map((item) => item.ordinal)).toEqual(meeting.agenda.map((_, index) => index + 1));
    const counts = meeting.attendees.map((attendee) => attendee.count ?? 0);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(18);
    expect(meeting.attendees[0]?.role).toEqual(expect.any(String));
  });

  test('[R15][R90] the question sheet tells when it was sent and what was discussed', async () => {
    const { sheets } = await meetingAt('norra Älvbygden', 2025);
    expect(sheets[0]?.sentOn).toMatch(/^2025-/u);
    expect(sheets[0]?.questions.some((question) => question.wasDiscussed === true)).toBe(true);
  });

  test('[R16][R17][R61][R65][R68] lines of the minutes carry mark, attribution and themes, inferred ones with a reason', async () => {
    const lines = [];
    for (const area of ['Fjordvik', 'Skogbygda', 'Tindsund', 'norra Älvbygden']) {
      const { id } = await meetingAt(area, 2025);
      lines.push(...(await core.client.minutes.get({ meetingId: id })).lines);
    }
    expect(lines.map((line) => line.mark)).toEqual(
      expect.arrayContaining(['good-example', 'question-raised', 'information', 'idea', 'action']),
    );
    expect(new Set(lines.map((line) => line.attribution))).toContain('consensus');
    const inferred = lines.flatMap((line) => line.themes).find((theme) => theme.isInferred);
    expect(inferred?.reason).toEqual(expect.any(String));
    expect(lines.find((line) => line.language === 'sv')?.body).toMatch(/[åäö]/u);
  });

  test('[R18] the distribution log is that meeting’s alone', async () => {
    const fjordvik = await meetingAt('Fjordvik', 2025);
    const skogbygda = await meetingAt('Skogbygda', 2025);
    expect(fjordvik.distributions.some((item) => item.what === 'minutes')).toBe(true);
    expect(fjordvik.distributions).not.toEqual(skogbygda.distributions);
  });

  test('a meeting that does not exist is said to be gone', async () => {
    await expect(core.client.meetings.get({ meetingId: '00000000-0000-7000-8000-000000000000' as never })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('findings', () => {
  test('[R62][R64][R70][R72][R76] findings have polarity, evidence, themes and a status for "too early"', async () => {
    const { findings } = await core.client.findings.list({ projectId: (await projectNamed('Bruker Spør Bruker Fjordvik')).id });
    expect(findings.map((finding) => finding.code)).toEqual(['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10']);
    for (const finding of findings)
      expect(finding.evidence.texts + finding.evidence.meetings + finding.evidence.exhibits + finding.evidence.themes).toBeGreaterThan(0);
    expect(findings.find((finding) => finding.code === 'F09')?.status).toBe('too-early');
    expect(findings.find((finding) => finding.code === 'F04')?.wordings[0]).toMatchObject({
      before: 'Kveldene er hullet.',
      meeting: { title: expect.any(String) },
    });
  });

  test('[R60] theme names follow the wanted language', async () => {
    const { id } = await projectNamed('Bruker Spør Bruker Fjordvik');
    const names = async (language: 'nb' | 'sv') =>
      (await core.client.findings.list({ projectId: id, language })).findings[1]?.themes.map((theme) => theme.name);
    expect(await names('sv')).not.toEqual(await names('nb'));
  });

  test('[R79] a finding shows its actions and what came of them', async () => {
    const { findings } = await core.client.findings.list({ projectId: (await projectNamed('Bruker Spør Bruker Fjordvik')).id });
    expect(findings.flatMap((finding) => finding.actions).some((row) => row.result !== null)).toBe(true);
  });
});

describe('actions', () => {
  test('[R77] a due stays in its words and is overdue the day after its period', async () => {
    const t03 = await action('T03');
    expect(t03.due).toMatchObject({ asSaid: 'innen jul', sortOn: '2025-12-24' });
    expect(t03.daysOverdue).toBe(0);
    const codes = async (day: string) => (await core.client.actions.list({ today: day, due: 'overdue' })).actions.map((row) => row.code);
    expect(await codes('2025-12-24')).not.toContain('T03');
    expect(await codes('2025-12-25')).toContain('T03');
    expect(await codes('2099-01-01')).not.toContain('T05');
    expect((await action('T08')).owner).toBeNull();
  });

  test('[R77] the list begins with what is overdue and ends with what is over', async () => {
    const { actions, counts, total } = await core.client.actions.list({ today });
    expect(total).toBe(12);
    expect(actions.slice(0, counts.overdue).every((row) => row.daysOverdue > 0)).toBe(true);
    expect(actions[counts.overdue]?.daysOverdue).toBe(0);
    expect(['done', 'handed-over', 'not-done']).toContain(actions.at(-1)?.status);
  });

  test('[R79][R83] done without the users having been told stands under its own heading', async () => {
    const { actions } = await core.client.actions.list({ today, due: 'unreported' });
    expect(actions.map((row) => row.code)).toEqual(['T05']);
    expect((await action('T01')).reportedBack[0]).toMatchObject({ on: '2025-09-12' });
  });

  test('setting a status adds an event, is named in the log, and one undo takes both back', async () => {
    const before = await action('T04');
    await core.client.actions.setStatus({ actionId: before.id, status: 'done', note: 'Alle har fått', happenedOn: '2025-12-08' });
    const after = await action('T04');
    expect(after).toMatchObject({ status: 'done', daysOverdue: 0 });
    expect(after.events.at(-1)).toEqual({ kind: 'done', on: '2025-12-08', note: 'Alle har fått', body: null, meeting: null });
    const { undone } = await core.client.history.undo({});
    expect(undone).toMatchObject({ labelId: 'actions.setStatus.undo', params: { code: 'T04', status: 'done' } });
    expect(await action('T04')).toEqual(before);
  });

  test('dropping an action or handing it over needs a reason', async () => {
    const { id } = await action('T04');
    for (const status of ['not-done', 'handed-over'] as const) {
      await expect(core.client.actions.setStatus({ actionId: id, status, note: ' ', happenedOn: today })).rejects.toMatchObject({
        code: 'BAD_MESSAGE',
      });
    }
  });

  test('the same status again, without a word, leaves no trace', async () => {
    const { entries } = await core.client.history.list({ limit: 1 });
    const t02 = await action('T02');
    await core.client.actions.setStatus({ actionId: t02.id, status: t02.status, happenedOn: today });
    expect((await core.client.history.list({ limit: 1 })).entries).toEqual(entries);
  });
});

describe('registers', () => {
  test('[R91][R95] three places called Fjordvik are told apart by code and years, and know where they came from', async () => {
    const { rows } = await register('places');
    const fjordviks = rows.filter((place) => place.name === 'Fjordvik');
    expect(fjordviks.map((place) => [place.code, place.validFrom, place.validTo])).toEqual([
      ['9911', null, '2020-01-01'],
      ['9921', '2020-01-01', '2024-01-01'],
      ['9931', '2024-01-01', null],
    ]);
    expect(fjordviks[1]?.before.map((link) => [link.code, link.extent])).toEqual(
      expect.arrayContaining([
        ['9911', 'whole'],
        ['9912', 'whole'],
        ['9913', 'whole'],
      ]),
    );
    expect(fjordviks[1]?.after.map((link) => link.code).toSorted()).toEqual(['9931', '9932']);
  });

  test('[R5] an area somebody drew holds municipalities', async () => {
    const { rows } = await register('places');
    expect(rows.find((place) => place.kind === 'area')?.holds.map((place) => place.code)).toEqual(['9982', '9981']);
  });

  test('[R32][R33][R93] a service keeps its identity through its operators', async () => {
    const { rows } = await register('services');
    const centre = rows.find((service) => service.name === 'Loftet dagsenter');
    expect(centre?.operators).toHaveLength(3);
    expect(rows.find((service) => service.recipients?.precision === 'about')).toBeDefined();
  });

  test('[R20][R28][R29][R30][R31][R36][R38][R40] organisations rest, people have dated roles, bodies know who is missing', async () => {
    const organisations = (await register('organisations')).rows;
    expect(organisations.find((row) => row.pauses.length > 0)?.pauses[0]?.from).toMatch(/^2021/u);
    expect(organisations.some((row) => row.parent !== null)).toBe(true);
    const people = (await register('people')).rows;
    expect(people.flatMap((person) => person.roles).some((role) => role.isFirstTime)).toBe(true);
    const panel = (await register('bodies')).rows.find((body) => body.name.startsWith('Brukerpanelet'));
    expect(panel).toMatchObject({ members: 7, firstTimeMembers: 4, isStanding: true, notRepresented: expect.any(String) });
  });

  test.each(['surveys', 'guidelines', 'questions'] as const)('[R50][R52][R55] the register of %s is not empty', async (kind) => {
    const page = await core.client.registers.list({ kind });
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.total).toBe(page.rows.length);
  });
});

test('[R84][R85] reports have title, kind, year, byline and parts', async () => {
  const { projects } = await core.client.projects.list({});
  const reports = (await Promise.all(projects.map((project) => core.client.reports.list({ projectId: project.id })))).flatMap(
    (answer) => answer.reports,
  );
  expect(reports.length).toBeGreaterThan(0);
  expect(reports[0]).toMatchObject({ title: expect.any(String), byline: expect.any(String) });
});

test('the register tells what has left: number, table, form, to whom and when', async () => {
  const { releases, total } = await core.client.privacy.listReleases({});
  // One table by itself, and a draft of the report: five tables, two rounds of asking, the quotes.
  expect(total).toBe(9);
  expect(releases.map(({ number }) => number)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(releases[0]).toMatchObject({ number: 9, format: 'docx', recipient: 'Brukerpanelet' });
  expect(releases[8]).toMatchObject({
    number: 1,
    exhibit: 'Fikk du vite hva svarene ble brukt til?',
    format: 'xlsx',
    recipient: 'Fjordvik kommune',
  });
});
