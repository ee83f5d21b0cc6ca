import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { markOf } from '../support/a-workspace.ts';
import { refused } from '../support/refused.ts';
import { aForm, anEntry, count, dontKnow, entryOf, num, type FormQuestion } from './entry-fixture.ts';

/** A household: its members, and the stays of each; how many members is asked, how many stays is not. */
const household: readonly FormQuestion[] = [
  { name: 'size', type: 'number', minimum: 0, maximum: 30 },
  { name: 'member', type: 'repeat', count: '${size}' },
  { name: 'age', type: 'number', in: 'member', isRequired: true },
  { name: 'stay', type: 'repeat', in: 'member', relevant: '${age} >= 18' },
  { name: 'nights', type: 'number', in: 'stay' },
  { name: 'words', type: 'open', in: 'stay' },
  { name: 'doubled', type: 'calculated', in: 'stay', calculation: '${nights} * 2' },
  { name: 'total', type: 'calculated', calculation: 'sum(${age})' },
  { name: 'last', type: 'one', options: 3 },
];

describe('rounds', () => {
  test('are made as many as their count says, and empty ones go again by themselves [F6]', async () => {
    const entry = await anEntry(household);
    using _core = entry.core;
    const { turns, next } = await entry.answer('size', num(3));
    expect(turns?.map((turn) => turn.ordinal)).toEqual([1, 2, 3]);
    expect(entry.named(next === null ? [] : [next])).toEqual(['member']);
    const fewer = await entry.answer('size', num(1));
    expect(fewer.turns).toHaveLength(1);
    expect((await entry.answer('size', num(1))).turns).toBeNull();
    await entry.undo();
    expect(await entry.turns()).toEqual([]);
  });

  test('with answers in them are kept and flagged when their count shrinks, and are no trouble when it grows back [F6]', async () => {
    const entry = await anEntry(household);
    using _core = entry.core;
    const rounds = (await entry.answer('size', num(3))).turns ?? [];
    const third = rounds[2]?.instance ?? 0;
    await entry.answer('age', num(40), third);
    const shrunk = await entry.answer('size', num(2));
    expect(shrunk.turns).toBeNull();
    expect(await entry.turns()).toHaveLength(3);
    expect(await entry.record('age', third)).toMatchObject({ value: num(40), state: 'to-confirm' });
    await entry.answer('size', num(3));
    expect(await entry.record('age', third)).toMatchObject({ state: null });
  });

  test('never are more than two hundred [F6]', async () => {
    const entry = await anEntry([
      { name: 'n', type: 'number' },
      { name: 'many', type: 'repeat', count: '${n}' },
      { name: 'x', type: 'number', in: 'many' },
    ]);
    using _core = entry.core;
    expect((await entry.answer('n', num(5000))).turns).toHaveLength(200);
  });

  test('are added and removed by hand where nothing counts them, as far as there is room [F6]', async () => {
    const entry = await anEntry([
      { name: 'free', type: 'repeat' },
      { name: 'x', type: 'number', in: 'free' },
      { name: 'hidden', type: 'repeat', relevant: '1 = 2' },
      { name: 'y', type: 'number', in: 'hidden' },
    ]);
    using _core = entry.core;
    const { client } = entry.core;
    for (let round = 1; round <= 200; round += 1) await entry.addRound('free');
    await expect(entry.addRound('free')).rejects.toMatchObject({ code: 'TOO_MANY_TURNS', data: { params: { limit: 200 } } });
    await expect(entry.addRound('hidden')).rejects.toEqual(refused('NOT_ASKED'));
    await expect(entry.addRound('x')).rejects.toEqual(refused('NOT_ASKED'));
    await expect(client.interviews.addTurn({ interviewId: entry.interviewId, questionId: null })).rejects.toEqual(refused('NOT_ASKED'));
  });

  test('that are counted take no more by hand, and stay as many when one is removed', async () => {
    const entry = await anEntry(household);
    using _core = entry.core;
    const [first = 0, second = 0] = ((await entry.answer('size', num(2))).turns ?? []).map((turn) => turn.instance);
    await expect(entry.addRound('member')).rejects.toEqual(refused('NOT_ASKED'));
    await entry.answer('age', num(70), second);
    const { turns } = await entry.core.client.interviews.removeTurn({ interviewId: entry.interviewId, instance: first });
    expect(turns.map((turn) => turn.ordinal)).toEqual([1, 2]);
    expect(turns[0]?.instance).toBe(second);
  });
});

/** The same where nobody says beforehand how many they are. */
const uncounted = household.map(({ count: _count, ...question }) => question);

/** Three members; the second has two stays with answers and words. */
async function threeMembers() {
  const entry = await anEntry(uncounted);
  const members = [await entry.addRound('member'), await entry.addRound('member'), await entry.addRound('member')];
  const [first = 0, second = 0, third = 0] = members;
  for (const [index, member] of members.entries()) await entry.answer('age', num(20 + index), member);
  const stays = [await entry.addRound('stay', second), await entry.addRound('stay', second)];
  const [one = 0, two = 0] = stays;
  await entry.answer('nights', num(4), one);
  await entry.answer('words', 'Fikk sove i ro', two);
  return { entry, first, second, third, one, two };
}

describe('two levels of rounds', () => {
  test('keep their answers apart, and calculate each on its own [F6] [F2]', async () => {
    const { entry, second, third, one, two } = await threeMembers();
    using _core = entry.core;
    expect(await entry.record('doubled', one)).toMatchObject({ value: num(8) });
    expect(await entry.record('doubled', two)).toBeUndefined();
    expect(await entry.record('total')).toMatchObject({ value: num(63) });
    const turns = await entry.turns();
    expect(turns.filter((turn) => turn.parentInstance === second).map((turn) => turn.ordinal)).toEqual([1, 2]);
    await expect(entry.answer('nights', num(2), third)).rejects.toEqual(refused('NOT_ASKED'));
  });

  test('deleting the middle one takes all that lies in it, closes up, and comes back whole with undo [F6]', async () => {
    const { entry, first, second, third, one, two } = await threeMembers();
    using core = entry.core;
    const { client, session } = core;
    const before = markOf(session.workspace.db);
    const { turns, changed } = await client.interviews.removeTurn({ interviewId: entry.interviewId, instance: second });
    expect(turns.map(({ instance, ordinal }) => [instance, ordinal])).toEqual([
      [first, 1],
      [third, 2],
    ]);
    expect(changed.map((record) => entry.named([record])[0])).toContain('total');
    expect(await entry.record('age', third)).toMatchObject({ value: num(22) });
    expect(await entry.record('total')).toMatchObject({ value: num(42) });
    const left = (await entry.detail()).answers.filter((answer) => [second, one, two].includes(answer.instance));
    expect(left).toEqual([]);
    expect(count(core, "SELECT count(*) AS n FROM text WHERE body = 'Fikk sove i ro'")).toBe(0);
    await entry.undo();
    expect(markOf(session.workspace.db)).toBe(before);
    await client.history.redo({});
    expect((await entry.turns()).map((turn) => turn.instance)).toEqual([first, third]);
  });

  test('a removed round takes codings, remarks and quotes of its texts along, and brings them back', async () => {
    const { entry, two } = await threeMembers();
    using core = entry.core;
    const { workspace } = core.session;
    await core.client.interviews.remark({ interviewId: entry.interviewId, ...entry.place('words', two), text: 'Sa det lavt' });
    const text = workspace.sql.get(z.object({ id: z.string() }), "SELECT id FROM text WHERE body = 'Fikk sove i ro'")?.id ?? '';
    const intent = { kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('other') };
    workspace.operations.run(intent, () => {
      const theme = workspace.newId();
      workspace.sql.insert('theme', { id: theme, number: '1', ordinal: 1, color: 1, definition: '{"nb":"Ro"}' });
      const at = new Date(workspace.now()).toISOString();
      workspace.sql.insert('coding', {
        id: workspace.newId(),
        text_id: text,
        theme_id: theme,
        coder_id: intent.actorId,
        is_whole: 1,
        start_offset: 0,
        end_offset: 14,
        coded_at: at,
      });
      workspace.sql.insert('quote', { id: workspace.newId(), text_id: text, start_offset: 0, end_offset: 14, status: 'raw' });
    });
    const before = markOf(workspace.db);
    await core.client.interviews.removeTurn({ interviewId: entry.interviewId, instance: two });
    expect(count(core, 'SELECT (SELECT count(*) FROM coding) + (SELECT count(*) FROM quote) + (SELECT count(*) FROM text) AS n')).toBe(0);
    await entry.undo();
    expect(markOf(workspace.db)).toBe(before);
  });

  test('a round made after another was removed is a new one, so that nobody writes into the wrong one', async () => {
    const { entry, second, one, two } = await threeMembers();
    using _core = entry.core;
    await entry.core.client.interviews.removeTurn({ interviewId: entry.interviewId, instance: two });
    const made = await entry.addRound('stay', second);
    expect([one, two]).not.toContain(made);
    await expect(entry.answer('nights', num(1), two)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('rounds of a member who is too young are set aside with their answers, and come back [F1] [F6]', async () => {
    const { entry, second, one } = await threeMembers();
    using _core = entry.core;
    const hidden = await entry.answer('age', num(12), second);
    expect(entry.named(hidden.parked)).toContain(`nights@${one}`);
    const back = await entry.answer('age', num(21), second);
    expect(entry.named(back.returned)).toContain(`nights@${one}`);
    expect(await entry.record('nights', one)).toMatchObject({ value: num(4), state: null });
  });

  test('required answers are required in every round', async () => {
    const entry = await anEntry(household);
    using _core = entry.core;
    const [first = 0, second = 0] = ((await entry.answer('size', num(2))).turns ?? []).map((turn) => turn.instance);
    await entry.answer('age', num(30), first);
    const { client } = entry.core;
    await expect(client.interviews.complete({ interviewId: entry.interviewId })).rejects.toMatchObject({
      code: 'NOT_COMPLETE',
      data: { params: { count: 1 } },
    });
    const { progress } = await client.interviews.endPartial({ interviewId: entry.interviewId });
    expect(entry.named(progress.problems)).toEqual([`age@${second}`]);
    expect(progress).toMatchObject({ answered: 2, asked: 4 });
  });
});

const group: readonly FormQuestion[] = [
  { name: 'agree', type: 'consent', isPerPerson: true },
  { name: 'mood', type: 'one', options: 5, isPerPerson: true },
  { name: 'shared', type: 'open' },
  { name: 'oldest', type: 'calculated', calculation: 'max(${mood})' },
];

test('the place in a round that is gone is the repeat it was a round of', async () => {
  const { entry, one } = await threeMembers();
  using core = entry.core;
  const { interviewId } = entry;
  await core.client.interviews.moveTo({ interviewId, ...entry.place('nights', one) });
  expect(await entry.detail()).toMatchObject({ currentQuestionId: entry.id('nights'), currentInstance: one });
  await core.clientFor('other').interviews.removeTurn({ interviewId, instance: one });
  expect(await entry.detail()).toMatchObject({ currentQuestionId: entry.id('member'), currentInstance: 0 });
});

describe('a group interview', () => {
  test('begins with its persons, and each answers on their own', async () => {
    const entry = await anEntry(group, { kind: 'group', personCount: 3 });
    using core = entry.core;
    const turns = await entry.turns();
    expect(turns.map(({ label, ordinal, instance }) => `${label} ${ordinal} ${instance}`)).toEqual(['P1 1 1', 'P2 2 2', 'P3 3 3']);
    const { next } = await entry.answer('agree', 1, 1);
    expect(next).toEqual(entry.place('agree', 2));
    await entry.answer('agree', 1, 2);
    await entry.answer('mood', 2, 1);
    await entry.answer('mood', 5, 2);
    await expect(entry.answer('mood', 1)).rejects.toEqual(refused('NOT_ASKED'));
    expect(await entry.record('mood', 1)).toMatchObject({ value: { kind: 'code', code: 2 } });
    expect(await entry.record('mood', 2)).toMatchObject({ value: { kind: 'code', code: 5 } });
    expect((await core.client.history.next({})).undo).toMatchObject({ params: { question: '2 (P2)' } });
    const form = await core.client.interviews.startForm({ projectId: entry.projectId });
    expect(form.values).toMatchObject({ kind: 'group', personCount: 3 });
  });

  test('one who does not want to take part is not asked further; the others are', async () => {
    const entry = await anEntry(group, { kind: 'group', personCount: 2 });
    using core = entry.core;
    await entry.answer('agree', 1, 1);
    await entry.answer('agree', 2, 2);
    await expect(entry.answer('mood', 3, 2)).rejects.toEqual(refused('NOT_ASKED'));
    await entry.answer('mood', 3, 1);
    expect(count(core, "SELECT count(*) AS n FROM consent WHERE how = 'asked-in-interview'")).toBe(0);
    expect((await core.client.interviews.complete({ interviewId: entry.interviewId })).status).toBe('complete');
  });

  test('takes up to twelve, whose names are never given twice', async () => {
    const entry = await anEntry(group, { kind: 'group', personCount: 11 });
    using _core = entry.core;
    const { interviews } = entry.core.client;
    const { interviewId } = entry;
    await interviews.removeTurn({ interviewId, instance: 4 });
    const added = await interviews.addTurn({ interviewId, questionId: null });
    expect(added.turns.map((turn) => turn.label)).toEqual(['P1', 'P2', 'P3', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12']);
    expect(added.turns.map((turn) => turn.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    await interviews.addTurn({ interviewId, questionId: null, label: 'Den som kom sent' });
    await expect(interviews.addTurn({ interviewId, questionId: null })).rejects.toEqual(refused('TOO_MANY_TURNS'));
  });

  test('[F35] after it is finished, a person goes and comes only for a reason', async () => {
    const entry = await anEntry(group, { kind: 'group', personCount: 2 });
    using core = entry.core;
    const { interviewId } = entry;
    for (const person of [1, 2]) await entry.answer('agree', 1, person);
    await core.client.interviews.complete({ interviewId });
    await expect(core.client.interviews.removeTurn({ interviewId, instance: 2 })).rejects.toEqual(refused('REASON_NEEDED'));
    await core.client.interviews.removeTurn({ interviewId, instance: 2, changeReason: 'as-on-form' });
    expect(count(core, "SELECT count(*) AS n FROM interview_change WHERE reason = 'as-on-form'")).toBe(1);
    await expect(core.client.interviews.addTurn({ interviewId, questionId: null })).rejects.toEqual(refused('REASON_NEEDED'));
    const added = await core.client.interviews.addTurn({ interviewId, questionId: null, changeReason: 'reasonable-here' });
    expect(added.turns.map((turn) => turn.instance)).toEqual([1, 3]);
    expect(count(core, "SELECT count(*) AS n FROM interview_change WHERE reason = 'reasonable-here'")).toBe(1);
    await expect(entry.answer('mood', dontKnow, 1)).rejects.toEqual(refused('REASON_NEEDED'));
  });
});

test('undoing everything leaves the file as it was before the first key', async () => {
  const form = await aForm(household);
  using core = form.core;
  const { client, session } = core;
  const before = markOf(session.workspace.db);
  const started = await client.interviews.start({
    projectId: form.projectId,
    waveId: form.waveId,
    versionId: form.versionId,
    kind: 'person',
    mode: 'paper',
    language: 'nb',
    placeId: null,
    serviceId: null,
    heldOn: '2025-04-03',
    personCount: null,
    consentGivenOn: '2025-04-03',
  });
  const entry = entryOf(form, started.interviewId, started.code);
  const [first = 0] = ((await entry.answer('size', num(2))).turns ?? []).map((turn) => turn.instance);
  await entry.answer('age', num(44), first);
  await entry.answer('nights', num(3), await entry.addRound('stay', first));
  await client.interviews.removeTurn({ interviewId: entry.interviewId, instance: first });
  for (let step = 0; step < 6; step += 1) await entry.undo();
  expect(markOf(session.workspace.db)).toBe(before);
});
