import { expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { markOf } from '../support/a-workspace.ts';
import { makeCodingFixture } from './coding-fixture.ts';

test('a version keeps the codebook under a number and a name, and what has changed since can be told', async () => {
  using core = openCore();
  const { themes } = await makeCodingFixture(core, []);
  const { codebook } = core.client;
  const start = markOf(core.session.workspace.db);
  const first = await codebook.make({ name: 'Rapporten', note: 'Slik temaene sto i rapporten.' });
  expect(first.number).toBe(1);
  await core.client.themes.setText({ themeId: themes.waiting, part: 'inclusion', language: 'nb', text: 'Ventelister' });
  await core.client.themes.merge({ themeId: themes.hours, intoId: themes.waiting });
  await core.client.themes.move({ themeId: themes.information, parentId: themes.access, place: 0 });
  const second = await codebook.make({ name: 'Etter konferansen', note: null });
  await core.client.themes.setStatus({ themeId: themes.information, status: 'retired' });
  expect((await codebook.versions({})).versions).toMatchObject([
    { number: 2, name: 'Etter konferansen', note: null, themes: 3 },
    { number: 1, name: 'Rapporten', note: 'Slik temaene sto i rapporten.', themes: 4 },
  ]);
  const { changes } = await codebook.compare({ from: first.versionId, to: second.versionId });
  expect(changes).toEqual([
    { kind: 'moved', themeId: themes.information, fromId: null, toId: themes.access },
    { kind: 'inclusion', themeId: themes.waiting, language: 'nb', before: null, after: 'Ventelister' },
    { kind: 'synonyms', themeId: themes.waiting, language: 'nb', added: ['Åpningstid'], removed: [] },
    { kind: 'merged', themeId: themes.hours, intoId: themes.waiting },
  ]);
  const now = await codebook.compare({ from: second.versionId, to: 'now' });
  expect(now.changes).toEqual([{ kind: 'retired', themeId: themes.information }]);
  expect((await codebook.version({ versionId: first.versionId })).snapshot.themes.map(({ terms }) => terms.nb)).toEqual([
    'Tilgang',
    'Ventetid',
    'Åpningstid',
    'Informasjon',
  ]);
  await expect(codebook.compare({ from: themes.access, to: 'now' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (let n = 0; n < 6; n += 1) await core.client.history.undo({});
  expect(markOf(core.session.workspace.db)).toBe(start);
});
