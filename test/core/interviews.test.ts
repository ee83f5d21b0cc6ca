import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import type { EnteredValue } from '../../shared/model/answer.ts';
import { ProjectId, type InterviewId, type QuestionId } from '../../shared/model/ids.ts';
import { questionsOf, type Question } from '../../shared/model/questionnaire.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-interviews-'));
const sample = join(folder, 'sample.rost');
let copies = 0;

beforeAll(() => buildSample(sample));

interface Begun extends Disposable {
  readonly core: Core;
  readonly path: string;
  readonly projectId: ProjectId;
  readonly interviewId: InterviewId;
  readonly code: string;
  readonly questions: readonly Question[];
  readonly id: (number: number) => QuestionId;
  readonly place: (number: number) => { questionId: QuestionId; instance: number };
  readonly answer: (number: number, value: EnteredValue | number) => ReturnType<Core['client']['interviews']['answer']>;
  readonly record: (number: number) => Promise<{ value: unknown; state: string | null; remark: string } | undefined>;
}

function openSample(path: string): Core {
  const core = openCore({ windowId: 'entry' });
  core.session.open(path);
  return core;
}

/** A copy of the sample with one interview just begun. */
async function begin(): Promise<Begun> {
  copies += 1;
  const path = join(folder, `copy-${copies}.rost`);
  copyFileSync(sample, path);
  const core = openSample(path);
  const { client, session } = core;
  const sql =
    'SELECT project_id AS id FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_id ORDER BY (SELECT count(*) FROM question WHERE version_id = questionnaire_version.id) DESC LIMIT 1';
  const projectId = ProjectId.parse(session.workspace.sql.get(z.object({ id: z.string() }), sql)?.id);
  const form = await client.interviews.startForm({ projectId });
  if (form.values === null) throw new Error('the sample has waves and versions');
  const { interviewId, code } = await client.interviews.start({ ...form.values, projectId });
  const questions = questionsOf(await client.questionnaires.version({ versionId: form.values.versionId }));
  const id = (number: number): QuestionId => {
    const found = questions.find((question) => question.number === String(number))?.id;
    if (found === undefined) throw new Error(`no question ${number}`);
    return found;
  };
  return {
    core,
    path,
    projectId,
    interviewId,
    code,
    questions,
    id,
    place: (number) => ({ questionId: id(number), instance: 0 }),
    answer: (number, value) =>
      client.interviews.answer({
        interviewId,
        questionId: id(number),
        value: typeof value === 'number' ? { kind: 'code', code: value } : value,
      }),
    record: async (number) => (await client.interviews.get({ interviewId })).answers.find((answer) => answer.questionId === id(number)),
    [Symbol.dispose]: () => core[Symbol.dispose](),
  };
}

const refused = (code: string) => expect.objectContaining({ code });

describe('starting', () => {
  test('gives the next free code and makes respondent, interview and event in one step that can be undone', async () => {
    using begun = await begin();
    const { core, projectId, code } = begun;
    expect(code).toMatch(/^R\d{3}$/u);
    const deed = (await core.client.history.next({})).undo;
    expect(deed).toMatchObject({ labelId: 'interviews.start.undo', params: { code } });
    expect((await core.client.interviews.startForm({ projectId })).nextCode > code).toBe(true);
    await core.client.history.undo({});
    expect((await core.client.interviews.startForm({ projectId })).nextCode).toBe(code);
    await core.client.history.redo({});
    await expect(core.client.interviews.get({ interviewId: begun.interviewId })).resolves.toMatchObject({
      code,
      status: 'started',
      answers: [],
    });
  });

  test('can be undone after looking at other questions', async () => {
    using begun = await begin();
    const { core, interviewId } = begun;
    await core.client.interviews.moveTo({ interviewId, questionId: begun.id(5) });
    await core.client.history.undo({});
    await expect(core.client.interviews.get({ interviewId })).rejects.toEqual(refused('NOT_FOUND'));
  });
});

describe('answering', () => {
  test('a whole interview: closed, several, rank, number, 0–10, open text and reasons [F7] [F8] [F19]', async () => {
    using begun = await begin();
    const { answer, core, interviewId } = begun;
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await answer(number, 1);
    await answer(8, { kind: 'number', number: 6 });
    for (const number of [9, 10, 11, 12]) expect((await answer(number, 4)).next?.questionId).toBe(begun.id(number + 1));
    await answer(13, 1);
    await answer(14, 8);
    await answer(15, { kind: 'codes', codes: [4, 1, 4] });
    await answer(16, { kind: 'codes', codes: [8, 1, 4] });
    await answer(17, 10);
    for (const number of [18, 19, 20]) await answer(number, 1);
    await answer(21, { kind: 'missing', reason: 'prefer-not-to-say' });
    for (const number of [22, 23, 24]) await answer(number, { kind: 'text', text: `Svar ${number}` });
    expect((await begun.record(15))?.value).toEqual({ kind: 'codes', codes: [1, 4] });
    expect((await begun.record(16))?.value).toEqual({ kind: 'codes', codes: [8, 1, 4] });
    const done = await core.client.interviews.complete({ interviewId });
    expect(done).toMatchObject({ status: 'complete', progress: { answered: 24, asked: 24, problems: [] } });
    expect(await begun.record(23)).toMatchObject({ value: { kind: 'text', text: 'Svar 23' }, state: null });
    const { rows } = await core.client.interviews.list({ projectId: begun.projectId, limit: 1 });
    expect(rows[0]).toMatchObject({ code: begun.code, status: 'complete', answered: 24, asked: 24 });
  });

  test('refuses a code that is not there and leaves the answer as it was [F21]', async () => {
    using begun = await begin();
    await begun.answer(2, 1);
    await expect(begun.answer(2, 7)).rejects.toMatchObject({ code: 'NO_SUCH_CODE', data: { params: { code: '7', list: '1, 2' } } });
    await expect(begun.answer(15, { kind: 'codes', codes: [1, 12] })).rejects.toEqual(refused('NO_SUCH_CODE'));
    await expect(begun.answer(2, { kind: 'number', number: 1 })).rejects.toEqual(refused('NOT_ASKED'));
    expect((await begun.record(2))?.value).toEqual({ kind: 'code', code: 1 });
  });

  test('an exclusive answer stands alone [F8]', async () => {
    using begun = await begin();
    await expect(begun.answer(15, { kind: 'codes', codes: [1, 11] })).rejects.toEqual(refused('OUT_OF_RANGE'));
    await begun.answer(15, { kind: 'codes', codes: [11] });
    expect((await begun.record(15))?.value).toEqual({ kind: 'codes', codes: [11] });
  });

  test('keeps five different reasons apart and refuses one that the question does not offer [F10]', async () => {
    using begun = await begin();
    await begun.answer(3, { kind: 'missing', reason: 'dont-know' });
    await begun.answer(4, { kind: 'missing', reason: 'prefer-not-to-say' });
    await begun.answer(9, { kind: 'missing', reason: 'not-applicable' });
    await begun.answer(10, { kind: 'missing', reason: 'illegible' });
    await begun.answer(11, { kind: 'missing', reason: 'skipped' });
    const stored = begun.core.session.workspace.sql.all(
      z.object({ missing: z.string() }),
      'SELECT missing FROM answer JOIN interview ON interview.key = interview_key WHERE interview.id = :id ORDER BY question_key',
      { id: begun.interviewId },
    );
    expect(stored.map((row) => row.missing)).toEqual(['dont-know', 'prefer-not-to-say', 'not-applicable', 'illegible', 'skipped']);
    await expect(begun.answer(3, { kind: 'missing', reason: 'not-applicable' })).rejects.toEqual(refused('REASON_NOT_OFFERED'));
  });

  test('refuses a number outside the hard range; one outside the soft range waits for a reason [F3] [F4]', async () => {
    using begun = await begin();
    await begun.answer(3, 1);
    await expect(begun.answer(8, { kind: 'number', number: 900 })).rejects.toMatchObject({
      code: 'OUT_OF_RANGE',
      data: { params: { value: 900, minimum: 0, maximum: 520 } },
    });
    await begun.answer(8, { kind: 'number', number: 80 });
    expect((await begun.record(8))?.state).toBe('to-confirm');
    await begun.core.client.interviews.confirm({ interviewId: begun.interviewId, questionId: begun.id(8), reason: 'as-on-form' });
    expect((await begun.record(8))?.state).toBe('overridden');
    await begun.answer(8, { kind: 'number', number: 6 });
    expect((await begun.record(8))?.state).toBeNull();
  });

  test('typing in one field is one step, named with what stood there before the first key', async () => {
    using begun = await begin();
    for (const text of ['Jeg', 'Jeg ventet', 'Jeg ventet i elleve uker uten å høre noe fra noen'])
      await begun.answer(22, { kind: 'text', text });
    const { undo } = await begun.core.client.history.next({});
    expect(undo).toMatchObject({
      params: { code: begun.code, question: '22', fromKind: 'none', toKind: 'value', to: 'Jeg ventet i elleve uker uten…' },
    });
    await begun.core.client.history.undo({});
    expect(await begun.record(22)).toBeUndefined();
    await begun.core.client.history.redo({});
    expect((await begun.record(22))?.value).toMatchObject({ text: 'Jeg ventet i elleve uker uten å høre noe fra noen' });
  });

  test('a reason in place of an open answer makes a remark of what was typed', async () => {
    using begun = await begin();
    await begun.answer(22, { kind: 'text', text: 'Han ville ikke ha det med' });
    await begun.answer(22, { kind: 'missing', reason: 'prefer-not-to-say' });
    expect(await begun.record(22)).toMatchObject({
      value: { kind: 'missing', reason: 'prefer-not-to-say' },
      remark: 'Han ville ikke ha det med',
    });
    await begun.core.client.history.undo({});
    expect(await begun.record(22)).toMatchObject({ value: { kind: 'text', text: 'Han ville ikke ha det med' }, remark: '' });
  });

  test('codings move with a correction of the text they stand on', async () => {
    using begun = await begin();
    await begun.answer(22, { kind: 'text', text: 'Jeg fikk hjelp fort.' });
    const { workspace } = begun.core.session;
    workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('entry') }, () =>
      workspace.sql.run(
        `INSERT INTO coding (id, text_id, theme_id, coder_id, is_whole, start_offset, end_offset, coded_at)
         SELECT :id, text.id, theme.id, actor.id, 0, 9, 14, '2025-12-08' FROM text, theme, actor WHERE body = 'Jeg fikk hjelp fort.' LIMIT 1`,
        { id: workspace.newId() },
      ),
    );
    await begun.answer(22, { kind: 'text', text: 'Ja! Jeg fikk hjelp veldig fort.' });
    const Coded = z.object({ part: z.string(), is_doubtful: z.int() });
    const coded = workspace.sql.get(
      Coded,
      "SELECT substr(body, start_offset + 1, end_offset - start_offset) AS part, is_doubtful FROM coding JOIN text ON text.id = text_id WHERE body LIKE 'Ja! Jeg fikk%'",
    );
    expect(coded?.part).toContain('hjelp');
  });
});

describe('routing', () => {
  test('sets answers aside when they are no longer asked, and brings them back [F1]', async () => {
    using begun = await begin();
    await begun.answer(3, 1);
    await begun.answer(8, { kind: 'number', number: 6 });
    const hidden = await begun.answer(3, 4);
    expect(hidden.parked).toEqual([begun.place(8)]);
    expect(await begun.record(8)).toMatchObject({ value: { kind: 'number', number: 6 }, state: 'parked' });
    await expect(begun.answer(8, { kind: 'number', number: 7 })).rejects.toEqual(refused('NOT_ASKED'));
    const back = await begun.answer(3, 2);
    expect(back.returned).toEqual([begun.place(8)]);
    expect(await begun.record(8)).toMatchObject({ value: { kind: 'number', number: 6 }, state: null });
  });

  test('undoing the answer that hid a question brings its answer back in the same step [F1]', async () => {
    using begun = await begin();
    await begun.answer(19, 1);
    await begun.answer(20, 2);
    await begun.answer(19, 2);
    expect((await begun.record(20))?.state).toBe('parked');
    await begun.core.client.history.undo({});
    expect((await begun.record(20))?.state).toBeNull();
    expect((await begun.record(19))?.value).toEqual({ kind: 'code', code: 1 });
  });

  test('an older answer can be undone by name while later ones stand', async () => {
    using begun = await begin();
    await begun.answer(5, 2);
    const seq = (await begun.core.client.history.next({})).undo?.seq;
    await begun.answer(6, 3);
    await begun.core.client.interviews.moveTo({ interviewId: begun.interviewId, questionId: begun.id(9) });
    if (seq === undefined) throw new Error('the answer is a step');
    await begun.core.client.history.undo({ seq });
    expect(await begun.record(5)).toBeUndefined();
    expect((await begun.record(6))?.value).toEqual({ kind: 'code', code: 3 });
  });

  test('a no to the consent question ends the interview as declined, with nothing after it counted [F24]', async () => {
    using begun = await begin();
    await begun.answer(1, 1);
    await begun.answer(2, 1);
    const no = await begun.answer(1, 2);
    expect(no).toMatchObject({ parked: [begun.place(2)], next: null });
    await expect(begun.core.client.interviews.complete({ interviewId: begun.interviewId })).resolves.toMatchObject({ status: 'declined' });
    expect((await begun.core.client.interviews.get({ interviewId: begun.interviewId })).consents).toEqual([]);
  });
});

describe('coming back', () => {
  test('reopens on the same question with every answer, in a new process of the program [F22] [F23]', async () => {
    const { core, path, interviewId, answer, id, projectId, code } = await begin();
    for (const number of [1, 2, 3, 4]) await answer(number, 1);
    await core.client.interviews.moveTo({ interviewId, questionId: id(7) });
    // What is on disk now is all that a killed process leaves behind.
    const killed = join(folder, 'killed.rost');
    copyFileSync(path, killed);
    core[Symbol.dispose]();
    using again = openSample(killed);
    const found = await again.client.interviews.get({ interviewId });
    expect(found.currentQuestionId).toBe(id(7));
    expect(found.answers).toHaveLength(4);
    await expect(again.client.interviews.unfinished({ projectId })).resolves.toMatchObject({ interview: { code, question: '7' } });
  });

  test('the last answer leads to the question after it, also without a move [F20]', async () => {
    using begun = await begin();
    await begun.answer(1, 1);
    await begun.answer(2, 1);
    expect((await begun.core.client.interviews.get({ interviewId: begun.interviewId })).currentQuestionId).toBe(begun.id(3));
  });
});

describe('ending', () => {
  test('completing asks for what is required, partial does not, and both can be undone [F24]', async () => {
    using begun = await begin();
    const { core, interviewId } = begun;
    await expect(core.client.interviews.complete({ interviewId })).rejects.toMatchObject({
      code: 'NOT_COMPLETE',
      data: { params: { count: 2 } },
    });
    await begun.answer(1, 1);
    await begun.answer(2, 1);
    await core.client.interviews.endPartial({ interviewId });
    expect((await core.client.interviews.get({ interviewId })).status).toBe('partial');
    await core.client.interviews.complete({ interviewId });
    await core.client.interviews.moveTo({ interviewId, questionId: begun.id(2) });
    await core.client.history.undo({});
    expect((await core.client.interviews.get({ interviewId })).status).toBe('partial');
  });

  test('a finished interview changes only for a reason, which is kept', async () => {
    using begun = await begin();
    const { core, interviewId } = begun;
    await begun.answer(1, 1);
    await begun.answer(2, 1);
    await core.client.interviews.complete({ interviewId });
    await expect(begun.answer(2, 2)).rejects.toEqual(refused('REASON_NEEDED'));
    await core.client.interviews.answer({
      interviewId,
      questionId: begun.id(2),
      value: { kind: 'code', code: 2 },
      changeReason: 'as-on-form',
    });
    expect((await begun.record(2))?.value).toEqual({ kind: 'code', code: 2 });
  });
});
