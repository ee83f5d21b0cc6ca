import { describe, expect, it } from 'vitest';
import { readVersion } from '../../electron/core/features/questionnaires/read-version.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import { aDraft, add, anInterview, anOption, questionIn, questionsIn, reversibly, type Draft } from './questionnaire-fixture.ts';

const options = [anOption(1, 'Ja'), anOption(2, 'Nei')];
const takeIntoUse = ({ client }: Core, { versionId }: { readonly versionId: VersionId }) =>
  client.questionnaires.takeIntoUse({ versionId });
const statuses = async ({ client }: Core, { projectId }: Draft) =>
  (await client.questionnaires.list({ projectId })).questionnaires.map(({ versions }) =>
    versions.map(({ number, status }) => `${number} ${status}`),
  );

async function anUsedVersion(core: Core): Promise<Draft> {
  const draft = await aDraft(core);
  await add(core, draft, 'consent', 'Vil du være med?', { name: 'samtykke' });
  await add(core, draft, 'one', 'Får du hjelp?', { name: 'hjelp', options });
  await add(core, draft, 'open', 'Hva er bra?', { name: 'bra' });
  await reversibly(core, () => takeIntoUse(core, draft));
  return draft;
}

describe('versions', () => {
  it('are frozen once in use: every edit is refused and changes nothing [F15]', async () => {
    using core = openCore();
    const draft = await anUsedVersion(core);
    const { versionId, sectionId } = draft;
    const { client } = core;
    const [first] = await questionsIn(core, versionId);
    if (first === undefined) throw new Error('three were added');
    const questionId = first.id;
    const edits = [
      client.questionnaires.changeQuestion({ questionId, changes: { wording: { nb: 'x' } } }),
      client.questionnaires.removeQuestion({ questionId }),
      client.questionnaires.duplicateQuestion({ questionId }),
      client.questionnaires.moveQuestion({ questionId, sectionId, afterId: null, parentId: null }),
      client.questionnaires.addQuestion({ sectionId, afterId: null, parentId: null, question: { type: 'open', wording: {} } }),
      client.questionnaires.addSection({ versionId, title: {}, afterId: null }),
      client.questionnaires.changeSection({ sectionId, relevant: '1 = 1' }),
      client.questionnaires.moveSection({ sectionId, afterId: null }),
      client.questionnaires.removeSection({ sectionId }),
      client.questionnaires.setLanguages({ versionId, languages: ['en'] }),
      client.questionnaires.takeIntoUse({ versionId }),
    ];
    for (const edit of edits) await expect(edit).rejects.toMatchObject({ code: 'VERSION_IN_USE' });
    expect((await client.history.next({})).undo).toMatchObject({
      labelId: 'questionnaires.takeIntoUse.undo',
      params: { number: 1, name: 'Skjemaet' },
    });
  });

  it('are not taken into use with errors in them', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await expect(takeIntoUse(core, draft)).rejects.toMatchObject({ code: 'DESIGN_PROBLEMS', data: { params: { count: 1 } } });
    await add(core, draft, 'one', 'Får du hjelp?', { relevant: '${ukjent} = 1' });
    await expect(takeIntoUse(core, draft)).rejects.toMatchObject({ code: 'DESIGN_PROBLEMS', data: { params: { count: 2 } } });
  });

  it('follow each other: what changed is recorded per question, and old interviews keep the old wording [F15]', async () => {
    using core = openCore();
    const first = await anUsedVersion(core);
    const { client } = core;
    const interviewId = await anInterview(core, first);
    const second = await reversibly(core, () => client.questionnaires.newVersion({ versionId: first.versionId }));
    expect(await client.questionnaires.newVersion({ versionId: first.versionId })).toEqual(second);
    const draft = { ...first, ...second, sectionId: (await client.questionnaires.version(second)).sections[0]?.id ?? '' };
    const [consent, help, good] = await questionsIn(core, draft.versionId);
    if (consent === undefined || help === undefined || good === undefined) throw new Error('three were copied');
    await client.questionnaires.changeQuestion({
      questionId: consent.id,
      changes: { wording: { nb: '  vil du VÆRE med? ', sv: 'Vil du være med? (sv)', en: 'New' } },
    });
    await client.questionnaires.changeQuestion({ questionId: help.id, changes: { options: [...options, anOption(3, 'Vet ikke')] } });
    await client.questionnaires.changeQuestion({
      questionId: good.id,
      changes: { wording: { nb: 'Hva har vært bra?', sv: 'Hva er bra? (sv)' } },
    });
    await add(core, draft, 'open', 'Noe nytt', { name: 'nytt' });
    await reversibly(core, () => takeIntoUse(core, draft));
    expect(await statuses(core, first)).toEqual([['2 in-use', '1 retired']]);
    const before = await questionsIn(core, first.versionId);
    expect(
      (await questionsIn(core, draft.versionId)).map(({ name, previousId, comparability }) => [name, previousId, comparability]),
    ).toEqual([
      ['samtykke', before[0]?.id, 'same'],
      ['hjelp', before[1]?.id, 'changed-options'],
      ['bra', before[2]?.id, 'changed-wording'],
      ['nytt', null, 'new'],
    ]);
    const { versionId } = await client.interviews.get({ interviewId });
    expect((await questionsIn(core, versionId)).map(({ wording }) => wording.nb)).toEqual([
      'Vil du være med?',
      'Får du hjelp?',
      'Hva er bra?',
    ]);
    const { differences } = await client.questionnaires.compare({ fromId: first.versionId, toId: draft.versionId, language: 'nb' });
    expect(
      differences.map(({ name, change, details }) => [
        name,
        change,
        details.map(({ what, before: old, after }) => `${what}: ${old} → ${after}`),
      ]),
    ).toEqual([
      ['samtykke', 'same', ['wording: Vil du være med? →   vil du VÆRE med? ']],
      ['hjelp', 'changed-options', ['option:  → 3 Vet ikke']],
      ['bra', 'changed-wording', ['wording: Hva er bra? → Hva har vært bra?']],
      ['nytt', 'new', []],
    ]);
    await reversibly(core, () => client.questionnaires.setComparability({ questionId: good.id, comparability: 'same' }));
    const again = (await client.questionnaires.compare({ fromId: first.versionId, toId: draft.versionId, language: 'nb' })).differences;
    expect(again.map(({ change }) => change)).toEqual(['same', 'changed-options', 'same', 'new']);
    const back = (await client.questionnaires.compare({ fromId: draft.versionId, toId: first.versionId, language: 'nb' })).differences;
    expect(back.at(-1)).toMatchObject({ name: 'nytt', change: 'dropped', questionId: null });
  });

  it('open again while nobody has answered, keeping what a person said of comparing', async () => {
    using core = openCore();
    const first = await anUsedVersion(core);
    const { client } = core;
    const draft = await client.questionnaires.newVersion({ versionId: first.versionId });
    const [, help, good] = await questionsIn(core, draft.versionId);
    if (help === undefined || good === undefined) throw new Error('three were copied');
    await client.questionnaires.changeQuestion({ questionId: good.id, changes: { wording: { nb: 'Annet', sv: 'Annat' } } });
    await takeIntoUse(core, draft);
    await client.questionnaires.setComparability({ questionId: good.id, comparability: 'same' });
    await reversibly(core, () => client.questionnaires.reopen(draft));
    expect(await statuses(core, first)).toEqual([['2 draft', '1 in-use']]);
    await client.questionnaires.changeQuestion({ questionId: help.id, changes: { options: [...options, anOption(3, 'Vet ikke')] } });
    await takeIntoUse(core, draft);
    expect((await questionsIn(core, draft.versionId)).map(({ comparability }) => comparability)).toEqual([
      'same',
      'changed-options',
      'same',
    ]);
    await anInterview(core, { ...first, ...draft });
    await expect(client.questionnaires.reopen(draft)).rejects.toMatchObject({ code: 'VERSION_IN_USE' });
    await expect(client.questionnaires.removeVersion(draft)).rejects.toMatchObject({ code: 'VERSION_IN_USE' });
  });

  it('share variables and scales; a change of a scale in use makes a new one for the draft [F7] [F15]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { client } = core;
    const { projectId } = draft;
    const scale = { projectId, name: 'Enighet', direction: 'rising', neutralCode: null, options } as const;
    const { scaleId } = await client.questionnaires.saveScale({ ...scale, options: [...options], scaleId: null });
    await add(core, draft, 'scale', 'Jeg blir hørt', { scaleId });
    await takeIntoUse(core, draft);
    const second = await client.questionnaires.newVersion({ versionId: draft.versionId });
    expect((await questionsIn(core, second.versionId))[0]?.scaleId).toBe(scaleId);
    expect((await client.questionnaires.scales({ projectId })).scales).toMatchObject([{ id: scaleId, questionCount: 2, isFrozen: true }]);
    const changed = [...options, anOption(3, 'Vet ikke')];
    const next = await reversibly(core, () => client.questionnaires.saveScale({ ...scale, options: changed, scaleId }));
    expect(next.scaleId).not.toBe(scaleId);
    expect((await questionsIn(core, second.versionId))[0]).toMatchObject({ scaleId: next.scaleId, options: { length: 3 } });
    expect((await questionsIn(core, draft.versionId))[0]).toMatchObject({ scaleId, options: { length: 2 } });
    expect(core.session.workspace.db.prepare('SELECT count(*) FROM variable').pluck().get()).toBe(1);
  });

  it('keep the variable of a question that is renamed, and the older version reads as before under the new name [F15]', async () => {
    using core = openCore();
    const first = await anUsedVersion(core);
    const second = await core.client.questionnaires.newVersion({ versionId: first.versionId });
    const [, help] = await questionsIn(core, second.versionId);
    if (help === undefined) throw new Error('three were copied');
    await core.client.questionnaires.changeQuestion({ questionId: help.id, changes: { name: 'faar_hjelp' } });
    for (const { versionId } of [first, second])
      expect((await questionsIn(core, versionId)).map(({ name }) => name)).toEqual(['samtykke', 'faar_hjelp', 'bra']);
    await expect(core.client.questionnaires.changeQuestion({ questionId: help.id, changes: { name: 'bra' } })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
  });

  it('are removed row for row, and with the last one the questionnaire', async () => {
    using core = openCore();
    const first = await anUsedVersion(core);
    const second = await core.client.questionnaires.newVersion({ versionId: first.versionId });
    await takeIntoUse(core, second);
    await reversibly(core, () => core.client.questionnaires.removeVersion(second));
    expect(await statuses(core, first)).toEqual([['1 in-use']]);
    await reversibly(core, () => core.client.questionnaires.removeVersion({ versionId: first.versionId }));
    expect(await statuses(core, first)).toEqual([]);
    expect(core.session.workspace.db.prepare('SELECT count(*) FROM variable').pluck().get()).toBe(0);
  });

  it('are copied into another project with their bank questions and scales [R55]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { client } = core;
    await client.bank.use({
      versionId: draft.versionId,
      sectionId: draft.sectionId,
      afterId: null,
      bankQuestionIds: ['rost.kan_velge.1', 'rost.kjonn.1'],
    });
    const { projectId } = await client.projects.create({ name: 'Et annet', kind: 'survey', contentLanguage: 'nb' });
    const copy = await reversibly(core, () => client.questionnaires.copy({ versionId: draft.versionId, projectId, name: 'Kopien' }));
    const [source, copied] = [await questionsIn(core, draft.versionId), await questionsIn(core, copy.versionId)];
    const plain = (question: (typeof source)[number]) => ({ ...question, id: '', scaleId: '' });
    expect(copied.map(plain)).toEqual(source.map(plain));
    expect(copied[0]?.scaleId).not.toBe(source[0]?.scaleId);
    expect(copied.map(({ bankQuestionId }) => bankQuestionId)).toEqual(['rost.kan_velge.1', 'rost.kjonn.1']);
    await expect(client.questionnaires.copy({ versionId: draft.versionId, projectId, name: 'kopien' })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
  });
});

describe('a version that is read', () => {
  it('comes from memory until something in it changes, also inside a step that fails', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'open', 'a');
    const { sql } = core.session.workspace;
    const read = () => readVersion(sql, draft.versionId);
    const loaded = read();
    expect(read()).toBe(loaded);
    expect(loaded.form).toBe(loaded.form);
    await core.client.projects.create({ name: 'Noe annet', kind: 'survey', contentLanguage: 'nb' });
    expect(read()).toBe(loaded);
    const { operations } = core.session.workspace;
    const intent = { actorId: 'a', windowId: 'b', kind: 'test', labelId: 'test', isUndoable: true };
    const wordings = () => read().questions.map(({ wording }) => wording.nb);
    expect(() =>
      operations.run(intent, () => {
        sql.run(`UPDATE question SET wording = '{"nb":"aldri"}' WHERE id = :questionId`, { questionId });
        expect(wordings()).toEqual(['aldri']);
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    expect(wordings()).toEqual(['a']);
  });

  it('is never stale: after a change, undo, redo, another window, a change of scale, reopening', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { versionId, projectId, path } = draft;
    const other = core.clientFor('the other window');
    const scale = { projectId, name: 'Enighet', direction: 'rising', neutralCode: null } as const;
    const { scaleId } = await core.client.questionnaires.saveScale({ ...scale, scaleId: null, options });
    const questionId = await add(core, draft, 'scale', 'a', { scaleId, name: 'mening' });
    const seen = async () => {
      const { wording, options: offered, name } = await questionIn(core, versionId, questionId);
      return `${name} ${wording.nb ?? ''} ${offered.length}`;
    };
    expect(await seen()).toBe('mening a 2');
    await other.questionnaires.changeQuestion({ questionId, changes: { wording: { nb: 'b' } } });
    expect(await seen()).toBe('mening b 2');
    await other.history.undo({});
    expect(await seen()).toBe('mening a 2');
    await other.history.redo({});
    expect(await seen()).toBe('mening b 2');
    await core.client.questionnaires.saveScale({ ...scale, scaleId, options: [...options, anOption(3, 'c')] });
    expect(await seen()).toBe('mening b 3');
    await other.questionnaires.changeQuestion({ questionId, changes: { name: 'ny' } });
    expect(await seen()).toBe('ny b 3');
    await core.client.workspace.close({});
    await core.client.workspace.open({ path });
    expect(await seen()).toBe('ny b 3');
  });
});
