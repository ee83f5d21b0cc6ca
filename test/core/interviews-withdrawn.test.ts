import { expect, test } from 'vitest';
import { RespondentId } from '../../shared/model/ids.ts';
import { refused } from '../support/refused.ts';
import { anEntry, aForm, codes, count, entryOf, num, type Entry, type FormQuestion } from './entry-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'helped', type: 'yes-no' },
  { name: 'what', type: 'several', options: [{ code: 1 }, { code: 9, asksWhat: true }] },
  { name: 'children', type: 'repeat' },
  { name: 'child', type: 'number', in: 'children' },
];
const withdrawnOn = '2025-06-02';

function respondentOf({ core }: Entry): RespondentId {
  return RespondentId.parse(core.session.workspace.db.prepare('SELECT id FROM respondent ORDER BY code LIMIT 1').pluck().get());
}

test('[F39] nothing is written about an interview that is withdrawn: no remark, no words, no facts, no person', async () => {
  const entry = await anEntry(form, { kind: 'group', personCount: 3 });
  using core = entry.core;
  const { interviews, fieldwork } = core.client;
  const { interviewId } = entry;
  await entry.answer('what', codes(1, 9));
  await interviews.complete({ interviewId });
  await fieldwork.withdraw({ respondentId: respondentOf(entry), withdrawnOn });
  const here = { interviewId, ...entry.place('what') };
  await expect(interviews.remark({ ...here, text: 'Hun sa mer' })).rejects.toEqual(refused('NOT_ASKED'));
  await expect(interviews.remark({ interviewId, questionId: null, text: 'Trangt' })).rejects.toEqual(refused('NOT_ASKED'));
  await expect(interviews.specify({ ...here, text: 'Naboen' })).rejects.toEqual(refused('NOT_ASKED'));
  await expect(interviews.notes({ interviewId, text: 'Alt som ble sagt' })).rejects.toEqual(refused('NOT_ASKED'));
  await expect(interviews.setFacts({ interviewId, facts: { coInterviewers: 'Even' } })).rejects.toEqual(refused('NOT_ASKED'));
  await expect(interviews.addTurn({ interviewId, questionId: null })).rejects.toEqual(refused('NOT_ASKED'));
  await expect(interviews.confirm({ ...here, reason: 'as-on-form' })).rejects.toEqual(refused('NOT_ASKED'));
  expect(count(core, 'SELECT count(*) AS n FROM text')).toBe(0);
});

test('[F25] [F39] a second pass does not bring a withdrawn interview back', async () => {
  const entry = await anEntry(form);
  using core = entry.core;
  const { interviews, doubleEntry, fieldwork } = core.client;
  const { interviewId } = entry;
  await entry.answer('helped', 1);
  await interviews.complete({ interviewId });
  await doubleEntry.start({ interviewId });
  await doubleEntry.answer({ interviewId, ...entry.place('helped'), value: { kind: 'code', code: 1 } });
  // In one window the differences are on the screen; in another the person withdraws.
  await doubleEntry.finish({ interviewId });
  await fieldwork.withdraw({ respondentId: respondentOf(entry), withdrawnOn });
  await expect(doubleEntry.verify({ interviewId })).rejects.toEqual(refused('NOT_ASKED'));
  expect((await entry.detail()).status).toBe('withdrawn');
  expect((await doubleEntry.errorRates({ projectId: entry.projectId })).fields).toBe(0);
});

test('[F27] an interview made after another was removed gets a number of its own: no time, no history, no erasure is shared', async () => {
  let now = Date.parse('2025-04-03T08:00:00Z');
  const made = await aForm(form, { deps: { now: () => now } });
  using core = made.core;
  const { interviews, fieldwork } = core.client;
  const start = async (): Promise<Entry> => {
    const begun = await interviews.start({
      projectId: made.projectId,
      waveId: made.waveId,
      versionId: made.versionId,
      kind: 'person',
      mode: 'paper',
      language: 'nb',
      placeId: null,
      serviceId: null,
      heldOn: '2025-04-03',
      personCount: null,
      consentGivenOn: '2025-04-03',
    });
    return entryOf(made, begun.interviewId, begun.code);
  };
  const first = await start();
  await interviews.moveTo({ interviewId: first.interviewId, ...first.place('helped') });
  now += 60_000;
  await first.answer('helped', 1);
  expect((await fieldwork.statistics({ projectId: made.projectId })).sections.map((section) => section.minutes)).toEqual([1]);
  await fieldwork.removeInterviews({ projectId: made.projectId, interviewIds: [first.interviewId] });
  now += 60_000;
  const second = await start();
  await interviews.moveTo({ interviewId: second.interviewId, ...second.place('helped') });
  now += 30_000;
  await second.answer('helped', 2);
  await interviews.complete({ interviewId: second.interviewId });
  expect((await fieldwork.statistics({ projectId: made.projectId })).sections.map((section) => section.minutes)).toEqual([0.5]);
  expect(count(core, 'SELECT max(key) AS n FROM interview')).toBe(2);
});

test('[F39] the numbers of removed rounds go with the person', async () => {
  const entry = await anEntry(form);
  using core = entry.core;
  await entry.answer('child', num(4), await entry.addRound('children'));
  const steps = await core.client.fieldwork.erase({ respondentId: respondentOf(entry), typedCode: entry.code });
  while ((await steps.next()).done !== true);
  const facts = core.session.workspace.db.prepare('SELECT name FROM workspace_fact').pluck().all() as string[];
  expect(facts.filter((name) => name.includes(entry.interviewId))).toEqual([]);
});
