import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Discrepancy } from '../../shared/contract/double-entry.ts';
import { RespondentId } from '../../shared/model/ids.ts';
import { markOf } from '../support/a-workspace.ts';
import { refused } from '../support/refused.ts';
import { anEntry, asValue, count, num, type Entered, type Entry, type FormQuestion } from './entry-fixture.ts';
import { id, layGround, merge, twoLaptops, type Laptop } from './merge-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'helped', type: 'yes-no' },
  { name: 'stay', type: 'repeat' },
  { name: 'nights', type: 'number', in: 'stay', maximum: 400 },
  { name: 'why', type: 'open', in: 'stay' },
  { name: 'visit', type: 'repeat', in: 'stay' },
  { name: 'who', type: 'one', options: [{ code: 1 }, { code: 9, asksWhat: true }], in: 'visit' },
  { name: 'last', type: 'yes-no' },
];

interface Twice extends Entry {
  readonly round: (name: string, parentInstance?: number) => Promise<number>;
  readonly second: (name: string, value: Entered, instance?: number) => Promise<unknown>;
  readonly finish: () => Promise<{ fields: number; discrepancies: number }>;
  readonly list: () => Promise<readonly Discrepancy[]>;
  readonly decideRound: (one: Discrepancy | undefined, choice: 'first' | 'second') => Promise<{ left: number }>;
}

/** An interview with these nights, one round each, and its second pass begun. */
async function aStarted(
  nights: readonly number[],
  more: (entry: Entry, rounds: readonly number[]) => Promise<unknown> = async () => undefined,
): Promise<Twice> {
  const entry = await anEntry(form);
  const rounds: number[] = [];
  for (const each of nights) {
    const round = await entry.addRound('stay');
    await entry.answer('nights', num(each), round);
    rounds.push(round);
  }
  await more(entry, rounds);
  return begin(entry);
}

async function begin(entry: Entry): Promise<Twice> {
  const { interviews, doubleEntry } = entry.core.client;
  const { interviewId } = entry;
  await interviews.complete({ interviewId });
  await doubleEntry.start({ interviewId });
  return {
    ...entry,
    round: async (name, parentInstance = 0) =>
      (await doubleEntry.addTurn({ interviewId, questionId: entry.id(name), parentInstance })).instance,
    second: (name, value, instance = 0) => doubleEntry.answer({ interviewId, questionId: entry.id(name), instance, value: asValue(value) }),
    finish: () => doubleEntry.finish({ interviewId }),
    list: async () => (await doubleEntry.discrepancies({ interviewId })).discrepancies,
    decideRound: (one, choice) => {
      if (one === undefined) throw new Error('no such difference');
      return doubleEntry.decideRound({ interviewId, questionId: one.questionId, instance: one.instance, choice });
    },
  };
}

async function enterNights(twice: Twice, nights: readonly number[]): Promise<number[]> {
  const rounds: number[] = [];
  for (const each of nights) {
    const round = await twice.round('stay');
    await twice.second('nights', num(each), round);
    rounds.push(round);
  }
  return rounds;
}

/** The nights of the interview's rounds, in order. */
async function nightsOf(twice: Twice): Promise<unknown[]> {
  const { turns, answers } = await twice.detail();
  const rounds = turns.filter((turn) => turn.questionId === twice.id('stay')).toSorted((a, b) => a.ordinal - b.ordinal);
  return rounds.map(({ instance }) => {
    const value = answers.find((answer) => answer.questionId === twice.id('nights') && answer.instance === instance)?.value;
    return value?.kind === 'number' ? value.number : null;
  });
}

const inShort = ({ round, decided, first, second }: Discrepancy) =>
  round === null ? [first, second] : `${round.has} ${round.mark} ${round.answers.length}${decided === null ? '' : ` ${decided.choice}`}`;

describe('the second pass has rounds of its own', () => {
  test('and sees nothing of how many the first has, not by number either [F25] [F6]', async () => {
    const twice = await aStarted([3, 5]);
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    const own = (await twice.turns())[0]?.instance ?? 0;
    expect((await doubleEntry.get({ interviewId })).turns).toEqual([]);
    await expect(twice.second('nights', num(3), own)).rejects.toEqual(refused('NOT_FOUND'));
    const [one, two] = await enterNights(twice, [3, 9]);
    const { turns, currentInstance } = await doubleEntry.get({ interviewId });
    expect(turns.map(({ ordinal, instance }) => [ordinal, instance])).toEqual([
      [1, one],
      [2, two],
    ]);
    expect(currentInstance).toBe(two);
    expect(one).toBe(1_000_001);
    // Nor do they come into the interview.
    expect(await nightsOf(twice)).toEqual([3, 5]);
  });

  test('a round is taken away with what is in it, and undone as one step [F25] [F6]', async () => {
    const twice = await aStarted([]);
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    const before = markOf(core.session.workspace.db);
    const [one = 0, two = 0] = await enterNights(twice, [3, 5]);
    const visit = await twice.round('visit', one);
    await twice.second('who', 1, visit);
    const full = markOf(core.session.workspace.db);
    const { turns } = await doubleEntry.removeTurn({ interviewId, instance: one });
    expect(turns.map(({ instance, ordinal }) => [instance, ordinal])).toEqual([[two, 1]]);
    expect((await doubleEntry.get({ interviewId })).answers.map((answer) => answer.instance)).toEqual([two]);
    await expect(doubleEntry.removeTurn({ interviewId, instance: one })).rejects.toEqual(refused('NOT_FOUND'));
    await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(full);
    for (let step = 0; step < 6; step += 1) await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
    // The place was in a round that is gone again.
    expect((await doubleEntry.get({ interviewId })).currentInstance).toBe(0);
  });

  test('a round that is left in the middle is where it goes on [F25]', async () => {
    const twice = await aStarted([3]);
    using core = twice.core;
    const round = await twice.round('stay');
    const { currentQuestionId, currentInstance } = await core.client.doubleEntry.get({ interviewId: twice.interviewId });
    expect([currentQuestionId, currentInstance]).toEqual([twice.id('nights'), round]);
  });

  test('after the end it takes no round, and none where the form does not repeat [F25]', async () => {
    const twice = await aStarted([]);
    using core = twice.core;
    await expect(twice.round('last')).rejects.toEqual(refused('NOT_ASKED'));
    const round = await twice.round('stay');
    await twice.finish();
    await expect(twice.round('stay')).rejects.toEqual(refused('NOT_FOUND'));
    await expect(core.client.doubleEntry.removeTurn({ interviewId: twice.interviewId, instance: round })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  test('rounds that are counted follow its own count, from the beginning where the form knows it [F25] [F6]', async () => {
    const entry = await anEntry([
      { name: 'many', type: 'number' },
      { name: 'stay', type: 'repeat', count: '${many}' },
      { name: 'nights', type: 'number', in: 'stay' },
      { name: 'always', type: 'repeat', count: '2' },
      { name: 'said', type: 'yes-no', in: 'always' },
    ]);
    using core = entry.core;
    const { doubleEntry } = core.client;
    const { interviewId } = entry;
    await entry.answer('many', num(3));
    const twice = await begin(entry);
    const seen = async () =>
      (await doubleEntry.get({ interviewId })).turns.map(
        (turn) => twice.named([{ ...turn, questionId: turn.questionId ?? twice.id('many'), instance: 0 }])[0],
      );
    expect(await seen()).toEqual(['always', 'always']);
    await twice.second('many', num(2));
    expect(await seen()).toEqual(expect.arrayContaining(['stay', 'stay']));
    expect(await seen()).toHaveLength(4);
    await expect(twice.round('stay')).rejects.toEqual(refused('NOT_ASKED'));
    await twice.second('many', num(1));
    expect(await seen()).toHaveLength(3);
    // The difference is the count, and what follows from it is none of its own.
    expect(await twice.finish()).toEqual({ fields: 1, discrepancies: 1 });
    expect(twice.named(await twice.list())).toEqual(['many']);
    await doubleEntry.decide({ interviewId, questionId: twice.id('many'), choice: 'second' });
    expect(await twice.list()).toHaveLength(1);
    await doubleEntry.verify({ interviewId });
  });

  test('the persons of a group are those of the interview, with rounds in them; who leaves takes both along [F25] [F6]', async () => {
    const entry = await anEntry(
      [
        { name: 'stay', type: 'repeat', isPerPerson: true },
        { name: 'nights', type: 'number', in: 'stay' },
        { name: 'mood', type: 'one', options: 3, isPerPerson: true },
      ],
      { kind: 'group', personCount: 2 },
    );
    using core = entry.core;
    const { doubleEntry, interviews } = core.client;
    const { interviewId } = entry;
    const own = await entry.addRound('stay', 2);
    await entry.answer('nights', num(3), own);
    await entry.answer('mood', 1, 2);
    const twice = await begin(entry);
    expect((await doubleEntry.get({ interviewId })).turns.map((turn) => turn.label)).toEqual(['P1', 'P2']);
    await expect(doubleEntry.removeTurn({ interviewId, instance: 2 })).rejects.toEqual(refused('NOT_FOUND'));
    const round = await twice.round('stay', 2);
    await twice.second('nights', num(4), round);
    await twice.second('mood', 1, 2);
    expect(await twice.finish()).toEqual({ fields: 2, discrepancies: 1 });
    expect(twice.named(await twice.list())).toEqual([`nights@${own}`]);
    await doubleEntry.decide({ interviewId, ...twice.place('nights', own), choice: 'second' });
    expect(await twice.record('nights', own)).toMatchObject({ value: num(4) });
    const before = markOf(core.session.workspace.db);
    await interviews.removeTurn({ interviewId, instance: 2, changeReason: 'as-on-form' });
    expect(count(core, 'SELECT (SELECT count(*) FROM second_turn) + (SELECT count(*) FROM second_answer) AS n')).toBe(0);
    await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
  });
});

describe('a round that only one pass has', () => {
  test('missed by the first: it comes in with all its answers as one step, or stays out [F25]', async () => {
    const twice = await aStarted([3]);
    using core = twice.core;
    const { interviewId } = twice;
    const { doubleEntry } = core.client;
    const [, missed = 0, other = 0] = await enterNights(twice, [3, 5, 7]);
    await twice.second('why', 'Hun ventet', missed);
    const visit = await twice.round('visit', missed);
    await twice.second('who', 9, visit);
    await doubleEntry.specify({ interviewId, ...twice.place('who', visit), text: 'Naboen' });
    expect(await twice.finish()).toEqual({ fields: 3, discrepancies: 2 });
    expect((await twice.list()).map(inShort)).toEqual(['second 2 3', 'second 3 1']);
    await expect(doubleEntry.verify({ interviewId })).rejects.toMatchObject({ code: 'NOT_DECIDED', data: { params: { count: 2 } } });
    const before = markOf(core.session.workspace.db);
    // The later one first: what is taken is held against what it was made of, and not against its neighbour.
    expect(await twice.decideRound((await twice.list())[1], 'second')).toEqual({ left: 1 });
    expect(await nightsOf(twice)).toEqual([3, 7]);
    expect((await twice.list()).map(inShort)).toEqual(['second 2 3', 'second 3 1 second']);
    await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
    expect(await twice.decideRound((await twice.list())[0], 'second')).toEqual({ left: 1 });
    const { answers, turns } = await twice.detail();
    expect(answers.map(({ value, specify }) => [value, specify])).toEqual(
      expect.arrayContaining([
        [num(5), ''],
        [{ kind: 'text', text: 'Hun ventet' }, ''],
        [{ kind: 'code', code: 9 }, 'Naboen'],
      ]),
    );
    expect(turns).toHaveLength(3);
    expect(count(core, "SELECT count(*) AS n FROM text WHERE kind = 'answer' AND body = 'Hun ventet'")).toBe(1);
    expect(await twice.decideRound((await twice.list())[1], 'first')).toEqual({ left: 0 });
    expect((await twice.list()).map(inShort)).toEqual(['second 2 3 second', 'second 3 1 first']);
    expect(await nightsOf(twice)).toEqual([3, 5]);
    // Another round than was decided against is not undone by deciding: only undo goes back.
    await expect(twice.decideRound((await twice.list())[0], 'first')).rejects.toEqual(refused('NOT_FOUND'));
    expect(other).toBeGreaterThan(missed);
    await doubleEntry.verify({ interviewId });
    await expect(twice.decideRound((await twice.list())[1], 'second')).rejects.toEqual(refused('REASON_NEEDED'));
  });

  test('invented by the first: it goes with all its answers as one step, or stays; what else was decided stands [F25]', async () => {
    const twice = await aStarted([3, 5], async (entry, [, second = 0]) => {
      await entry.answer('why', 'Feil side', second);
      await entry.answer('who', 1, await entry.addRound('visit', second));
    });
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { interviewId } = twice;
    const first = (await twice.turns())[0]?.instance ?? 0;
    await enterNights(twice, [4]);
    expect(await twice.finish()).toEqual({ fields: 2, discrepancies: 2 });
    const [round, field] = await twice.list();
    expect(round?.round).toMatchObject({
      has: 'first',
      mark: '2',
      answers: [{ mark: '2', value: num(5) }, { mark: '2' }, { mark: '2.1' }],
    });
    expect(field).toMatchObject({ instance: first, first: num(3), second: num(4) });
    await doubleEntry.decide({ interviewId, ...twice.place('nights', first), choice: 'second' });
    expect(await twice.decideRound(round, 'first')).toEqual({ left: 0 });
    const before = markOf(core.session.workspace.db);
    expect(await twice.decideRound(round, 'second')).toEqual({ left: 0 });
    expect(await nightsOf(twice)).toEqual([4]);
    expect(count(core, 'SELECT count(*) AS n FROM text')).toBe(0);
    expect((await twice.list()).map(inShort)).toEqual(['first 2 3 second', [num(3), num(4)]]);
    await twice.undo();
    expect(markOf(core.session.workspace.db)).toBe(before);
    expect((await twice.list()).map(inShort)).toEqual(['first 2 3 first', [num(3), num(4)]]);
  });

  test('in a round that both have is found there, and what lies in a missing round is no difference of its own [F25]', async () => {
    const twice = await aStarted([3, 5], (entry, [first = 0]) => entry.addRound('visit', first));
    using core = twice.core;
    const [, two = 0] = await enterNights(twice, [3, 5]);
    const visit = await twice.round('visit', two);
    await twice.second('who', 1, visit);
    const third = await twice.round('stay');
    await twice.round('visit', third);
    expect(await twice.finish()).toEqual({ fields: 5, discrepancies: 3 });
    expect((await twice.list()).map(inShort)).toEqual(['second 3 0', 'first 1.1 0', 'second 2.1 1']);
    await twice.decideRound((await twice.list())[2], 'second');
    const { turns, answers } = await twice.detail();
    const made = turns.find((turn) => turn.instance === answers.find((answer) => answer.questionId === twice.id('who'))?.instance);
    expect(turns.find((turn) => turn.instance === made?.parentInstance)?.ordinal).toBe(2);
    expect(core.session.workspace.db.pragma('foreign_key_check')).toEqual([]);
  });

  test('stays with its pair when a round before it goes, by a reason, after the second pass [F25]', async () => {
    const twice = await aStarted([3, 5]);
    using core = twice.core;
    const { interviewId } = twice;
    await enterNights(twice, [3, 5]);
    expect(await twice.finish()).toEqual({ fields: 2, discrepancies: 0 });
    const first = (await twice.turns())[0]?.instance ?? 0;
    await core.client.interviews.removeTurn({ interviewId, instance: first, changeReason: 'as-on-form' });
    expect((await twice.list()).map(inShort)).toEqual(['second 1 1']);
  });

  test('is one error in the rates: of the first when it was missed or invented, of the second when it was kept [F25]', async () => {
    const twice = await aStarted([3]);
    using core = twice.core;
    const { doubleEntry } = core.client;
    const { workspace } = core.session;
    const [, , third = 0] = await enterNights(twice, [3, 5, 7]);
    await twice.second('why', 'Uklart', third);
    await twice.finish();
    const other = workspace.newId();
    workspace.sql.insert('actor', { id: other, user_name: 'vigdis', name: 'Vigdis', initials: 'V' });
    workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') }, () =>
      workspace.sql.run('UPDATE second_pass SET entered_by = :other', { other }),
    );
    const own =
      workspace.sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :id', { id: workspace.knownActor() })?.name ??
      '';
    const rates = () => doubleEntry.errorRates({ projectId: twice.projectId });
    await twice.decideRound((await twice.list())[0], 'second');
    expect(await rates()).toMatchObject({ fields: 3, discrepancies: 2 });
    expect((await rates()).byPerson.toSorted((a, b) => b.errors - a.errors)).toEqual([
      { name: own, fields: 3, errors: 1 },
      { name: 'Vigdis', fields: 3, errors: 0 },
    ]);
    await twice.decideRound((await twice.list())[1], 'first');
    expect((await rates()).byPerson.map(({ errors }) => errors)).toEqual([1, 1]);
    // What lies in rounds that one of them has was entered once: one field of nights, and two rounds.
    expect((await rates()).byQuestion.map(({ number, fields, discrepancies }) => [number, fields, discrepancies])).toEqual([
      ['2', 2, 2],
      ['3', 1, 0],
    ]);
  });
});

test('withdrawal stops it, and erasing a person leaves no round of the second pass behind [F25] [F39]', async () => {
  const twice = await aStarted([3]);
  using core = twice.core;
  const { fieldwork, doubleEntry } = core.client;
  const { interviewId } = twice;
  const [round = 0] = await enterNights(twice, [3]);
  const gone = await twice.round('stay');
  await doubleEntry.removeTurn({ interviewId, instance: gone });
  const respondentId = RespondentId.parse(
    core.session.workspace.db.prepare('SELECT respondent_id FROM interview WHERE id = ?').pluck().get(interviewId),
  );
  await fieldwork.withdraw({ respondentId, withdrawnOn: '2025-04-05' });
  await expect(twice.round('stay')).rejects.toEqual(refused('NOT_ASKED'));
  await expect(doubleEntry.removeTurn({ interviewId, instance: round })).rejects.toEqual(refused('NOT_ASKED'));
  const steps = await fieldwork.erase({ respondentId, typedCode: twice.code });
  for (let step = await steps.next(); step.done !== true; step = await steps.next());
  expect(count(core, 'SELECT count(*) AS n FROM second_turn')).toBe(0);
  expect(count(core, "SELECT count(*) AS n FROM op_change WHERE table_name IN ('second_turn', 'second_answer', 'turn')")).toBe(0);
  expect(count(core, "SELECT count(*) AS n FROM workspace_fact WHERE name LIKE '%' || :interviewId", { interviewId })).toBe(0);
});

test('a copy brings its rounds of the second pass; one that both made is one round [F25] [F30]', async () => {
  using laptops = await twoLaptops((laptop) => {
    layGround(laptop);
    laptop.run("UPDATE question SET type = 'repeat' WHERE key = 1");
    laptop.add('second_pass', { id: id(70), interview_id: id(41), entered_by: 'ola', started_at: '2026-03-02T08:00:00Z' });
  });
  const { mine, theirs } = laptops;
  const round = (laptop: Laptop, n: number, instance: number): void =>
    laptop.add('second_turn', { id: id(n), interview_key: 1, instance, question_key: 1, ordinal: instance - 1_000_000 });
  round(mine, 71, 1_000_001);
  round(theirs, 72, 1_000_001);
  round(theirs, 73, 1_000_002);
  theirs.add('second_answer', { interview_key: 1, question_key: 2, instance: 1_000_002, txt: 'Brygga' });
  const { report } = await merge(mine, theirs);
  expect(report.conflicts).toEqual([]);
  expect(mine.all('SELECT id, instance FROM second_turn ORDER BY instance')).toEqual([
    [id(71), 1_000_001],
    [id(73), 1_000_002],
  ]);
  expect(mine.all('SELECT instance, txt FROM second_answer')).toEqual([[1_000_002, 'Brygga']]);
  await mine.undo();
  expect(mine.all('SELECT id FROM second_turn')).toEqual([[id(71)]]);
});
