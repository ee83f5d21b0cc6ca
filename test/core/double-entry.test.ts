import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CoreClient } from '../../electron/core/rpc/router.ts';
import type { EnteredValue } from '../../shared/model/answer.ts';
import { markOf } from '../support/a-workspace.ts';
import { refused } from '../support/refused.ts';
import {
  anEntry,
  asValue,
  clear,
  codes,
  count,
  date,
  dontKnow,
  num,
  type Entered,
  type Entry,
  type FormQuestion,
} from './entry-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'helped', type: 'yes-no', isRequired: true },
  { name: 'weeks', type: 'number', relevant: '${helped} = 1', minimum: 0, maximum: 500 },
  { name: 'instead', type: 'open', relevant: '${helped} = 2' },
  { name: 'what', type: 'several', options: [{ code: 1 }, { code: 2 }, { code: 9, asksWhat: true }] },
  { name: 'order', type: 'rank', options: 4 },
  { name: 'words', type: 'open' },
  { name: 'when', type: 'date' },
  { name: 'double', type: 'calculated', calculation: '${weeks} * 2' },
];

interface Twice extends Entry {
  readonly first: CoreClient;
  readonly second: (name: string, value: Entered) => ReturnType<CoreClient['doubleEntry']['answer']>;
}

async function aFinished(): Promise<Twice> {
  const entry = await anEntry(form);
  const { client } = entry.core;
  const { interviewId } = entry;
  await entry.answer('helped', 1);
  await entry.answer('weeks', num(6));
  await entry.answer('what', codes(1, 9));
  await client.interviews.specify({ interviewId, ...entry.place('what'), text: 'Naboen' });
  await entry.answer('order', codes(3, 1));
  await entry.answer('words', 'Jeg ventet  lenge.');
  await entry.answer('when', date('vår 2023'));
  await client.interviews.complete({ interviewId });
  return {
    ...entry,
    first: client,
    second: (name, value) => client.doubleEntry.answer({ interviewId, questionId: entry.id(name), value: asValue(value) }),
  };
}

/** Enters everything as the first pass did. */
async function enterAlike(twice: Twice): Promise<void> {
  await twice.second('helped', 1);
  await twice.second('weeks', num(6));
  await twice.second('what', codes(9, 1));
  await twice.first.doubleEntry.specify({ interviewId: twice.interviewId, questionId: twice.id('what'), text: ' Naboen' });
  await twice.second('order', codes(3, 1));
  await twice.second('words', 'Jeg ventet lenge.\n');
  await twice.second('when', date('våren 2023'));
}

async function aSecond(): Promise<Twice> {
  const twice = await aFinished();
  await twice.first.doubleEntry.start({ interviewId: twice.interviewId });
  return twice;
}

describe('the second pass', () => {
  test('begins when the first is finished, and the interview is to check from then on [F25]', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { doubleEntry, interviews } = core.client;
    const { interviewId } = entry;
    await expect(doubleEntry.start({ interviewId })).rejects.toEqual(refused('NOT_COMPLETE'));
    await expect(doubleEntry.get({ interviewId })).rejects.toEqual(refused('NOT_FOUND'));
    await entry.answer('helped', 1);
    await interviews.complete({ interviewId });
    const before = markOf(core.session.workspace.db);
    expect(await doubleEntry.start({ interviewId })).toEqual({ isSamePerson: true });
    expect((await entry.detail()).status).toBe('in-check');
    expect(count(core, "SELECT count(*) AS n FROM disposition_event WHERE kind = 'in-check'")).toBe(1);
    expect(await doubleEntry.start({ interviewId })).toEqual({ isSamePerson: true });
    expect(count(core, 'SELECT count(*) AS n FROM second_pass')).toBe(1);
    await entry.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
  });

  test('sees nothing of the first, and is routed by its own answers [F25]', async () => {
    const twice = await aSecond();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    await core.client.interviews.remark({ interviewId, questionId: null, text: 'Trangt' });
    const blank = await doubleEntry.get({ interviewId });
    expect(blank).toMatchObject({ answers: [], remark: '', notes: '', currentQuestionId: twice.id('helped'), code: twice.code });
    await expect(twice.second('weeks', num(6))).rejects.toEqual(refused('NOT_ASKED'));
    const no = await twice.second('helped', 2);
    expect(no).toMatchObject({ next: twice.place('instead'), conflict: null, turns: null });
    await twice.second('instead', 'Gikk hjem');
    const yes = await twice.second('helped', 1);
    expect(twice.named(yes.parked)).toEqual(['instead']);
    await expect(twice.second('weeks', num(501))).rejects.toEqual(refused('OUT_OF_RANGE'));
    await expect(twice.second('what', codes(7))).rejects.toEqual(refused('NO_SUCH_CODE'));
    const { answers, currentQuestionId } = await doubleEntry.get({ interviewId });
    expect(answers.map((answer) => [twice.named([answer])[0], answer.state])).toEqual([
      ['helped', null],
      ['instead', 'parked'],
    ]);
    expect(currentQuestionId).toBe(twice.id('weeks'));
    expect(await twice.record('helped')).toMatchObject({ value: { kind: 'code', code: 1 } });
    expect((await twice.detail()).answers).toHaveLength(7);
  });

  test('is undone answer by answer, and closed when it is finished [F25]', async () => {
    const twice = await aSecond();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    await twice.second('helped', 1);
    const before = markOf(core.session.workspace.db);
    await twice.second('words', 'Jeg');
    await twice.second('words', 'Jeg ventet');
    await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
    await twice.second('helped', clear);
    expect((await doubleEntry.get({ interviewId })).answers).toEqual([]);
    await doubleEntry.finish({ interviewId });
    await expect(twice.second('helped', 1)).rejects.toEqual(refused('NOT_FOUND'));
    await twice.undo();
    await twice.second('helped', 1);
  });

  test('that says the same differs nowhere, whatever the spaces and the order of a set [F25]', async () => {
    const twice = await aSecond();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    await enterAlike(twice);
    expect((await doubleEntry.discrepancies({ interviewId })).isFinished).toBe(false);
    await expect(doubleEntry.verify({ interviewId })).rejects.toEqual(refused('NOT_DECIDED'));
    expect(await doubleEntry.finish({ interviewId })).toEqual({ fields: 6, discrepancies: 0 });
    await doubleEntry.verify({ interviewId });
    expect((await twice.detail()).status).toBe('verified');
    expect(count(core, "SELECT count(*) AS n FROM disposition_event WHERE kind = 'verified'")).toBe(1);
    await twice.undo();
    expect((await twice.detail()).status).toBe('in-check');
  });
});

const differing: readonly (readonly [string, Entered])[] = [
  ['weeks', num(16)],
  ['what', codes(1, 2)],
  ['order', codes(1, 3)],
  ['words', 'Jeg ventet ikke lenge.'],
  ['when', dontKnow],
];

async function aDiffering(): Promise<Twice> {
  const twice = await aSecond();
  await enterAlike(twice);
  for (const [name, value] of differing) await twice.second(name, value);
  expect(await twice.first.doubleEntry.finish({ interviewId: twice.interviewId })).toEqual({ fields: 6, discrepancies: 5 });
  return twice;
}

describe('differences', () => {
  test('are listed field by field in the order of the form, with both values [F25]', async () => {
    const twice = await aDiffering();
    using core = twice.core;
    const found = await core.client.doubleEntry.discrepancies({ interviewId: twice.interviewId });
    expect(found).toMatchObject({ code: twice.code, isFinished: true, isVerified: false, fields: 6 });
    expect(twice.named(found.discrepancies)).toEqual(differing.map(([name]) => name));
    expect(found.discrepancies[1]).toMatchObject({
      first: codes(1, 9),
      firstSpecify: 'Naboen',
      second: codes(1, 2),
      secondSpecify: '',
      decided: null,
    });
    expect(found.discrepancies[0]).toMatchObject({ first: num(6), second: num(16) });
  });

  test('words beside "other" are held against each other too', async () => {
    const twice = await aSecond();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    await enterAlike(twice);
    await doubleEntry.specify({ interviewId, questionId: twice.id('what'), text: 'Nabolaget' });
    await doubleEntry.finish({ interviewId });
    const { discrepancies } = await doubleEntry.discrepancies({ interviewId });
    expect(discrepancies).toMatchObject([{ firstSpecify: 'Naboen', secondSpecify: 'Nabolaget' }]);
    await doubleEntry.decide({ interviewId, questionId: twice.id('what'), choice: 'second' });
    expect(await twice.record('what')).toMatchObject({ value: codes(1, 9), specify: 'Nabolaget' });
  });

  test('are decided one by one, by whom and when, and written as in entry; then the interview is verified [F25]', async () => {
    const twice = await aDiffering();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    const decide = (name: string, choice: 'first' | 'second' | 'other', value?: EnteredValue) =>
      doubleEntry.decide({ interviewId, questionId: twice.id(name), choice, ...(value === undefined ? {} : { value }) });
    await expect(decide('helped', 'second')).rejects.toEqual(refused('NOT_FOUND'));
    expect(await decide('weeks', 'second')).toEqual({ left: 4 });
    expect(await twice.record('weeks')).toMatchObject({ value: num(16) });
    expect(await twice.record('double')).toMatchObject({ value: num(32) });
    expect(await decide('what', 'first')).toEqual({ left: 3 });
    await expect(decide('order', 'other', codes(7))).rejects.toEqual(refused('NO_SUCH_CODE'));
    expect(await decide('order', 'other', codes(2, 4))).toEqual({ left: 2 });
    await expect(doubleEntry.verify({ interviewId })).rejects.toMatchObject({ code: 'NOT_DECIDED', data: { params: { count: 2 } } });
    await decide('words', 'second');
    await decide('when', 'other', { kind: 'missing', reason: 'illegible' });
    const { discrepancies } = await doubleEntry.discrepancies({ interviewId });
    expect(discrepancies.map((one) => one.decided?.choice)).toEqual(['second', 'first', 'other', 'second', 'other']);
    expect(discrepancies[0]).toMatchObject({ first: num(6), second: num(16), decided: { value: num(16) } });
    expect(await twice.record('words')).toMatchObject({ value: { text: 'Jeg ventet ikke lenge.' } });
    await doubleEntry.verify({ interviewId });
    await expect(decide('weeks', 'first')).rejects.toEqual(refused('REASON_NEEDED'));
  });

  test('a decision can be another, and undone [F25]', async () => {
    const twice = await aDiffering();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const here = { interviewId: twice.interviewId, questionId: twice.id('weeks') };
    const before = markOf(core.session.workspace.db);
    await doubleEntry.decide({ ...here, choice: 'second' });
    await doubleEntry.decide({ ...here, choice: 'first' });
    expect(await twice.record('weeks')).toMatchObject({ value: num(6) });
    expect(count(core, 'SELECT count(*) AS n FROM discrepancy')).toBe(1);
    await twice.undo();
    expect(await twice.record('weeks')).toMatchObject({ value: num(16) });
    await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
  });

  test('what routing asks for only after a decision comes up then, and what it drops is gone [F25] [F1]', async () => {
    const twice = await aSecond();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    await enterAlike(twice);
    await twice.second('helped', 2);
    await twice.second('instead', 'Gikk hjem');
    expect(await doubleEntry.finish({ interviewId })).toEqual({ fields: 7, discrepancies: 3 });
    const names = async () => twice.named((await doubleEntry.discrepancies({ interviewId })).discrepancies);
    expect(await names()).toEqual(['helped', 'weeks']);
    await doubleEntry.decide({ interviewId, questionId: twice.id('helped'), choice: 'second' });
    expect(await twice.record('weeks')).toMatchObject({ state: 'parked' });
    expect(await names()).toEqual(['helped', 'instead']);
    expect(await doubleEntry.decide({ interviewId, questionId: twice.id('instead'), choice: 'second' })).toEqual({ left: 0 });
    expect(await twice.record('instead')).toMatchObject({ value: { text: 'Gikk hjem' }, state: null });
    await doubleEntry.verify({ interviewId });
  });

  test('a verified interview is opened again by a change with a reason, and verified again [F25]', async () => {
    const twice = await aSecond();
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    await enterAlike(twice);
    await doubleEntry.finish({ interviewId });
    await doubleEntry.verify({ interviewId });
    await expect(twice.answer('weeks', num(7))).rejects.toEqual(refused('REASON_NEEDED'));
    await twice.answer('weeks', num(7), 0, { changeReason: 'as-on-form' });
    expect((await twice.detail()).status).toBe('in-check');
    await expect(doubleEntry.verify({ interviewId })).rejects.toMatchObject({ code: 'NOT_DECIDED', data: { params: { count: 1 } } });
    await doubleEntry.decide({ interviewId, questionId: twice.id('weeks'), choice: 'first' });
    await doubleEntry.verify({ interviewId });
    expect((await twice.detail()).status).toBe('verified');
    for (let step = 0; step < 3; step += 1) await twice.undo();
    expect(await twice.record('weeks')).toMatchObject({ value: num(6) });
    expect((await twice.detail()).status).toBe('verified');
  });
});

test('error rates: by field, and by person as it was decided [F25]', async () => {
  const twice = await aDiffering();
  using core = twice.core;
  const { doubleEntry } = core.client;
  const { interviewId, projectId } = twice;
  const { workspace } = core.session;
  // The second pass was somebody else's.
  const other = workspace.newId();
  workspace.sql.insert('actor', { id: other, user_name: 'vigdis', name: 'Vigdis', initials: 'V' });
  workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') }, () =>
    workspace.sql.run('UPDATE second_pass SET entered_by = :other', { other }),
  );
  const own =
    workspace.sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :id', { id: workspace.knownActor() })?.name ?? '';
  for (const [name, choice] of [
    ['weeks', 'second'],
    ['what', 'first'],
    ['words', 'first'],
  ] as const)
    await doubleEntry.decide({ interviewId, questionId: twice.id(name), choice });
  await doubleEntry.decide({ interviewId, questionId: twice.id('order'), choice: 'other', value: codes(4) });
  const rates = await doubleEntry.errorRates({ projectId });
  expect(rates).toMatchObject({ interviews: 1, fields: 6, discrepancies: 5 });
  expect(rates.byPerson.toSorted((a, b) => a.errors - b.errors)).toEqual([
    { name: own, fields: 6, errors: 2 },
    { name: 'Vigdis', fields: 6, errors: 3 },
  ]);
  expect(rates.byQuestion.find((question) => question.number === '2')).toMatchObject({ fields: 1, discrepancies: 1 });
  expect(rates.byQuestion.find((question) => question.number === '1')).toMatchObject({ fields: 1, discrepancies: 0 });
  expect((await doubleEntry.discrepancies({ interviewId })).secondBy).toBe('Vigdis');
});

test('the words beside "other: what?" follow the decision there and back [F25]', async () => {
  const twice = await aSecond();
  using core = twice.core;
  const { doubleEntry } = core.client;
  const { interviewId } = twice;
  await enterAlike(twice);
  await doubleEntry.specify({ interviewId, ...twice.place('what'), text: 'Nabolaget' });
  await doubleEntry.finish({ interviewId });
  const words = async () => (await twice.record('what'))?.specify;
  await doubleEntry.decide({ interviewId, ...twice.place('what'), choice: 'second' });
  expect(await words()).toBe('Nabolaget');
  const { discrepancies } = await doubleEntry.discrepancies({ interviewId });
  expect(discrepancies.map((one) => [one.firstSpecify, one.secondSpecify])).toEqual([['Naboen', 'Nabolaget']]);
  await doubleEntry.decide({ interviewId, ...twice.place('what'), choice: 'first' });
  expect(await words()).toBe('Naboen');
});

test('an interview that is opened again has to be verified again [F25]', async () => {
  const twice = await aSecond();
  using core = twice.core;
  const { doubleEntry, fieldwork, interviews } = core.client;
  const { interviewId, projectId } = twice;
  await enterAlike(twice);
  await doubleEntry.finish({ interviewId });
  await doubleEntry.verify({ interviewId });
  await fieldwork.changeInterviews({
    projectId,
    interviewIds: [interviewId],
    change: { kind: 'status', status: 'in-check', reason: 'as-on-form' },
  });
  expect((await interviews.list({ projectId, limit: 5 })).rows.map((row) => row.secondPass)).toEqual(['finished']);
});

test('words beside "other: what?" that change in a verified interview open it again [F25]', async () => {
  const twice = await aSecond();
  using core = twice.core;
  const { doubleEntry, interviews } = core.client;
  const { interviewId } = twice;
  await enterAlike(twice);
  await doubleEntry.finish({ interviewId });
  await doubleEntry.verify({ interviewId });
  const here = { interviewId, ...twice.place('what') };
  await interviews.remark({ ...here, text: 'Lest to ganger' });
  await interviews.specify({ ...here, text: 'Naboen' });
  expect((await twice.detail()).status).toBe('verified');
  await expect(interviews.specify({ ...here, text: 'Nabolaget' })).rejects.toEqual(refused('REASON_NEEDED'));
  expect((await twice.detail()).status).toBe('verified');
  await interviews.specify({ ...here, text: 'Nabolaget', changeReason: 'as-on-form' });
  expect((await twice.detail()).status).toBe('in-check');
});

test('two windows on one second pass: the later writer is told what stands, and nothing is written [F25]', async () => {
  const twice = await aSecond();
  using core = twice.core;
  const { doubleEntry } = core.client;
  const here = { interviewId: twice.interviewId, ...twice.place('words') };
  const write = (text: string, seen: string | null) =>
    doubleEntry.answer({ ...here, value: { kind: 'text', text }, seen: seen === null ? null : { kind: 'text', text: seen } });
  expect((await write('Jeg ventet', null)).conflict).toBeNull();
  const { conflict, changed } = await write('Hun ventet', null);
  expect(conflict?.theirs.value).toEqual({ kind: 'text', text: 'Jeg ventet' });
  expect(changed).toEqual([]);
  expect((await doubleEntry.get({ interviewId: twice.interviewId })).answers.map((answer) => answer.value)).toEqual([
    conflict?.theirs.value,
  ]);
  expect((await write('Hun ventet', 'Jeg ventet')).conflict).toBeNull();
});
