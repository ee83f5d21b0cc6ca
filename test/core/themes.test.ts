import { describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { makeCodingFixture } from './coding-fixture.ts';

describe('the theme tree', () => {
  it('lists parents before children, each branch in its own colour [F43]', async () => {
    using core = openCore();
    const at = await makeCodingFixture(core, []);
    const { themes } = await core.client.themes.tree({});
    expect(themes.map((theme) => [theme.number, theme.terms.nb, theme.depth, theme.colour])).toEqual([
      ['01', 'Tilgang', 0, 1],
      ['02', 'Ventetid', 1, 1],
      ['03', 'Åpningstid', 1, 1],
      ['04', 'Informasjon', 0, 6],
    ]);
    expect(themes[1]?.parentId).toBe(at.themes.access);
  });

  it('refuses a name or synonym that exists, whatever case and accents, unless it is wanted anyway', async () => {
    using core = openCore();
    const at = await makeCodingFixture(core, []);
    await core.client.themes.setSynonyms({ themeId: at.themes.information, language: 'nb', synonyms: ['beskjed', 'brev'] });
    await expect(core.client.themes.create({ term: 'apningstid', language: 'sv' })).rejects.toMatchObject({
      code: 'THEME_EXISTS',
      data: { params: { existing: 'Åpningstid' } },
    });
    await expect(core.client.themes.create({ term: 'Beskjed', language: 'nb' })).rejects.toMatchObject({
      data: { message: 'themes.exists', params: { term: 'Beskjed', existing: 'Informasjon' } },
    });
    await core.client.themes.create({ term: 'Beskjed', language: 'nb', isWantedAnyway: true });
    expect((await core.client.themes.tree({})).themes).toHaveLength(5);
  });

  it('keeps terms, synonyms and definitions per language, and undoes each step by name [F43]', async () => {
    using core = openCore();
    const at = await makeCodingFixture(core, []);
    const themeId = at.themes.waiting;
    await core.client.themes.rename({ themeId, term: 'Väntetid', language: 'sv' });
    await core.client.themes.setSynonyms({ themeId, language: 'sv', synonyms: ['kö', 'väntan'] });
    await core.client.themes.setText({ themeId, part: 'definition', language: 'nb', text: 'Tid fra man ber til man får' });
    const read = async () => (await core.client.themes.tree({})).themes.find((theme) => theme.id === themeId);
    expect(await read()).toMatchObject({
      terms: { nb: 'Ventetid', sv: 'Väntetid' },
      synonyms: [
        { language: 'sv', term: 'kö' },
        { language: 'sv', term: 'väntan' },
      ],
      definition: { nb: 'Tid fra man ber til man får' },
    });
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect((await core.client.history.next({})).undo).toMatchObject({
      labelId: 'themes.rename.undo',
      params: { from: 'Ventetid', to: 'Väntetid' },
    });
    await core.client.history.undo({});
    expect(await read()).toMatchObject({ terms: { nb: 'Ventetid' }, synonyms: [], definition: {} });
  });

  it('refuses new codings on a retired theme and keeps the old ones', async () => {
    using core = openCore();
    const at = await makeCodingFixture(core, [{ code: 'R001', body: 'Ventetiden.' }]);
    const textIds = [...at.texts.values()];
    await core.client.coding.apply({ textIds, themeId: at.themes.waiting });
    await core.client.themes.setStatus({ themeId: at.themes.waiting, status: 'retired' });
    await expect(core.client.coding.apply({ textIds, themeId: at.themes.waiting, polarity: 'negative' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await core.client.themes.tree({})).themes.find((theme) => theme.id === at.themes.waiting)).toMatchObject({
      status: 'retired',
      personCount: 1,
    });
  });
});
