import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { MemoPlace } from '../../shared/contract/texts.ts';
import { CodingId } from '../../shared/model/ids.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';

async function start(): Promise<{ core: Core; at: CodingFixture; places: Readonly<Record<MemoPlace['kind'], MemoPlace>> }> {
  const core = openCore();
  const at = await makeCodingFixture(core, [{ code: 'R001', body: 'Ventetiden. Elleve uker uten å høre noe.' }]);
  const textId = textOf(at, 'R001');
  const { codingIds } = await core.client.coding.apply({ textIds: [textId], themeId: at.themes.waiting, range: { start: 12, end: 23 } });
  const places = {
    project: { kind: 'project', id: at.projectId },
    text: { kind: 'text', id: textId },
    coding: { kind: 'coding', id: codingIds[0] ?? '' },
    theme: { kind: 'theme', id: at.themes.waiting },
  } as const;
  return { core, at, places };
}

describe('memos', () => {
  it('stand on project, text, segment and theme, with who wrote them and when [F50]', async () => {
    const { core, at, places } = await start();
    using _ = core;
    for (const on of Object.values(places)) {
      await core.client.texts.writeMemo({ on, body: `  Om ${on.kind} ` });
      const { memos } = await core.client.texts.memos({ on });
      expect(memos).toMatchObject([{ body: `Om ${on.kind}`, isMine: true, on }]);
      expect(memos[0]?.by).not.toBe('');
      expect(memos[0]?.writtenAt).toMatch(/^\d{4}-\d\d-\d\dT/u);
    }
    const { memos, total } = await core.client.texts.projectMemos({ projectId: at.projectId, from: 0, limit: 2 });
    expect([memos.length, total]).toEqual([2, 4]);
    const all = (await core.client.texts.projectMemos({ projectId: at.projectId, from: 0, limit: 10 })).memos;
    const onSegment = all.find((memo) => memo.on.kind === 'coding');
    expect(onSegment).toMatchObject({ where: 'R001/23', at: 12, textId: textOf(at, 'R001'), themeId: at.themes.waiting });
    expect(onSegment?.words).toMatch(/^Elleve uker/u);
  });

  it('show the words they are on and no others, also behind an emoji, and are found in their project [F50] [F64]', async () => {
    using core = openCore();
    const at = await makeCodingFixture(core, [{ code: 'R001', body: '👍🏽👍🏽 Bra. Elleve uker uten å høre noe.' }]);
    const textId = textOf(at, 'R001');
    const range = { start: 14, end: 25 };
    const { codingIds } = await core.client.coding.apply({ textIds: [textId], themeId: at.themes.waiting, range });
    await core.client.texts.writeMemo({ on: { kind: 'coding', id: codingIds[0] ?? '' }, body: 'Uvanlig mange' });
    await core.client.texts.writeMemo({ on: { kind: 'text', id: textId }, body: 'Uvanlig svar' });
    const { memos } = await core.client.texts.projectMemos({ projectId: at.projectId, from: 0, limit: 10 });
    expect(memos.map(({ words }) => words).toSorted()).toEqual(['', 'Elleve uker']);
    const { groups } = await core.client.search.find({ text: 'uvanlig', isTyping: false, projectId: at.projectId, from: 0, limit: 10 });
    expect(groups).toMatchObject([{ group: 'notes', total: 2 }]);
    // A question is of the project its questionnaire is of.
    const asked = await core.client.search.find({ text: 'annerledes', isTyping: false, projectId: at.projectId, from: 0, limit: 10 });
    expect(asked.groups).toMatchObject([{ group: 'questions', total: 1 }]);
  });

  it('are changed and taken away by whoever wrote them, and undo brings them back [F50] [F53]', async () => {
    const { core, places } = await start();
    using _ = core;
    const { memoId } = await core.client.texts.writeMemo({ on: places.text, body: 'Se funn 4.' });
    await core.client.texts.writeMemo({ on: places.text, memoId, body: 'Se funn 5.' });
    const read = async (): Promise<string[]> => (await core.client.texts.memos({ on: places.text })).memos.map((memo) => memo.body);
    expect(await read()).toEqual(['Se funn 5.']);
    await core.client.texts.removeMemo({ memoId });
    expect(await read()).toEqual([]);
    await core.client.history.undo({});
    expect(await read()).toEqual(['Se funn 5.']);
  });

  it('of a removed coding stay with its text; what others wrote stays as they wrote it [F50]', async () => {
    const { core, places } = await start();
    using _ = core;
    const { memoId } = await core.client.texts.writeMemo({ on: places.coding, body: 'Uklart.' });
    const { workspace } = core.session;
    await core.client.coding.remove({ codingIds: [CodingId.parse(places.coding.id)] });
    expect((await core.client.texts.memos({ on: places.text })).memos).toMatchObject([{ id: memoId, body: 'Uklart.' }]);
    const intent = { ...workspace.sourceFor('f'), kind: 'test', labelId: 'test', isUndoable: true };
    workspace.operations.run(intent, () => {
      workspace.sql.run("INSERT INTO actor (id, name, initials) VALUES ('other', 'Solfrid', 'S')");
      workspace.sql.run("UPDATE memo SET written_by = 'other'");
    });
    await expect(core.client.texts.writeMemo({ on: places.text, memoId, body: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(core.client.texts.removeMemo({ memoId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('on words of somebody who has withdrawn are not shown', async () => {
    const { core, at, places } = await start();
    using _ = core;
    await core.client.texts.writeMemo({ on: places.coding, body: 'Om utdraget' });
    await core.client.texts.writeMemo({ on: places.text, body: 'Om teksten' });
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('f'), kind: 'test', labelId: 'test', isUndoable: true }, () =>
      workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-02-01T10:00:00.000Z'"),
    );
    expect((await core.client.texts.projectMemos({ projectId: at.projectId, from: 0, limit: 10 })).total).toBe(0);
    expect((await core.client.texts.memos({ on: places.text })).memos).toEqual([]);
    await expect(core.client.texts.writeMemo({ on: places.text, body: 'Nytt' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
