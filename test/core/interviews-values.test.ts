import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AnswerValue } from '../../shared/model/answer.ts';
import { refused } from '../support/refused.ts';
import { anEntry, clear, codes, count, date, draft, dontKnow, num, type FormQuestion } from './entry-fixture.ts';

const code = (given: number): AnswerValue => ({ kind: 'code', code: given });

describe('dates', () => {
  test.each([
    ['date', '3/4', '2025-04-03', 'day'],
    ['date', 'mot slutten av 2023', '2023-12-31', 'season'],
    ['date', 'ca 2019', '2019-12-31', 'about'],
    ['date', 'i går', '2025-04-02', 'day'],
    ['month', 'apr 2024', '2024-04-30', 'month'],
    ['year', '1987', '1987-12-31', 'year'],
    ['time', '14.30', '14:30', 'minute'],
    ['date-time', '3.4.2025 14.30', '2025-04-03T14:30', 'minute'],
    ['date', 'lenge siden', null, 'none'],
  ])('%s "%s" is kept as it was said, with the day it sorts by [R6]', async (dateForm, said, sortOn, precision) => {
    const entry = await anEntry([{ name: 'when', type: 'date', dateForm }]);
    using _core = entry.core;
    const { changed } = await entry.answer('when', date(said));
    expect(changed[0]).toMatchObject({ value: { kind: 'date', said, sortOn, precision }, state: null });
    expect((await entry.record('when'))?.value).toEqual({ kind: 'date', said, sortOn, precision });
  });

  test('one that cannot be read is a draft: on disk, never counted, and replaced by a date', async () => {
    const entry = await anEntry([
      { name: 'when', type: 'date', isRequired: true },
      { name: 'after', type: 'one', options: 2, relevant: "${when} > '2020-01-01'" },
    ]);
    using core = entry.core;
    await entry.answer('when', date('3.4.2024'));
    await entry.answer('after', 1);
    const broken = await entry.answer('when', date('en gang i'));
    expect(broken.changed[0]).toMatchObject({ value: { kind: 'draft', typed: 'en gang i' }, state: 'invalid-draft' });
    expect(entry.named(broken.parked)).toEqual(['after']);
    await expect(core.client.interviews.complete({ interviewId: entry.interviewId })).rejects.toEqual(refused('NOT_COMPLETE'));
    expect(entry.named((await entry.answer('when', date('i fjor'))).returned)).toEqual(['after']);
    await entry.undo();
    await entry.undo();
    expect(await entry.record('when')).toMatchObject({ value: { kind: 'date', said: '3.4.2024' }, state: null });
  });
});

describe('drafts', () => {
  test('what is typed and cannot be an answer yet is on disk, and the value before it in the history [F3] [F22]', async () => {
    const entry = await anEntry([{ name: 'weeks', type: 'number', minimum: 0, maximum: 10 }]);
    using core = entry.core;
    await entry.answer('weeks', num(7));
    await expect(entry.answer('weeks', num(11))).rejects.toMatchObject({
      code: 'OUT_OF_RANGE',
      data: { params: { value: 11, minimum: 0, maximum: 10 } },
    });
    expect(await entry.record('weeks')).toMatchObject({ value: num(7) });
    await entry.answer('weeks', draft('11'));
    expect(await entry.record('weeks')).toMatchObject({ value: draft('11'), state: 'invalid-draft' });
    await expect(core.client.interviews.complete({ interviewId: entry.interviewId })).rejects.toEqual(refused('NOT_COMPLETE'));
    await entry.answer('weeks', num(10));
    expect(await entry.record('weeks')).toMatchObject({ value: num(10), state: null });
    expect((await core.client.interviews.complete({ interviewId: entry.interviewId })).progress).toMatchObject({ answered: 1, asked: 1 });
    const images = core.session.workspace.sql.all(
      z.object({ before: z.string() }),
      "SELECT before FROM op_change WHERE table_name = 'answer' AND before IS NOT NULL ORDER BY n",
    );
    expect(images[0]?.before).toContain('"num":"7');
  });

  test('a number with more decimals than it may have is kept as one [F3]', async () => {
    const entry = await anEntry([
      { name: 'whole', type: 'number', decimals: 0 },
      { name: 'price', type: 'number', decimals: 2 },
    ]);
    using _core = entry.core;
    expect((await entry.answer('whole', num(3.5))).changed[0]).toMatchObject({ state: 'invalid-draft' });
    expect((await entry.answer('whole', num(3))).changed[0]).toMatchObject({ state: null });
    expect((await entry.answer('price', num(1.15))).changed[0]).toMatchObject({ state: null });
    expect((await entry.answer('price', num(1.155))).changed[0]).toMatchObject({ state: 'invalid-draft' });
  });
});

describe('checks', () => {
  const form: readonly FormQuestion[] = [
    { name: 'age', type: 'number' },
    {
      name: 'job',
      type: 'one',
      options: [
        { code: 1, name: 'pensioner' },
        { code: 2, name: 'pupil' },
      ],
      soft: "not(. = 'pensioner' and ${age} < 40)",
    },
    { name: 'years', type: 'number', hard: '. <= ${age}' },
  ];

  test('a hard check leaves a draft that is not counted, a soft one waits for a reason [F3] [F5]', async () => {
    const entry = await anEntry(form);
    using _core = entry.core;
    await entry.answer('age', num(12));
    expect((await entry.answer('years', num(20))).changed[0]).toMatchObject({ value: num(20), state: 'invalid-draft' });
    expect((await entry.answer('job', 1)).changed[0]).toMatchObject({ state: 'to-confirm' });
    const grown = await entry.answer('age', num(67));
    expect(grown.changed.map((record) => [entry.named([record])[0], record.state])).toEqual([
      ['age', null],
      ['job', null],
      ['years', null],
    ]);
  });

  test('who let an unusual answer stand, when and why is kept, with words for "other" [F4]', async () => {
    const entry = await anEntry(form, {}, { deps: { now: () => Date.parse('2025-04-03T10:00:00Z') } });
    using core = entry.core;
    const { interviewId } = entry;
    await entry.answer('age', num(12));
    await entry.answer('job', 1);
    const { changed } = await core.client.interviews.confirm({
      interviewId,
      ...entry.place('job'),
      reason: 'other',
      words: ' Arvet pensjon ',
    });
    expect(changed[0]).toMatchObject({ state: 'overridden', confirmReason: 'other' });
    const Row = z.object({ override_reason: z.string(), override_by: z.string(), override_at: z.string() });
    const row = core.session.workspace.sql.get(
      Row,
      "SELECT override_reason, override_by, override_at FROM answer WHERE state = 'overridden'",
    );
    expect(row).toEqual({
      override_reason: 'Arvet pensjon',
      override_by: core.session.workspace.knownActor(),
      override_at: '2025-04-03T10:00:00.000Z',
    });
    expect(await entry.record('job')).toMatchObject({ confirmReason: 'other' });
    await entry.answer('job', 1);
    expect(await entry.record('job')).toMatchObject({ state: 'overridden' });
    await entry.answer('job', 2);
    await entry.answer('job', 1);
    expect(await entry.record('job')).toMatchObject({ state: 'to-confirm', confirmReason: null });
    expect((await core.client.interviews.complete({ interviewId })).status).toBe('complete');
  });
});

describe('what follows from other answers', () => {
  test('a calculation is worked out anew with every answer it asks for, and undo takes it back [F2]', async () => {
    const entry = await anEntry([
      { name: 'a', type: 'number' },
      { name: 'b', type: 'number' },
      { name: 'sum', type: 'calculated', calculation: '${a} + ${b}' },
      { name: 'high', type: 'one', options: 2, relevant: '${sum} > 10' },
    ]);
    using core = entry.core;
    await entry.answer('a', num(4));
    expect(await entry.record('sum')).toBeUndefined();
    const both = await entry.answer('b', num(8));
    expect(both.changed.map((record) => record.value)).toEqual([num(8), num(12)]);
    await entry.answer('high', 1);
    const less = await entry.answer('b', num(1));
    expect(entry.named(less.parked)).toEqual(['high']);
    expect(await entry.record('sum')).toMatchObject({ value: num(5) });
    await entry.undo();
    expect(await entry.record('sum')).toMatchObject({ value: num(12) });
    expect(await entry.record('high')).toMatchObject({ state: null });
    await expect(entry.answer('sum', num(3))).rejects.toEqual(refused('NOT_ASKED'));
    expect(count(core, 'SELECT num AS n FROM answer WHERE question_key = 3')).toBe(12);
  });

  test('what is required only sometimes holds an interview up only then', async () => {
    const entry = await anEntry([
      { name: 'why', type: 'one', options: 2 },
      { name: 'more', type: 'open', requiredWhen: '${why} = 2', isRequired: true },
    ]);
    using core = entry.core;
    const { interviewId } = entry;
    await entry.answer('why', 2);
    await expect(core.client.interviews.complete({ interviewId })).rejects.toEqual(refused('NOT_COMPLETE'));
    await entry.answer('why', 1);
    expect((await core.client.interviews.complete({ interviewId })).progress).toMatchObject({ answered: 1, asked: 2, problems: [] });
  });

  const county = (name: string) => ({ county: name });
  const places: readonly FormQuestion[] = [
    {
      name: 'county',
      type: 'one',
      options: [
        { code: 1, name: 'nord' },
        { code: 2, name: 'sor' },
      ],
    },
    {
      name: 'municipality',
      type: 'one',
      options: [
        { code: 1, filter: county('nord') },
        { code: 2, filter: county('nord') },
        { code: 3, filter: county('sor') },
      ],
      filter: 'county = ${county}',
    },
  ];

  test('only what the filter offers can be chosen; a stale answer is flagged and named, and can stand [F13]', async () => {
    const entry = await anEntry(places);
    using core = entry.core;
    await entry.answer('county', 1);
    await expect(entry.answer('municipality', 3)).rejects.toMatchObject({
      code: 'NO_SUCH_CODE',
      data: { params: { code: '3', list: '1, 2' } },
    });
    await entry.answer('municipality', 2);
    const moved = await entry.answer('county', 2);
    expect(entry.named(moved.stale)).toEqual(['municipality']);
    expect(moved.changed[1]).toMatchObject({ value: code(2), state: 'to-confirm' });
    await core.client.interviews.confirm({ interviewId: entry.interviewId, ...entry.place('municipality'), reason: 'as-on-form' });
    expect(await entry.record('municipality')).toMatchObject({ state: 'overridden' });
    expect((await entry.answer('county', 1)).stale).toEqual([]);
    expect(await entry.record('municipality')).toMatchObject({ value: code(2), state: null });
  });

  test('an order at random is the same every time the interview is opened, and another in the next [F14]', async () => {
    const entry = await anEntry([{ name: 'pick', type: 'one', options: 9, isRandom: true }]);
    using core = entry.core;
    const { seed } = await entry.detail();
    expect((await entry.detail()).seed).toBe(seed);
    expect(seed).toBeGreaterThan(0);
    const { values } = await core.client.interviews.startForm({ projectId: entry.projectId });
    if (values === null) throw new Error('there is a form');
    const other = await core.client.interviews.start({ ...values, projectId: entry.projectId, consentGivenOn: '2025-04-03' });
    expect((await core.client.interviews.get({ interviewId: other.interviewId })).seed).not.toBe(seed);
  });
});

test('"other: what?" keeps its words beside its option [F9]', async () => {
  const entry = await anEntry([
    { name: 'how', type: 'several', options: [{ code: 1 }, { code: 9, asksWhat: true }, { code: 10, isExclusive: true }] },
  ]);
  using core = entry.core;
  await entry.answer('how', codes(9, 1));
  await core.client.interviews.specify({ interviewId: entry.interviewId, ...entry.place('how'), text: 'Naboen kjørte' });
  expect(await entry.record('how')).toMatchObject({ value: { codes: [1, 9] }, specify: 'Naboen kjørte' });
  await expect(entry.answer('how', codes(1, 10))).rejects.toEqual(refused('OUT_OF_RANGE'));
});

test('an answer from the registers is one that is there', async () => {
  const entry = await anEntry([{ name: 'where', type: 'register', register: 'place' }]);
  using core = entry.core;
  const { workspace } = core.session;
  const id = workspace.newId();
  workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('other') }, () =>
    workspace.sql.insert('place', { id, name: 'Fjordvik', kind: 'municipality', country_code: 'NO' }),
  );
  await expect(entry.answer('where', { kind: 'record', id: workspace.newId() })).rejects.toEqual(refused('NOT_FOUND'));
  await entry.answer('where', { kind: 'record', id });
  expect(await entry.record('where')).toMatchObject({ value: { kind: 'record', id } });
  expect((await core.client.history.next({})).undo?.params).toMatchObject({ to: 'Fjordvik' });
});

describe('two windows on one interview', () => {
  const form: readonly FormQuestion[] = [
    { name: 'mood', type: 'one', options: 5 },
    { name: 'words', type: 'open' },
  ];

  test('the later writer is told what stands, by whom and when, and nothing is written', async () => {
    const entry = await anEntry(form, {}, { deps: { now: () => Date.parse('2025-04-03T12:00:00Z'), userName: 'solfrid' } });
    using core = entry.core;
    const { interviewId } = entry;
    const other = core.clientFor('other');
    await other.interviews.answer({ interviewId, ...entry.place('mood'), value: { kind: 'code', code: 4 } });
    const late = await entry.answer('mood', 2, 0, { seen: null });
    expect(late).toMatchObject({ changed: [], conflict: { theirs: { value: code(4) }, by: 'solfrid', at: '2025-04-03T12:00:00.000Z' } });
    expect(await entry.record('mood')).toMatchObject({ value: code(4) });
    expect((await entry.answer('mood', 4, 0, { seen: null })).conflict).toBeNull();
    expect((await entry.answer('mood', 2, 0, { seen: code(4) })).conflict).toBeNull();
    expect(await entry.record('mood')).toMatchObject({ value: code(2) });
  });

  test('an answer that was taken away meanwhile is told as well', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { interviewId } = entry;
    await entry.answer('words', 'Det første');
    await core.clientFor('other').interviews.answer({ interviewId, ...entry.place('words'), value: clear });
    const late = await entry.answer('words', 'Det første og mer', 0, { seen: { kind: 'text', text: 'Det første' } });
    expect(late.conflict).toMatchObject({ theirs: { value: null } });
    expect(await entry.record('words')).toBeUndefined();
    await core.clientFor('other').interviews.answer({ interviewId, ...entry.place('words'), value: { kind: 'text', text: 'En annen' } });
    const again = await entry.answer('words', 'Min', 0, { seen: null });
    expect(again.conflict).toMatchObject({ theirs: { value: { kind: 'text', text: 'En annen' } } });
  });
});

describe('time', () => {
  test('spent in each section is counted between the events of one window, and not while nobody is there [F27]', async () => {
    let now = Date.parse('2025-04-03T10:00:00Z');
    const entry = await anEntry(
      [
        { name: 'a', type: 'one', options: 3, section: 'Først' },
        { name: 'b', type: 'one', options: 3, section: 'Først' },
        { name: 'c', type: 'open', section: 'Sist' },
      ],
      {},
      { deps: { now: () => now } },
    );
    using core = entry.core;
    const { interviewId } = entry;
    const after = (seconds: number): void => {
      now += seconds * 1000;
    };
    await core.client.interviews.moveTo({ interviewId, ...entry.place('a') });
    after(10);
    await entry.answer('a', 1);
    after(5);
    await core.client.interviews.moveTo({ interviewId, ...entry.place('c') });
    after(20);
    await entry.answer('c', 'En lang historie');
    after(301);
    await entry.answer('c', 'En lang historie om pause');
    await core.clientFor('other').interviews.moveTo({ interviewId, ...entry.place('a') });
    after(30);
    await core.client.interviews.moveTo({ interviewId, ...entry.place('b') });
    const Row = z.object({ title: z.string(), seconds: z.number() });
    const spent = core.session.workspace.sql.all(
      Row,
      'SELECT title, seconds FROM section_time JOIN section ON section.id = section_id ORDER BY ordinal',
    );
    expect(spent).toEqual([
      { title: '{"nb":"Først"}', seconds: 15 },
      { title: '{"nb":"Sist"}', seconds: 20 },
    ]);
  });
});

describe('facts and words about the interview', () => {
  const form: readonly FormQuestion[] = [
    { name: 'mood', type: 'one', options: 5 },
    { name: 'words', type: 'open' },
  ];

  test('are corrected one at a time, and undone', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { interviewId } = entry;
    await entry.answer('words', 'Det gikk fort');
    await core.client.interviews.setFacts({
      interviewId,
      facts: { heldOn: '2025-04-01', beganAt: '10:15', coInterviewers: 'Even', helper: 'peer', assistance: 'read-aloud' },
    });
    expect((await entry.detail()).facts).toMatchObject({
      heldOn: '2025-04-01',
      beganAt: '10:15',
      endedAt: null,
      coInterviewers: 'Even',
      helper: 'peer',
      assistance: 'read-aloud',
      mode: 'face-to-face',
    });
    expect(count(core, "SELECT count(*) AS n FROM text WHERE said_on = '2025-04-01'")).toBe(1);
    await core.client.interviews.setFacts({ interviewId, facts: { language: 'sv' } });
    expect(await entry.record('words')).toMatchObject({ value: { text: 'Det gikk fort' } });
    expect((await entry.detail()).language).toBe('sv');
    await entry.undo();
    await entry.undo();
    expect((await entry.detail()).facts).toMatchObject({ heldOn: '2025-04-03', beganAt: null, coInterviewers: '' });
    await expect(core.client.interviews.setFacts({ interviewId, facts: { placeId: core.session.workspace.newId() } })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  test('[E14] that somebody else has changed since they were seen are not replaced, and both are handed back', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { interviews } = core.client;
    const other = core.clientFor('other').interviews;
    const { interviewId } = entry;
    const on = { interviewId, questionId: entry.id('mood') };
    const none = { conflict: null };
    expect(await interviews.notes({ interviewId, text: 'Hun ventet', seen: '' })).toEqual(none);
    expect(await interviews.notes({ interviewId, text: 'Hun ventet lenge', seen: 'Hun ventet' })).toEqual(none);
    expect(await other.notes({ interviewId, text: 'Hun ventet i uker', seen: 'Hun ventet' })).toMatchObject({
      conflict: { theirs: 'Hun ventet lenge' },
    });
    expect((await entry.detail()).notes).toBe('Hun ventet lenge');
    expect(await other.notes({ interviewId, text: 'Hun ventet i uker', seen: 'Hun ventet lenge' })).toEqual(none);
    // What is taken away is a change too; blanks are nothing.
    expect(await interviews.notes({ interviewId, text: '  ', seen: 'Hun ventet i uker' })).toEqual(none);
    expect(await interviews.notes({ interviewId, text: 'Takk', seen: '  ' })).toEqual(none);
    expect(await interviews.remark({ ...on, text: 'nølte', seen: '' })).toEqual(none);
    expect(await other.remark({ ...on, text: 'lo', seen: '' })).toMatchObject({ conflict: { theirs: 'nølte' } });
    expect(await other.remark({ ...on, text: 'nølte', seen: '' })).toEqual(none);
    expect(await entry.record('mood')).toMatchObject({ remark: 'nølte' });
    // A writer who does not say what was seen replaces it.
    expect(await other.remark({ ...on, text: '' })).toEqual(none);
    expect(await interviews.remark({ ...on, text: 'nølte lenge', seen: 'nølte' })).toMatchObject({ conflict: { theirs: '' } });
  });

  test('[F35] of a finished interview change only for a reason, and it is checked again', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { interviewId } = entry;
    const { interviews } = core.client;
    await entry.answer('mood', 2);
    await entry.answer('words', 'Det gikk fort');
    await interviews.complete({ interviewId });
    const { projectId } = await entry.detail();
    for (const status of ['in-check', 'verified'] as const)
      await core.client.fieldwork.changeInterviews({ projectId, interviewIds: [interviewId], change: { kind: 'status', status } });
    const facts = { heldOn: '2025-04-01' };
    await expect(interviews.setFacts({ interviewId, facts })).rejects.toEqual(refused('REASON_NEEDED'));
    expect((await entry.detail()).facts.heldOn).toBe('2025-04-03');
    await interviews.setFacts({ interviewId, facts, changeReason: 'as-on-form' });
    expect((await entry.detail()).facts.heldOn).toBe('2025-04-01');
    expect((await entry.detail()).status).toBe('in-check');
    expect(count(core, "SELECT count(*) AS n FROM interview_change WHERE question_id IS NULL AND reason = 'as-on-form'")).toBe(1);
    await entry.undo();
    expect((await entry.detail()).facts.heldOn).toBe('2025-04-03');
    expect(count(core, 'SELECT count(*) AS n FROM interview_change')).toBe(0);
  });

  test('changing language half-way leaves every answer as it is [F11]', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    await entry.answer('mood', 3);
    await entry.answer('words', 'Halvveis i en set');
    for (const language of ['sv', 'en', 'nb'] as const) {
      await core.client.interviews.setFacts({ interviewId: entry.interviewId, facts: { language } });
      expect((await entry.detail()).answers.map((answer) => answer.value)).toEqual([code(3), { kind: 'text', text: 'Halvveis i en set' }]);
    }
  });

  test('remarks, and what was asked and said in the running notes, are texts that can be coded [F26] [R58]', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { interviewId } = entry;
    await entry.answer('mood', dontKnow);
    await core.client.interviews.remark({ interviewId, ...entry.place('mood'), text: 'Nølte lenge' });
    await core.client.interviews.remark({ interviewId, questionId: null, text: 'Trangt rom' });
    await core.client.interviews.notes({ interviewId, text: 'Begynte med å fortelle om broren.' });
    expect(await entry.detail()).toMatchObject({ remark: 'Trangt rom', notes: 'Begynte med å fortelle om broren.' });
    expect(await entry.record('mood')).toMatchObject({ remark: 'Nølte lenge', value: dontKnow });
    expect(count(core, "SELECT count(*) AS n FROM text WHERE kind IN ('remark', 'note') AND interview_key IS NOT NULL")).toBe(3);
    await core.client.interviews.notes({ interviewId, text: '  ' });
    expect((await entry.detail()).notes).toBe('');
    await entry.undo();
    expect((await entry.detail()).notes).toBe('');
    await entry.undo();
    expect((await entry.detail()).remark).toBe('');
  });
});

test('a no that becomes a yes takes the refusal back, and the interview goes on', async () => {
  const entry = await anEntry([
    { name: 'agree', type: 'consent' },
    { name: 'mood', type: 'one', options: 5 },
  ]);
  using core = entry.core;
  const { interviewId } = entry;
  await entry.answer('agree', 2);
  expect((await core.client.interviews.complete({ interviewId })).status).toBe('declined');
  await entry.answer('agree', 1, 0, { changeReason: 'as-on-form' });
  expect((await entry.detail()).status).toBe('started');
  await entry.answer('mood', 4);
  expect((await core.client.interviews.complete({ interviewId })).status).toBe('complete');
  expect(count(core, "SELECT count(*) AS n FROM disposition_event WHERE kind = 'declined'")).toBe(0);
});

test('somebody who was asked agrees by beginning, and begins once', async () => {
  const entry = await anEntry([{ name: 'mood', type: 'one', options: 5 }]);
  using core = entry.core;
  const { workspace } = core.session;
  const respondent = workspace.newId();
  workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('other') }, () => {
    workspace.sql.insert('respondent', { id: respondent, project_id: entry.projectId, code: 'R050' });
    workspace.sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: respondent,
      wave_id: entry.waveId,
      kind: 'invited',
      happened_on: '2025-03-01',
    });
  });
  const { values } = await core.client.interviews.startForm({ projectId: entry.projectId });
  if (values === null) throw new Error('there is a form');
  // Made just now, and of the contract's kind.
  const start = { ...values, projectId: entry.projectId, consentGivenOn: '2025-04-03', respondentId: respondent as never };
  expect((await core.client.interviews.start(start)).code).toBe('R050');
  const Row = z.object({ kind: z.string() });
  const events = workspace.sql.all(Row, 'SELECT kind FROM disposition_event WHERE respondent_id = :respondent ORDER BY kind', {
    respondent,
  });
  expect(events.map((event) => event.kind)).toEqual(['agreed', 'invited', 'started']);
  await expect(core.client.interviews.start(start)).rejects.toEqual(refused('EVENT_IMPOSSIBLE'));
});
