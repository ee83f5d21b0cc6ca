import { expect, test } from 'vitest';
import { ThemeId } from '../../shared/model/ids.ts';
import { id, merge, twoLaptops } from './merge-fixture.ts';

test('versions and examples made on two machines meet: numbers are given anew, the same example stands once', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  const themeId = ThemeId.parse(id(30));
  for (const [{ core }, name] of [
    [mine, 'Rapporten'],
    [theirs, 'Konferansen'],
  ] as const) {
    await core.client.themes.setExamples({ themeId, examples: [{ language: 'nb', body: 'Elleve uker.' }] });
    await core.client.codebook.make({ name, note: null });
  }
  const { report } = await merge(mine, theirs);
  expect(report.conflicts).toEqual([]);
  expect((await mine.core.client.codebook.versions({})).versions.map(({ number, name }) => `${number} ${name}`)).toEqual([
    '2 Konferansen',
    '1 Rapporten',
  ]);
  expect(mine.all('SELECT body FROM theme_example')).toEqual([['Elleve uker.']]);
});

test('themes merged here while the other machine coded with the one that went: it is asked about, and nothing is lost', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  const other = await mine.core.client.themes.create({ term: 'Kø', language: 'nb' });
  await mine.core.client.themes.merge({ themeId: ThemeId.parse(id(30)), intoId: other.themeId });
  theirs.add('coding', {
    id: id(60),
    text_id: id(42),
    theme_id: id(30),
    coder_id: 'ola',
    is_whole: 1,
    start_offset: 0,
    end_offset: 24,
    coded_at: 'x',
  });
  const { report } = await merge(mine, theirs);
  expect(report.conflicts).toMatchObject([{ kind: 'deleted-here', thing: 'merge.thing.theme' }]);
  await mine.undo();
  await merge(mine, theirs, { [report.conflicts[0]?.id ?? '']: { take: 'theirs' } });
  expect(mine.all('SELECT theme_id FROM coding ORDER BY id')).toEqual([[other.themeId], [id(30)]]);
});
