import { expect, test } from 'vitest';
import { RespondentId } from '../../shared/model/ids.ts';
import { aForm, count, num, entryOf, type Entry, type Form, type FormQuestion } from './entry-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'yes', type: 'consent' },
  { name: 'age', type: 'number', relevant: '${yes} = 1' },
];

async function begin(made: Form, heldOn = '2025-04-03', more: object = {}): Promise<Entry> {
  const { interviewId, code } = await made.core.client.interviews.start({
    projectId: made.projectId,
    waveId: made.waveId,
    versionId: made.versionId,
    kind: 'person',
    mode: 'paper',
    language: 'nb',
    placeId: null,
    serviceId: null,
    heldOn,
    personCount: null,
    ...more,
  });
  return entryOf(made, interviewId, code);
}

const asked = async ({ core, projectId, waveId }: Form) => (await core.client.fieldwork.listAsked({ projectId, waveId, limit: 50 })).rows;

async function onList(made: Form): Promise<RespondentId> {
  const { projectId, waveId } = made;
  await made.core.client.fieldwork.addAsked({ projectId, waveId, groups: [{ recruitedBy: '', count: 1 }], invitedOn: '2025-03-01' });
  return RespondentId.parse((await asked(made)).at(-1)?.respondentId);
}

async function decline(entry: Entry): Promise<void> {
  await entry.answer('yes', 2);
  expect((await entry.core.client.interviews.complete({ interviewId: entry.interviewId })).status).toBe('declined');
}

test('[R53] an interview in which consent was refused leaves nothing behind when it is removed', async () => {
  const made = await aForm(form);
  using core = made.core;
  const { fieldwork } = core.client;
  const unlisted = await begin(made);
  await decline(unlisted);
  await fieldwork.removeInterviews({ projectId: made.projectId, interviewIds: [unlisted.interviewId] });
  expect(await asked(made)).toEqual([]);
  const respondentId = await onList(made);
  const listed = await begin(made, '2025-04-03', { respondentId });
  await decline(listed);
  await fieldwork.removeInterviews({ projectId: made.projectId, interviewIds: [listed.interviewId] });
  expect((await asked(made)).map((row) => row.status)).toEqual(['agreed']);
  // What was said on the list before it began stays.
  await fieldwork.recordEvent({ waveId: made.waveId, respondentIds: [await onList(made)], event: 'declined', happenedOn: '2025-03-05' });
  const regretted = (await asked(made)).find((row) => row.status === 'declined');
  const again = await begin(made, '2025-04-03', { respondentId: regretted?.respondentId });
  await fieldwork.removeInterviews({ projectId: made.projectId, interviewIds: [again.interviewId] });
  const { events } = await fieldwork.participant({ respondentId: RespondentId.parse(regretted?.respondentId) });
  expect(events.map((event) => event.kind)).toEqual(['invited', 'declined', 'agreed']);
});

test('[R53] a refused interview takes its refusal along to another wave', async () => {
  const made = await aForm(form);
  using core = made.core;
  const { workspace } = core.session;
  const other = workspace.newId();
  workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') }, () =>
    workspace.sql.insert('wave', { id: other, project_id: made.projectId, ordinal: 2, name: 'Høst 2025' }),
  );
  const respondentId = await onList(made);
  const entry = await begin(made, '2025-04-03', { respondentId });
  await decline(entry);
  const waveId = other as typeof made.waveId;
  workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') }, () =>
    workspace.sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: respondentId,
      wave_id: other,
      kind: 'invited',
      happened_on: '2025-03-01',
    }),
  );
  await core.client.fieldwork.changeInterviews({
    projectId: made.projectId,
    interviewIds: [entry.interviewId],
    change: { kind: 'wave', waveId },
  });
  const kindsIn = (id: string): number =>
    count(core, "SELECT count(*) AS n FROM disposition_event WHERE kind = 'declined' AND wave_id = :id", { id });
  expect([kindsIn(made.waveId), kindsIn(other)]).toEqual([0, 1]);
});

test('[F24] a corrected day moves what entry dated by it', async () => {
  const made = await aForm(form);
  using core = made.core;
  const entry = await begin(made);
  await entry.answer('yes', 1);
  await entry.answer('age', num(40));
  const { interviewId } = entry;
  await core.client.interviews.complete({ interviewId });
  await core.client.interviews.setFacts({ interviewId, facts: { heldOn: '2025-03-30' }, changeReason: 'as-on-form' });
  expect((await asked(made)).map((row) => row.since)).toEqual(['2025-03-30']);
  expect(count(core, "SELECT count(*) AS n FROM disposition_event WHERE happened_on = '2025-04-03'")).toBe(0);
  // A yes after a no makes the interview go on also when its day was corrected in between.
  const refusing = await begin(made);
  await decline(refusing);
  await core.client.interviews.setFacts({ interviewId: refusing.interviewId, facts: { heldOn: '2025-04-01' }, changeReason: 'other' });
  await refusing.answer('yes', 1, 0, { changeReason: 'as-on-form' });
  expect(count(core, "SELECT count(*) AS n FROM disposition_event WHERE kind = 'declined'")).toBe(0);
});

test('[R53] a no in one interview of a person takes back what it recorded, and not the consent of another', async () => {
  const made = await aForm(form);
  using core = made.core;
  const spring = await begin(made);
  await spring.answer('yes', 1);
  const respondentId = RespondentId.parse(core.session.workspace.db.prepare('SELECT id FROM respondent').pluck().get());
  const { workspace } = core.session;
  const other = workspace.newId();
  workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') }, () =>
    workspace.sql.insert('wave', { id: other, project_id: made.projectId, ordinal: 2, name: 'Høst 2025' }),
  );
  const autumn = await begin(made, '2025-10-03', { respondentId, waveId: other });
  await autumn.answer('yes', 2);
  expect(count(core, 'SELECT count(*) AS n FROM consent')).toBe(1);
  await spring.answer('yes', 2);
  expect(count(core, 'SELECT count(*) AS n FROM consent')).toBe(0);
});

test('[F23] the interview that was left last is found among any number of unfinished ones', async () => {
  let now = Date.parse('2025-04-03T08:00:00Z');
  const made = await aForm(form, { deps: { now: () => (now += 1000) } });
  using core = made.core;
  const first = await begin(made);
  for (let n = 0; n < 101; n += 1) await begin(made);
  await first.answer('yes', 1);
  const { interview } = await core.client.interviews.unfinished({ projectId: made.projectId });
  expect(interview).toMatchObject({ code: first.code, question: '2' });
});

test('[F24] codes are found as they are written, and codes from elsewhere are no numbers to count on from', async () => {
  const made = await aForm(form);
  using core = made.core;
  const entry = await begin(made);
  const { workspace } = core.session;
  const rename = (code: string): void =>
    void workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') }, () =>
      workspace.sql.run('UPDATE respondent SET code = :code', { code }),
    );
  const found = async (search: string): Promise<number> =>
    (await core.client.interviews.list({ projectId: made.projectId, search, limit: 5 })).total;
  for (const code of ['fj-07', 'FJ-07']) {
    rename(code);
    expect([await found('fj-0'), await found('FJ-0'), await found('fj-1')], code).toEqual([1, 1, 0]);
  }
  expect(entry.code).toBe('R001');
  const next = async (): Promise<string> => (await core.client.interviews.startForm({ projectId: made.projectId })).nextCode;
  for (const [code, after] of [
    ['R20190101123456789', 'R001'],
    ['R2019-04', 'R001'],
    ['R041', 'R042'],
  ] as const) {
    rename(code);
    expect(await next(), code).toBe(after);
  }
  expect((await begin(made)).code).toBe('R042');
});
