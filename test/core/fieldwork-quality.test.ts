import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { BatchCheckResult, QualityKind } from '../../shared/contract/fieldwork-quality.ts';
import { questionsOf } from '../../shared/model/questionnaire.ts';
import { anEntry } from './entry-fixture.ts';
import { openFieldwork, type Opened } from './fieldwork-fixture.ts';

/** Runs the checks to the end and answers every step of progress as well. */
async function runChecks({ client, projectId }: Opened, rules: { expression: string; message: string }[] = [], showsValues = false) {
  const steps = await client.fieldwork.batchCheck({ projectId, rules, showsValues });
  const progress: { done: number; of: number }[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { progress, result: step.value as BatchCheckResult };
    progress.push(step.value);
  }
}

/** An interview just begun, and its questions by number. */
async function begin({ client, projectId }: Opened) {
  const { values } = await client.interviews.startForm({ projectId });
  if (values === null) throw new Error('the sample has waves and versions');
  const { interviewId, code } = await client.interviews.start({ ...values, projectId });
  const questions = questionsOf(await client.questionnaires.version({ versionId: values.versionId }));
  const id = (number: number) => {
    const found = questions.find((question) => question.number === String(number));
    if (found === undefined) throw new Error(`no question ${number}`);
    return found.id;
  };
  for (const number of [1, 2, 3, 4, 5, 6, 7])
    await client.interviews.answer({ interviewId, questionId: id(number), value: { kind: 'code', code: 1 } });
  return { interviewId, code, id };
}

const count = async ({ client, projectId }: Opened, kind: QualityKind): Promise<number> =>
  (await client.fieldwork.quality({ projectId })).counts.find((one) => one.kind === kind)?.count ?? -1;

describe('the quality report', () => {
  test('[F4] a soft check that was overridden is listed with who, when and why; one that is open is listed as open', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const before = { overridden: await count(opened, 'overridden'), open: await count(opened, 'to-confirm') };
    const { interviewId, code, id } = await begin(opened);
    await client.interviews.answer({ interviewId, questionId: id(8), value: { kind: 'number', number: 80 } });
    expect(await count(opened, 'to-confirm')).toBe(before.open + 1);
    await client.interviews.confirm({ interviewId, questionId: id(8), reason: 'confirmed-by-participant' });
    expect(await count(opened, 'to-confirm')).toBe(before.open);
    const { rows, total } = await client.fieldwork.listQuality({ projectId, kind: 'overridden', limit: 500 });
    expect(total).toBe(before.overridden + 1);
    const row = rows.find((one) => one.code === code);
    const user = String(opened.one('SELECT initials FROM actor WHERE user_name IS NOT NULL ORDER BY id DESC LIMIT 1'));
    expect(row).toMatchObject({ number: '8', reason: 'confirmed-by-participant', initials: user });
    expect(Date.parse(row?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  test('[F24] drafts, changes of finished interviews, remarks and unusual lengths are listed, page by page', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const { rows: complete } = await client.interviews.list({ projectId, status: 'complete', limit: 20 });
    const unfinished = await count(opened, 'unfinished');
    const { interviewId, id } = await begin(opened);
    expect(await count(opened, 'unfinished')).toBe(unfinished + 1);
    await client.interviews.remark({ interviewId, questionId: id(3), text: 'nølte lenge' });
    const remarks = await client.fieldwork.listQuality({ projectId, kind: 'remarks', limit: 500 });
    expect(remarks.rows.find((row) => row.words === 'nølte lenge')).toMatchObject({ number: '3' });
    expect((await client.fieldwork.listQuality({ projectId, kind: 'remarks', offset: remarks.total, limit: 5 })).rows).toEqual([]);
    for (const [index, row] of complete.slice(0, 12).entries())
      await client.interviews.setFacts({
        interviewId: row.id,
        facts: { beganAt: '23:30', endedAt: index === 0 ? '02:45' : index === 1 ? '23:36' : `00:${10 + index}` },
        changeReason: 'as-on-form',
      });
    const { durations } = await client.fieldwork.quality({ projectId });
    expect(durations?.median).toBeGreaterThan(30);
    const outside = (await client.fieldwork.listQuality({ projectId, kind: 'durations', limit: 50 })).rows;
    expect(outside.map((row) => [row.code, row.minutes])).toEqual([
      [complete[0]?.code, 195],
      [complete[1]?.code, 6],
    ]);
  });

  test('what somebody who has withdrawn said or did is in no list', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const { rows } = await client.fieldwork.listQuality({ projectId, kind: 'remarks', limit: 500 });
    const code = rows[0]?.code ?? '';
    await client.fieldwork.withdraw({ respondentId: opened.respondent(code), withdrawnOn: '2025-06-02' });
    const after = (await client.fieldwork.listQuality({ projectId, kind: 'remarks', limit: 500 })).rows;
    expect(after.filter((row) => row.code === code)).toEqual([]);
    expect(after.length).toBeLessThan(rows.length);
  });
});

describe('checks over the whole file', () => {
  test('[F5] find old records after a rule over two answers is added, and ask for reasons in one step', async () => {
    using opened = openFieldwork();
    const { client, core, projectId } = opened;
    const quiet = await runChecks(opened);
    const { workspace } = core.session;
    const source = { actorId: 'a', windowId: 'w', kind: 'test', labelId: 'test', isUndoable: true };
    const numbered = (number: string) =>
      workspace.sql.all(
        z.object({ id: z.string(), name: z.string(), key: z.int() }),
        'SELECT question.id, variable.name, question.key FROM question JOIN variable ON variable.id = variable_id WHERE number = :number ORDER BY key',
        { number },
      );
    const inUse = numbered('8');
    const others = numbered('3');
    // The rule comes long after the interviews.
    workspace.operations.run(source, () => {
      for (const question of inUse)
        workspace.sql.insert('question_check', {
          id: workspace.newId(),
          question_id: question.id,
          severity: 'soft',
          expression: `. < 12 or \${${others[0]?.name}} != 2`,
          message: JSON.stringify({ nb: 'Over tolv uker' }),
        });
    });
    const keys = JSON.stringify(inUse.map((question) => question.key));
    const expected = opened.one(
      `SELECT count(*) FROM answer JOIN interview ON interview.key = answer.interview_key
       JOIN answer other ON other.interview_key = interview.key AND other.question_key IN (SELECT value FROM json_each(:others)) AND other.code = 2
       WHERE answer.question_key IN (SELECT value FROM json_each(:keys)) AND answer.num >= 12
         AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft') AND interview.status NOT IN ('withdrawn', 'declined')`,
      { keys, others: JSON.stringify(others.map((question) => question.key)) },
    );
    const { result, progress } = await runChecks(opened);
    expect(result.soft - quiet.result.soft).toBe(expected);
    expect(expected).toBeGreaterThan(2);
    expect(result.violations.filter((one) => one.message.nb === 'Over tolv uker' && one.kind === 'soft')).toHaveLength(Number(expected));
    expect(result.violations.every((one) => one.value === null)).toBe(true);
    expect(progress.at(-1)?.of).toBe(result.interviews);

    const waiting = await count(opened, 'to-confirm');
    const answers = result.violations
      .filter((one) => one.kind === 'soft' && !one.isKnown)
      .map(({ interviewId, questionId, instance }) => ({ interviewId, questionId, instance }));
    const values = opened.one('SELECT group_concat(num) FROM answer');
    const { marked } = await client.fieldwork.askToConfirm({ projectId, answers });
    expect(marked).toBe(answers.length);
    expect(await count(opened, 'to-confirm')).toBe(waiting + marked);
    expect(opened.one('SELECT group_concat(num) FROM answer')).toBe(values);
    expect((await runChecks(opened)).result.unknown).toBe(0);
    expect((await client.interviews.list({ projectId, isFlagged: true, limit: 1 })).total).toBeGreaterThan(0);
    await client.history.undo({});
    expect(await count(opened, 'to-confirm')).toBe(waiting);
  });

  test('[F5] a rule can be tried without being added; where it cannot be read it says where it stops', async () => {
    using opened = openFieldwork();
    const name = String(
      opened.one("SELECT variable.name FROM question JOIN variable ON variable.id = variable_id WHERE number = '8' LIMIT 1"),
    );
    const rules = [
      { expression: `\${${name}} < 12`, message: 'Lenge' },
      { expression: '${finnesikke} > 1', message: 'Ukjent' },
      { expression: '${', message: 'Uleselig' },
    ];
    const { result } = await runChecks(opened, rules, true);
    const found = result.violations.filter((one) => one.message.nb === 'Lenge');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => one.value?.kind === 'number' && one.value.number >= 12)).toBe(true);
    expect(new Set(result.unreadable.map((one) => one.rule))).toEqual(new Set([1, 2]));
    expect(result.unreadable.every((one) => one.message.startsWith('expressions.problem.'))).toBe(true);
    expect((await runChecks(opened)).result.violations.some((one) => one.message.nb === 'Lenge')).toBe(false);
  });

  test('[F5] what a tried rule asks about stays asked until somebody has answered, whatever is written beside it', async () => {
    const entry = await anEntry([
      { name: 'status', type: 'one', options: 3 },
      { name: 'age', type: 'number' },
      { name: 'words', type: 'open' },
    ]);
    using core = entry.core;
    const { fieldwork, interviews } = core.client;
    const { projectId } = entry;
    await entry.answer('status', 3);
    const check = async () => {
      const steps = await fieldwork.batchCheck({
        projectId,
        rules: [{ expression: "${age} != '' or ${status} != 3", message: 'Pensjonist uten alder' }],
        showsValues: false,
      });
      for (;;) {
        const step = await steps.next();
        if (step.done === true) return step.value;
      }
    };
    // The rule names the age first, which has no answer: it is told about at the first that has one.
    const { violations, unreadable } = await check();
    expect(unreadable).toEqual([]);
    expect(violations.map((one) => [one.questionId, one.isTried])).toEqual([[entry.id('status'), true]]);
    const answers = violations.map(({ interviewId, questionId, instance, message }) => ({
      interviewId,
      questionId,
      instance,
      message: message.nb ?? '',
    }));
    await fieldwork.askToConfirm({ projectId, answers });
    await entry.answer('words', 'noe annet');
    expect(await entry.record('status')).toMatchObject({ state: 'to-confirm', askedAbout: 'Pensjonist uten alder' });
    expect((await check()).unknown).toBe(0);
    await interviews.confirm({ interviewId: entry.interviewId, ...entry.place('status'), reason: 'as-on-form' });
    await entry.answer('words', 'enda noe');
    expect(await entry.record('status')).toMatchObject({ state: 'overridden', confirmReason: 'as-on-form' });
    await entry.answer('status', 2);
    expect((await entry.record('status'))?.state).toBeNull();
    expect(await entry.record('status')).not.toHaveProperty('askedAbout');
  });

  test('[F5] a rule without words says itself', async () => {
    const entry = await anEntry([{ name: 'age', type: 'number' }]);
    using core = entry.core;
    await entry.answer('age', { kind: 'number', number: 12 });
    const steps = await core.client.fieldwork.batchCheck({
      projectId: entry.projectId,
      rules: [{ expression: '${age} > 17', message: ' ' }],
      showsValues: false,
    });
    let step = await steps.next();
    while (step.done !== true) step = await steps.next();
    expect(step.value.violations.map((one) => one.message.sv)).toEqual(['${age} > 17']);
  });

  test('[F5] [F39] whoever withdraws while the checks run is in no line and no count of them', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const rules = [{ expression: '1 = 2', message: 'Alltid' }];
    const { result: all } = await runChecks(opened, rules, true);
    const first = all.violations.find((one) => one.isTried);
    const code = first?.code ?? '';
    const own = all.violations.filter((one) => one.code === code);
    const steps = await client.fieldwork.batchCheck({ projectId, rules, showsValues: true });
    expect((await steps.next()).done).not.toBe(true);
    await client.fieldwork.withdraw({ respondentId: opened.respondent(code), withdrawnOn: '2025-06-02' });
    let step = await steps.next();
    while (step.done !== true) step = await steps.next();
    expect(step.value.violations.filter((one) => one.code === code)).toEqual([]);
    expect(step.value.soft + step.value.hard + step.value.stale).toBe(all.soft + all.hard + all.stale - own.length);
  });

  test('[F5] can be stopped on the way, and writes nothing', async () => {
    using opened = openFieldwork();
    const { client, projectId, core } = opened;
    const seq = core.session.workspace.lastOperation();
    const abort = new AbortController();
    const steps = await client.fieldwork.batchCheck({ projectId, rules: [], showsValues: false }, { signal: abort.signal });
    await steps.next();
    abort.abort();
    await expect(steps.next()).rejects.toBeDefined();
    expect(core.session.workspace.lastOperation()).toBe(seq);
  });
});

describe('entry statistics', () => {
  test('[F27] interviews per interviewer and week add up to all of them', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const { rows } = await client.interviews.list({ projectId, limit: 500 });
    const { interviewers, weeks } = await client.fieldwork.statistics({ projectId });
    expect(weeks).toEqual(weeks.toSorted());
    expect(interviewers.reduce((sum, one) => sum + one.total, 0)).toBe(rows.length);
    for (const one of interviewers) {
      expect(one.perWeek.reduce((sum, n) => sum + n, 0)).toBe(
        rows.filter((row) => row.interviewer === one.name && row.heldOn !== null).length,
      );
      expect(one.complete + one.partial + one.unfinished + one.declined).toBe(one.total);
    }
  });

  test('[F27] median minutes per section and per person who entered', async () => {
    using opened = openFieldwork();
    const { client, core, projectId } = opened;
    const { sql } = core.session.workspace;
    sql.run('DELETE FROM section_time');
    const versionId = String(
      opened.one('SELECT version_id FROM interview WHERE project_id = :projectId ORDER BY key DESC LIMIT 1', { projectId }),
    );
    const keys = sql
      .all(z.object({ key: z.int() }), 'SELECT key FROM interview WHERE version_id = :versionId LIMIT 3', { versionId })
      .map((row) => row.key);
    const sections = sql.all(z.object({ id: z.string() }), 'SELECT id FROM section WHERE version_id = :versionId ORDER BY ordinal', {
      versionId,
    });
    const [first, second] = sections;
    const actors = sql.all(z.object({ id: z.string(), name: z.string() }), 'SELECT id, name FROM actor ORDER BY name LIMIT 2');
    const spend = (key: number, section: string, actor: string, seconds: number): void =>
      sql.insert('section_time', { interview_key: key, section_id: section, actor_id: actor, seconds });
    const [a = '', b = ''] = actors.map((actor) => actor.id);
    for (const [index, seconds] of [120, 300, 1200].entries()) spend(keys[index] ?? 0, first?.id ?? '', a, seconds);
    spend(keys[0] ?? 0, second?.id ?? '', b, 90);
    const statistics = await client.fieldwork.statistics({ projectId });
    expect(statistics.sections.map((section) => [section.sectionId, section.interviews, section.minutes])).toEqual([
      [first?.id, 3, 5],
      [second?.id, 1, 1.5],
    ]);
    expect(statistics.enteredBy).toEqual([
      { name: actors[0]?.name, interviews: 3, minutes: 5 },
      { name: actors[1]?.name, interviews: 1, minutes: 1.5 },
    ]);
  });
});
