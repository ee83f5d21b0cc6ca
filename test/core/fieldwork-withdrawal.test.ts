import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openCore } from '../../electron/core/open-core.ts';
import { backupFolder, listBackups } from '../../electron/core/workspace/backup.ts';
import { questionsOf } from '../../shared/model/questionnaire.ts';
import type { RespondentId } from '../../shared/model/ids.ts';
import { openFieldwork, refused, type Opened } from './fieldwork-fixture.ts';

const withdrawnOn = '2025-06-02';

/** Erases and answers the receipt. */
async function erase({ client }: Opened, respondentId: RespondentId, typedCode: string, withBackups = false) {
  const steps = await client.fieldwork.erase({ respondentId, typedCode, withBackups });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** Somebody with an interview, open answers, codings and a quote in a report. */
function quotedCode(opened: Opened): string {
  return String(
    opened.one(
      `SELECT respondent.code FROM report_block JOIN quote ON quote.id = quote_id JOIN text ON text.id = quote.text_id
       JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
       WHERE interview.project_id = :projectId ORDER BY respondent.code LIMIT 1`,
      { projectId: opened.projectId },
    ),
  );
}

/** The first open answer of an interview and its question. */
async function openAnswer(opened: Opened, code: string) {
  const interview = await opened.client.interviews.get({ interviewId: opened.interview(code) });
  const questions = questionsOf(await opened.client.questionnaires.version({ versionId: interview.versionId }));
  const open = questions.find((question) => question.type === 'open');
  if (open === undefined) throw new Error('the sample asks open questions');
  return { interview, question: open };
}

describe('withdrawing a participant', () => {
  test('the reach names what is affected before anything is done', async () => {
    using opened = openFieldwork();
    const code = quotedCode(opened);
    opened.core.session.backup('by-hand');
    const reach = await opened.client.fieldwork.withdrawalReach({ respondentId: opened.respondent(code) });
    expect(reach).toMatchObject({ code, withdrawnAt: null, erasedAt: null, isAnonymised: false, interviews: 1 });
    for (const count of [reach.answers, reach.texts, reach.codings, reach.quotes, reach.consents, reach.exhibits])
      expect(count).toBeGreaterThan(0);
    expect(reach.reports.some((report) => report.quotes > 0)).toBe(true);
    expect(reach.backups).toHaveLength(1);
  });

  test('takes the person out of lists to code, tables, quotes, findings and reports at once; undo brings all back', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const code = quotedCode(opened);
    const respondentId = opened.respondent(code);
    const look = async () => {
      const { questions } = await client.coding.questions({ projectId });
      const listed = (await client.reports.list({ projectId })).reports;
      const reports = (await Promise.all(listed.map(async ({ id }) => (await client.reports.document({ reportId: id })).blocks))).flat();
      return {
        rows: questions.map((question) => question.answered),
        tree: (await client.themes.tree({ projectId })).themes.map((theme) => theme.ownPersonCount),
        counted: (await client.projects.list({})).projects.map((project) => project.interviews),
        evidence: (await client.findings.list({ projectId, language: 'nb' })).findings.map((finding) => finding.evidence.texts),
        quotesInReports: reports.filter((block) => block.kind === 'quote' && block.parts.length > 0).length,
        asked: (await client.fieldwork.responseFigures({ projectId })).waves,
      };
    };
    const before = await look();
    const quality = await client.fieldwork.quality({ projectId });
    await client.fieldwork.withdraw({ respondentId, withdrawnOn });
    const after = await look();
    for (const place of ['rows', 'tree', 'counted', 'evidence'] as const) expect(after[place], place).not.toEqual(before[place]);
    expect(after.quotesInReports).toBeLessThan(before.quotesInReports);
    expect(after.asked.flatMap((wave) => wave.statuses).find((one) => one.status === 'withdrawn')?.count).toBe(1);
    expect((await client.fieldwork.participant({ respondentId })).consents.every((consent) => consent.withdrawnOn !== null)).toBe(true);
    const text = await openAnswer(opened, code);
    await expect(
      client.interviews.answer({ interviewId: text.interview.id, questionId: text.question.id, value: { kind: 'text', text: 'mer' } }),
    ).rejects.toEqual(refused('NOT_ASKED'));
    await expect(client.fieldwork.withdraw({ respondentId, withdrawnOn })).rejects.toEqual(refused('EVENT_IMPOSSIBLE'));
    await client.history.undo({});
    expect(await look()).toEqual(before);
    expect(await client.fieldwork.quality({ projectId })).toEqual(quality);
  });

  test('taking back the consent to be quoted takes the quotes out of reports, and nothing else', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const respondentId = opened.respondent(quotedCode(opened));
    const quotes = async (): Promise<number> => {
      const listed = (await client.reports.list({ projectId })).reports;
      const blocks = await Promise.all(listed.map(async ({ id }) => (await client.reports.document({ reportId: id })).blocks));
      return blocks.flat().filter((block) => block.kind === 'quote' && block.parts.length > 0).length;
    };
    const before = await quotes();
    const consent = (await client.fieldwork.participant({ respondentId })).consents.find((one) => one.scope === 'quotes');
    await client.fieldwork.withdrawConsent({ consentId: consent?.id ?? '', withdrawnOn });
    expect(await quotes()).toBeLessThan(before);
    expect((await client.interviews.list({ projectId, status: 'withdrawn', limit: 1 })).total).toBe(0);
  });

  test('[R53] an anonymised project cannot find anybody any longer', async () => {
    using opened = openFieldwork();
    const { workspace } = opened.core.session;
    workspace.operations.run({ actorId: 'a', windowId: 'w', kind: 'test', labelId: 'test', isUndoable: true }, () =>
      workspace.sql.run("UPDATE project SET status = 'anonymised' WHERE id = :projectId", { projectId: opened.projectId }),
    );
    const respondentId = opened.respondent('R017');
    await expect(opened.client.fieldwork.withdraw({ respondentId, withdrawnOn })).rejects.toEqual(refused('ANONYMISED'));
    await expect(erase(opened, respondentId, 'R017')).rejects.toEqual(refused('ANONYMISED'));
  });
});

describe('erasing a participant', () => {
  test('asks for the code, and does nothing without it', async () => {
    using opened = openFieldwork();
    const respondentId = opened.respondent('R017');
    const answers = opened.one('SELECT count(*) FROM answer');
    await expect(erase(opened, respondentId, 'R018')).rejects.toEqual(refused('CODE_DIFFERS', { code: 'R017' }));
    expect(opened.one('SELECT count(*) FROM answer')).toBe(answers);
  });

  test('leaves no word of the person anywhere in the file: rows, history, undone steps and packed imports', async () => {
    using opened = openFieldwork();
    const { client, core, path } = opened;
    const code = quotedCode(opened);
    const respondentId = opened.respondent(code);
    const { interview, question } = await openAnswer(opened, code);
    const here = { interviewId: interview.id, questionId: question.id };
    // Words in the answer, in an earlier wording of it, in a step that was undone, in a remark, in a memo, in a label.
    const words = ['Førstetanken-zq', 'Andretanken-zq', 'Angretanken-zq', 'Merknaden-zq', 'Notatet-zq', 'Grunnen-zq', 'Ververen-zq'];
    const [first = '', second = '', undone = '', remark = '', memo = '', why = '', recruiter = ''] = words;
    const change = { changeReason: 'as-on-form' as const };
    await client.interviews.answer({ ...here, ...change, value: { kind: 'text', text: `${first} og mer` } });
    await client.interviews.remark({ ...here, text: remark });
    await client.interviews.answer({ ...here, ...change, value: { kind: 'text', text: `${second} og mer` } });
    await client.interviews.answer({ ...here, ...change, value: { kind: 'missing', reason: 'prefer-not-to-say' } });
    await client.history.undo({});
    await client.interviews.remark({ ...here, text: undone });
    await client.history.undo({});
    const { workspace } = core.session;
    workspace.operations.run({ actorId: 'a', windowId: 'w', kind: 'test', labelId: 'test', isUndoable: true }, (operation) => {
      const textId = String(
        opened.one('SELECT id FROM text WHERE interview_key = (SELECT key FROM interview WHERE id = :id) LIMIT 1', { id: interview.id }),
      );
      const actorId = String(opened.one('SELECT id FROM actor LIMIT 1'));
      workspace.sql.insert('memo', {
        id: workspace.newId(),
        text_id: textId,
        body: memo,
        written_by: actorId,
        written_at: '2025-06-01T10:00:00Z',
      });
      workspace.sql.insert('interview_change', {
        id: workspace.newId(),
        interview_id: interview.id,
        reason: why,
        changed_by: actorId,
        changed_at: '2025-06-01T10:00:00Z',
      });
      workspace.sql.run('UPDATE respondent SET recruited_by = :recruiter WHERE id = :respondentId', { recruiter, respondentId });
      operation.label({ code, text: memo });
    });
    const sentences = workspace.sql
      .all(
        z.object({ body: z.string() }),
        'SELECT body FROM text JOIN interview ON interview.key = interview_key WHERE respondent_id = :respondentId',
        {
          respondentId,
        },
      )
      .map((row) => row.body);
    const others = new Set(
      workspace.sql
        .all(
          z.object({ body: z.string() }),
          'SELECT body FROM text WHERE interview_key NOT IN (SELECT key FROM interview WHERE respondent_id = :respondentId)',
          {
            respondentId,
          },
        )
        .map((row) => row.body),
    );
    const own = sentences.filter((sentence) => !others.has(sentence));
    expect(own.length).toBeGreaterThan(1);
    for (const word of words) expect(readFileSync(path).includes(word), word).toBe(true);
    const find = async (text: string) => (await client.search.find({ text, isTyping: false, from: 0, limit: 5 })).groups;
    expect(await find('Andretanken')).toHaveLength(1);
    expect(await find('Notatet zq')).toHaveLength(1);

    core.session.backup('by-hand');
    const receipt = await erase(opened, respondentId, code.toLowerCase());
    expect(receipt).toMatchObject({ code, backups: [expect.stringContaining('by-hand')] });
    expect(receipt.answers).toBeGreaterThan(10);
    expect(receipt.steps).toBeGreaterThan(3);

    const bytes = readFileSync(path);
    for (const word of [...words, ...own, interview.id]) expect(bytes.includes(word), word).toBe(false);
    // The search index keeps words in lower case, cut at their signs.
    for (const word of ['ørstetanken', 'ndretanken', 'ngretanken']) expect(bytes.includes(word), word).toBe(false);
    for (const text of ['Andretanken', 'Notatet zq', 'andret*', '*tanken*']) expect(await find(text), text).toEqual([]);
    workspace.db.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
    expect(
      opened.one('SELECT count(*) FROM respondent WHERE id = :respondentId AND erased_at IS NOT NULL AND recruited_by IS NULL', {
        respondentId,
      }),
    ).toBe(1);
    expect(opened.one('SELECT count(*) FROM interview WHERE respondent_id = :respondentId', { respondentId })).toBe(0);
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
    expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('[F39] two windows that erase the same person: the second is told, and writes nothing', async () => {
    using opened = openFieldwork();
    const respondentId = opened.respondent('R017');
    const late = await opened.client.fieldwork.erase({ respondentId, typedCode: 'R017' });
    await late.next();
    await erase(opened, respondentId, 'R017');
    const at = opened.core.session.workspace.lastOperation();
    await expect(late.next()).rejects.toEqual(refused('EVENT_IMPOSSIBLE'));
    expect(opened.core.session.workspace.lastOperation()).toBe(at);
  });

  test('[F39] the copies beside the file go too when that is wanted, and one without the person is made first', async () => {
    using opened = openFieldwork();
    const { core, path } = opened;
    const respondentId = opened.respondent('R017');
    const own = String(
      opened.one(
        'SELECT body FROM text JOIN interview ON interview.key = interview_key WHERE respondent_id = :respondentId ORDER BY length(body) DESC',
        { respondentId },
      ),
    );
    core.session.backup('by-hand');
    core.session.backup('by-hand');
    const folder = backupFolder(path);
    const holds = (): boolean[] => listBackups(path).map(({ file }) => readFileSync(join(folder, file)).includes(own));
    expect(holds()).toEqual([true, true]);
    const receipt = await erase(opened, respondentId, 'R017', true);
    expect(receipt).toMatchObject({ backups: [], backupsRemoved: 2 });
    expect(holds()).toEqual([false]);
    expect(listBackups(path)[0]?.reason).toBe('after-erasure');
  });

  test('the person still counts among those asked, one line without content tells of it, and it cannot be undone', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const before = (await client.fieldwork.responseFigures({ projectId })).waves.find((wave) => wave.waveId === waveId);
    const { rows } = await client.interviews.list({ projectId, waveId, status: 'complete', limit: 1 });
    const code = rows[0]?.code ?? '';
    await erase(opened, opened.respondent(code), code);
    const after = (await client.fieldwork.responseFigures({ projectId })).waves.find((wave) => wave.waveId === waveId);
    expect(after?.asked).toBe(before?.asked);
    expect(after?.statuses.find((one) => one.status === 'erased')?.count).toBe(1);
    const [line] = (await client.history.list({ limit: 1 })).entries;
    expect(line).toMatchObject({ labelId: 'fieldwork.erase.done', params: { code }, isUndoable: false });
    const left = (await client.fieldwork.participant({ respondentId: opened.respondent(code) })).events;
    expect(left.map((event) => event.kind)).toEqual(['invited', 'withdrawn', 'erased']);
    expect((await client.history.next({})).undo?.labelId).not.toBe('fieldwork.erase.done');
    await expect(erase(opened, opened.respondent(code), code)).rejects.toEqual(refused('EVENT_IMPOSSIBLE'));
  });

  test('an undone import that is done again comes back without the person', async () => {
    using opened = openFieldwork();
    const { core, client, projectId, waveId, path } = opened;
    const { workspace } = core.session;
    const respondentId = opened.respondent('R017');
    const versionId = String(opened.one('SELECT version_id FROM interview WHERE respondent_id = :respondentId', { respondentId }));
    const textKey = Number(opened.one("SELECT key FROM question WHERE version_id = :versionId AND type = 'open' LIMIT 1", { versionId }));
    const source = { actorId: 'a', windowId: 'fieldwork' };
    // More data for people who are there already, and for one who is not, as an import brings it.
    const { deed } = workspace.operations.run({ ...source, kind: 'test', labelId: 'test', isUndoable: true }, (operation) => {
      const batch = operation.asBatch({ kind: 'survey', fileName: 'f.csv', fileSha256: 'x', mapping: {}, rowCount: 2 });
      const next = Number(opened.one('SELECT max(key) FROM interview'));
      for (const [index, who] of [respondentId, opened.respondent('R018')].entries()) {
        const textId = workspace.newId();
        workspace.sql.insert('interview', {
          id: workspace.newId(),
          key: next + 1 + index,
          project_id: projectId,
          respondent_id: who,
          wave_id: waveId,
          version_id: versionId,
          kind: 'person',
          mode: 'imported',
          language: 'nb',
          status: 'complete',
          started_at: '2025-06-01T10:00:00Z',
          batch_id: batch,
        });
        workspace.sql.insert('text', {
          id: textId,
          project_id: projectId,
          kind: 'answer',
          interview_key: next + 1 + index,
          question_key: textKey,
          language: 'nb',
          body: `Hentetinn-zq${index}`,
          batch_id: batch,
        });
        workspace.sql.insert('answer', { interview_key: next + 1 + index, question_key: textKey, text_id: textId });
      }
    });
    workspace.operations.undo(source, deed?.seq ?? 0);
    const receipt = await erase(opened, respondentId, 'R017');
    expect(receipt.archives).toBe(3);
    workspace.operations.redo(source);
    expect(opened.one("SELECT count(*) FROM text WHERE body LIKE 'Hentetinn-zq%'")).toBe(1);
    expect(readFileSync(path).includes('Hentetinn-zq0')).toBe(false);
    expect(readFileSync(path).includes('Hentetinn-zq1')).toBe(true);
    expect((await client.interviews.list({ projectId, search: 'R017', limit: 5 })).total).toBe(0);
  });

  test('a file cut off in the middle of erasing holds everything or nothing of it', async () => {
    using opened = openFieldwork();
    const respondentId = opened.respondent('R017');
    const before = opened.one('SELECT count(*) FROM answer');
    const { db } = opened.core.session.workspace;
    // The disk refuses at the last statement of the transaction.
    db.exec("CREATE TEMP TRIGGER refuse BEFORE UPDATE OF erased_at ON respondent BEGIN SELECT RAISE(ABORT, 'no more'); END");
    await expect(erase(opened, respondentId, 'R017')).rejects.toBeDefined();
    db.exec('DROP TRIGGER refuse');
    expect(opened.one('SELECT count(*) FROM answer')).toBe(before);
    const copy = opened.path.replace('.rost', '-cut.rost');
    writeFileSync(copy, readFileSync(opened.path));
    using again = openCore();
    again.session.open(copy);
    expect((await again.client.fieldwork.participant({ respondentId })).erasedAt).toBeNull();
  });
});
