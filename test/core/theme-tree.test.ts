import { describe, expect, it } from 'vitest';
import { tableNames } from '../../electron/core/db/schema.ts';
import { foldedReferences, themeReferences } from '../../electron/core/features/themes/theme-references.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { CodingId, ThemeId } from '../../shared/model/ids.ts';
import { markOf } from '../support/a-workspace.ts';
import { textOf } from './coding-fixture.ts';
import { factsOf, makeThemeFixture, write } from './theme-fixture.ts';

const treeOf = async (core: Core): Promise<string[]> =>
  (await core.client.themes.tree({})).themes.map(({ terms, depth, colour }) => `${'  '.repeat(depth)}${terms.nb ?? ''} ${colour ?? '-'}`);

function references(core: Core, to: readonly string[]): string[] {
  const { db } = core.session.workspace;
  return tableNames(db).flatMap((table) =>
    (db.prepare('SELECT "from", "table" FROM pragma_foreign_key_list(?)').all(table) as { from: string; table: string }[])
      .filter((key) => to.includes(key.table))
      .map((key) => `${table}.${key.from}`),
  );
}

describe('moving in the theme tree', () => {
  it('takes what stands under a theme along, and the colour of the branch it comes to [F44]', async () => {
    using core = openCore();
    const { themes } = await makeThemeFixture(core, []);
    const start = markOf(core.session.workspace.db);
    await core.client.themes.move({ themeId: themes.access, parentId: themes.information, place: 0 });
    expect(await treeOf(core)).toEqual(['Informasjon 6', '  Tilgang 6', '    Ventetid 6', '    Åpningstid 6']);
    await core.client.themes.move({ themeId: themes.hours, parentId: themes.access, place: 0 });
    await core.client.themes.move({ themeId: themes.waiting, parentId: null, place: 0 });
    expect(await treeOf(core)).toEqual(['Ventetid 1', 'Informasjon 6', '  Tilgang 6', '    Åpningstid 6']);
    expect((await core.client.history.next({})).undo).toMatchObject({ labelId: 'themes.move.undoTop', params: { theme: 'Ventetid' } });
    for (let n = 0; n < 3; n += 1) await core.client.history.undo({});
    expect(markOf(core.session.workspace.db)).toBe(start);
  });

  it('refuses to hang a theme under itself or under what stands under it', async () => {
    using core = openCore();
    const { themes } = await makeThemeFixture(core, []);
    for (const parentId of [themes.access, themes.waiting])
      await expect(core.client.themes.move({ themeId: themes.access, parentId, place: 0 })).rejects.toMatchObject({
        code: 'HIERARCHY_LOOP',
        data: { message: 'themes.loop' },
      });
  });

  it('lets a branch have any colour of the palette, chosen at any of its themes', async () => {
    using core = openCore();
    const { themes } = await makeThemeFixture(core, []);
    await core.client.themes.setColour({ themeId: themes.hours, colour: 9 });
    expect(await treeOf(core)).toEqual(['Tilgang 9', '  Ventetid 9', '  Åpningstid 9', 'Informasjon 6']);
  });
});

describe('merging themes', () => {
  it('knows every column of the file that points to a theme, or to what a merge folds', async () => {
    using core = openCore();
    await makeThemeFixture(core, []);
    expect(references(core, ['theme'])).toEqual(themeReferences.map(({ table, column }) => `${table}.${column}`).toSorted());
    for (const to of ['coding', 'framework_cell'])
      expect(references(core, [to])).toEqual(
        foldedReferences
          .filter((one) => one.to === to)
          .map(({ table, column }) => `${table}.${column}`)
          .toSorted(),
      );
    // Rows of these are folded as well, and nothing may point to them.
    const folded = [
      'consensus',
      'theme_difference',
      'theme_term',
      'theme_example',
      'quick_theme',
      'suggestion_rejection',
      'framework_theme',
    ];
    expect(references(core, [...folded, 'finding_evidence', 'framework_cell_quote', 'memo'])).toEqual([]);
  });

  it('moves the codings, and the same words coded twice by one coder become one, with the memos of both [F51]', async () => {
    using core = openCore();
    const at = await makeThemeFixture(core, [
      { code: 'R001', body: 'Ventetiden var lang, og ingen ringte.' },
      { code: 'R002', body: 'Stengt i juli.' },
    ]);
    const [one, two] = [textOf(at, 'R001'), textOf(at, 'R002')];
    const [vigdis, even] = at.coders;
    const kept = at.code(vigdis, one, at.themes.waiting, [0, 10], { polarity: 'negative' });
    const gone = at.code(vigdis, one, at.themes.hours, [5, 19], { level: 'system', reason: 'sa han', certainty: 'inferred' });
    const other = at.code(even, one, at.themes.hours, [0, 10]);
    const alone = at.code(vigdis, two, at.themes.hours, [0, 6], { polarity: 'suggestion', service_id: at.serviceId });
    write(core, (put) => {
      const memo = { project_id: at.projectId, text_id: one, body: 'Se også.', written_by: vigdis, written_at: '2026-02-01T11:00:00.000Z' };
      put('memo', { ...memo, coding_id: gone });
      put('memo', { project_id: null, theme_id: at.themes.hours, body: 'Nytt.', written_by: even, written_at: '2026-02-01T11:00:00.000Z' });
    });
    const start = markOf(core.session.workspace.db);
    expect(await core.client.themes.together({ themeId: at.themes.hours, intoId: at.themes.waiting })).toEqual({
      persons: 2,
      differs: null,
    });
    expect(await core.client.themes.merge({ themeId: at.themes.hours, intoId: at.themes.waiting })).toEqual({ moved: 3, collapsed: 1 });
    const codings = core.session.workspace.db
      .prepare(
        'SELECT id, start_offset AS start, end_offset AS "end", polarity, level, certainty, reason, service_id FROM coding ORDER BY id',
      )
      .all();
    expect(codings).toEqual([
      { id: kept, start: 0, end: 19, polarity: 'negative', level: 'system', certainty: 'explicit', reason: 'sa han', service_id: null },
      { id: other, start: 0, end: 10, polarity: null, level: null, certainty: 'explicit', reason: null, service_id: null },
      { id: alone, start: 0, end: 6, polarity: 'suggestion', level: null, certainty: 'explicit', reason: null, service_id: at.serviceId },
    ]);
    expect(core.session.workspace.db.prepare('SELECT coding_id, theme_id FROM memo ORDER BY id').all()).toEqual([
      { coding_id: kept, theme_id: null },
      { coding_id: null, theme_id: at.themes.waiting },
    ]);
    expect((await core.client.themes.tree({})).themes.find(({ id }) => id === at.themes.waiting)).toMatchObject({
      personCount: 2,
      synonyms: [{ language: 'nb', term: 'Åpningstid' }],
    });
    await core.client.history.undo({});
    expect(markOf(core.session.workspace.db)).toBe(start);
    await core.client.history.redo({});
    expect(factsOf(core)).toEqual(new Set([`R001 ${at.themes.waiting}`, `R002 ${at.themes.waiting}`]));
  });

  it('keeps all words of the merged theme: terms as synonyms, texts below those that are there, examples last [F52]', async () => {
    using core = openCore();
    const { themes } = await makeThemeFixture(core, []);
    const { client } = core;
    await client.themes.setSynonyms({ themeId: themes.waiting, language: 'nb', synonyms: ['kø', 'åpningstid'] });
    await client.themes.setSynonyms({ themeId: themes.hours, language: 'nb', synonyms: ['Kø', 'stengt'] });
    await client.themes.rename({ themeId: themes.hours, term: 'Öppettider', language: 'sv' });
    const text = (themeId: ThemeId, part: 'definition' | 'inclusion' | 'exclusion', words: string) =>
      client.themes.setText({ themeId, part, language: 'nb', text: words });
    await text(themes.waiting, 'definition', 'Tid fra man ber til man får');
    await text(themes.hours, 'definition', 'Når det er åpent');
    await text(themes.waiting, 'inclusion', 'Ventelister');
    await text(themes.hours, 'exclusion', 'Akutt hjelp');
    await client.themes.setText({ themeId: themes.hours, part: 'definition', language: 'sv', text: 'När det är öppet' });
    await client.themes.setExamples({ themeId: themes.waiting, examples: [{ language: 'nb', body: 'Elleve uker.' }] });
    await client.themes.setExamples({
      themeId: themes.hours,
      examples: [
        { language: 'nb', body: 'Elleve uker.' },
        { language: 'sv', body: 'Stängt på helgen.' },
      ],
    });
    await client.themes.merge({ themeId: themes.hours, intoId: themes.waiting });
    expect((await client.themes.tree({})).themes.find(({ id }) => id === themes.waiting)).toMatchObject({
      terms: { nb: 'Ventetid' },
      synonyms: [
        { language: 'nb', term: 'kø' },
        { language: 'nb', term: 'åpningstid' },
        { language: 'nb', term: 'stengt' },
        { language: 'sv', term: 'Öppettider' },
      ],
      definition: { nb: 'Tid fra man ber til man får', sv: 'När det är öppet' },
      inclusion: { nb: 'Ventelister\nÅpningstid: Når det er åpent' },
      exclusion: { nb: 'Akutt hjelp' },
      examples: [
        { language: 'nb', body: 'Elleve uker.' },
        { language: 'sv', body: 'Stängt på helgen.' },
      ],
    });
  });

  it('leaves words that can be changed afterwards, however many have come together [F51] [F52]', async () => {
    using core = openCore();
    const { themes: ids } = await makeThemeFixture(core, []);
    const { themes } = core.client;
    const many = (word: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${word} ${at}`);
    const third = await themes.create({ term: 'Kø', language: 'nb' });
    for (const [themeId, word] of [
      [ids.waiting, 'vente'],
      [ids.hours, 'åpent'],
    ] as const) {
      await themes.setSynonyms({ themeId, language: 'nb', synonyms: many(word, 30) });
      await themes.setExamples({ themeId, examples: many(word, 30).map((body) => ({ language: 'nb' as const, body })) });
      await themes.setDifferences({ themeId, others: [{ themeId: third.themeId, note: `${word} `.repeat(60).trim() }] });
      await themes.setText({ themeId, part: 'inclusion', language: 'nb', text: word === 'vente' ? 'Ikke fornøyd' : 'fornøyd' });
    }
    await themes.merge({ themeId: ids.waiting, intoId: ids.hours });
    const read = async () => (await themes.tree({})).themes.find(({ id }) => id === ids.hours);
    const merged = await read();
    expect(merged).toMatchObject({ inclusion: { nb: 'fornøyd\nIkke fornøyd' } });
    const own = merged?.synonyms.map(({ term }) => term) ?? [];
    expect([own.length, merged?.examples.length]).toEqual([61, 60]);
    await themes.setSynonyms({ themeId: ids.hours, language: 'nb', synonyms: own.slice(1) });
    await themes.setExamples({ themeId: ids.hours, examples: merged?.examples.slice(1) ?? [] });
    await themes.setDifferences({ themeId: ids.hours, others: [...(merged?.differsFrom ?? []), { themeId: ids.information, note: null }] });
    const changed = await read();
    expect([changed?.synonyms.length, changed?.examples.length, changed?.differsFrom.length]).toEqual([60, 59, 2]);
  });

  it('asks again before it merges two themes that are said to differ [R60]', async () => {
    using core = openCore();
    const { themes } = await makeThemeFixture(core, []);
    await core.client.themes.setDifferences({ themeId: themes.hours, others: [{ themeId: themes.waiting, note: 'Stengt er ikke kø.' }] });
    const merge = { themeId: themes.waiting, intoId: themes.hours };
    expect(await core.client.themes.together(merge)).toMatchObject({ differs: { note: 'Stengt er ikke kø.' } });
    await expect(core.client.themes.merge(merge)).rejects.toMatchObject({
      code: 'THEMES_DIFFER',
      data: { params: { into: 'Åpningstid' } },
    });
    await core.client.themes.merge({ ...merge, isConfirmed: true });
    expect(await treeOf(core)).toEqual(['Tilgang 1', '  Åpningstid 1', 'Informasjon 6']);
    expect(core.session.workspace.db.prepare('SELECT count(*) FROM theme_difference').pluck().get()).toBe(0);
  });

  it('lets a theme merged into one under it be followed by that one, with all that stood there', async () => {
    using core = openCore();
    const { themes } = await makeThemeFixture(core, []);
    await core.client.themes.merge({ themeId: themes.access, intoId: themes.hours });
    expect(await treeOf(core)).toEqual(['Åpningstid 1', '  Ventetid 1', 'Informasjon 6']);
  });

  it('hands on digits, matrices and their cells, evidence, and proposals turned down, each once [F51]', async () => {
    using core = openCore();
    const at = await makeThemeFixture(core, [{ code: 'R001', body: 'Ventetiden var lang.' }]);
    const { waiting, hours, information } = at.themes;
    const textId = textOf(at, 'R001');
    const [vigdis] = at.coders;
    const respondent = at.respondents.get('R001') ?? '';
    write(core, (put) => {
      const digits = { project_id: at.projectId };
      put('quick_theme', { ...digits, digit: 1, theme_id: waiting });
      put('quick_theme', { ...digits, digit: 2, theme_id: hours });
      for (const theme of [waiting, hours])
        put('suggestion_rejection', { text_id: textId, theme_id: theme, rejected_by: vigdis, rejected_at: '2026-02-01T10:00:00.000Z' });
      const framework = put('framework', { project_id: at.projectId, name: 'Matrise', unit: 'person', ordinal: 1 });
      for (const [index, theme] of [waiting, hours].entries())
        put('framework_theme', { framework_id: framework, theme_id: theme, ordinal: index });
      const cell = (theme: string, summary: string) =>
        put('framework_cell', { project_id: at.projectId, respondent_id: respondent, theme_id: theme, summary, finished_at: '2026-02-03' });
      const cells = [cell(waiting, 'Ventet lenge.'), cell(hours, 'Møtte stengt dør.'), cell(information, 'Brev.')];
      const quote = put('quote', { text_id: textId, start_offset: 0, end_offset: 10, status: 'raw' });
      for (const id of cells.slice(0, 2)) put('framework_cell_quote', { cell_id: id, quote_id: quote });
      const finding = put('finding', {
        project_id: at.projectId,
        code: 'F01',
        wording: 'Folk venter.',
        polarity: 'negative',
        status: 'preliminary',
      });
      put('finding_evidence', { finding_id: finding, theme_id: waiting, note: 'ti av tolv' });
      put('finding_evidence', { finding_id: finding, theme_id: hours, note: 'også stengt' });
      put('finding_evidence', { finding_id: finding, framework_cell_id: cells[1] ?? '', note: 'dør' });
      // Another rests on both cells.
      const other = put('finding', {
        project_id: at.projectId,
        code: 'F02',
        wording: 'Det er stengt.',
        polarity: 'negative',
        status: 'preliminary',
      });
      for (const [index, cell] of cells.slice(0, 2).entries())
        put('finding_evidence', { finding_id: other, framework_cell_id: cell, note: index === 0 ? 'lenge' : 'dør' });
    });
    const start = markOf(core.session.workspace.db);
    await core.client.themes.merge({ themeId: hours, intoId: waiting });
    const all = (sql: string): unknown[] => core.session.workspace.db.prepare(sql).raw().all();
    expect(all('SELECT digit, theme_id FROM quick_theme')).toEqual([[1, waiting]]);
    expect(all('SELECT theme_id FROM suggestion_rejection')).toEqual([[waiting]]);
    expect(all('SELECT theme_id FROM framework_theme')).toEqual([[waiting]]);
    expect(all('SELECT theme_id, summary, finished_at FROM framework_cell ORDER BY id')).toEqual([
      [waiting, 'Ventet lenge.\n\nMøtte stengt dør.', null],
      [information, 'Brev.', '2026-02-03'],
    ]);
    expect(all('SELECT count(*) FROM framework_cell_quote')).toEqual([[1]]);
    expect(all('SELECT theme_id, note, framework_cell_id IS NOT NULL FROM finding_evidence ORDER BY id')).toEqual([
      [waiting, 'ti av tolv; også stengt', 0],
      [null, 'dør', 1],
      [null, 'lenge; dør', 1],
    ]);
    await core.client.history.undo({});
    expect(markOf(core.session.workspace.db)).toBe(start);
  });

  it('counts what was settled as it was settled, and what was not as it was coded [F63]', async () => {
    using core = openCore();
    const at = await makeThemeFixture(
      core,
      ['R001', 'R002', 'R003'].map((code) => ({ code, body: 'Ventetiden var lang, og stengt.' })),
    );
    const [vigdis, even] = at.coders;
    const { waiting, hours } = at.themes;
    // Settled: does not belong. What the coder had put must not come to count through the other theme.
    at.code(vigdis, textOf(at, 'R001'), hours, [0, 10]);
    at.settle(textOf(at, 'R001'), hours, []);
    // Settled for one theme, coded for the other: both count.
    at.code(even, textOf(at, 'R002'), waiting, [0, 10]);
    at.settle(textOf(at, 'R002'), hours, []);
    at.code(even, textOf(at, 'R003'), hours, [0, 10]);
    at.settle(textOf(at, 'R003'), waiting, []);
    const start = markOf(core.session.workspace.db);
    await core.client.themes.merge({ themeId: hours, intoId: waiting });
    expect(factsOf(core)).toEqual(new Set([`R002 ${waiting}`, `R003 ${waiting}`]));
    expect(core.session.workspace.db.prepare('SELECT count(*) FROM coding WHERE coder_id <> ?').pluck().get(at.consensusId)).toBe(3);
    await core.client.history.undo({});
    expect(markOf(core.session.workspace.db)).toBe(start);
  });
});

describe('splitting, retiring and deleting', () => {
  it('lets chosen segments go to a new theme beside, as one operation [F44]', async () => {
    using core = openCore();
    const at = await makeThemeFixture(core, [
      { code: 'R001', body: 'Stengt i juli. Stengt i helga.' },
      { code: 'R002', body: 'Stengt.' },
    ]);
    const [vigdis] = at.coders;
    at.code(vigdis, textOf(at, 'R001'), at.themes.hours, [0, 14]);
    at.code(vigdis, textOf(at, 'R001'), at.themes.hours, [15, 30]);
    at.code(vigdis, textOf(at, 'R002'), at.themes.hours, [0, 7]);
    const start = markOf(core.session.workspace.db);
    const { segments, total } = await core.client.themes.segments({ themeId: at.themes.hours, limit: 500 });
    expect([total, segments.map(({ code, words }) => `${code}: ${words}`)]).toEqual([
      3,
      ['R001: Stengt i juli.', 'R001: Stengt i helga.', 'R002: Stengt.'],
    ]);
    const found = await core.client.themes.segments({ themeId: at.themes.hours, typed: 'HELGA', limit: 500 });
    const made = await core.client.themes.split({
      themeId: at.themes.hours,
      codingIds: found.segments.map(({ codingId }) => codingId),
      to: { term: 'Helg', language: 'nb' },
    });
    expect(made).toMatchObject({ moved: 1, collapsed: 0 });
    const { themes } = await core.client.themes.tree({});
    expect(themes.map(({ terms, depth, personCount, ownPersonCount }) => [terms.nb, depth, personCount, ownPersonCount])).toEqual([
      // R001 has both and is one person above them.
      ['Tilgang', 0, 2, 0],
      ['Ventetid', 1, 0, 0],
      ['Åpningstid', 1, 2, 2],
      ['Helg', 1, 1, 1],
      ['Informasjon', 0, 0, 0],
    ]);
    await core.client.history.undo({});
    expect(markOf(core.session.workspace.db)).toBe(start);
    await expect(
      core.client.themes.split({
        themeId: at.themes.waiting,
        codingIds: [CodingId.parse(segments[0]?.codingId)],
        to: { themeId: at.themes.hours },
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('deletes what nothing rests on, and nothing else', async () => {
    using core = openCore();
    const at = await makeThemeFixture(core, [{ code: 'R001', body: 'Stengt.' }]);
    at.code(at.coders[0], textOf(at, 'R001'), at.themes.hours, [0, 7]);
    for (const themeId of [at.themes.access, at.themes.hours])
      await expect(core.client.themes.remove({ themeId })).rejects.toMatchObject({ code: 'IN_USE', data: { message: 'themes.inUse' } });
    await core.client.themes.setSynonyms({ themeId: at.themes.waiting, language: 'nb', synonyms: ['kø'] });
    await core.client.themes.setDifferences({ themeId: at.themes.waiting, others: [{ themeId: at.themes.hours, note: null }] });
    const start = markOf(core.session.workspace.db);
    const used = (await core.client.themes.tree({})).themes.map(({ terms, isUsed }) => [terms.nb, isUsed]);
    expect(used).toEqual([
      ['Tilgang', true],
      ['Ventetid', false],
      ['Åpningstid', true],
      ['Informasjon', false],
    ]);
    await core.client.themes.remove({ themeId: at.themes.waiting });
    expect(await treeOf(core)).toEqual(['Tilgang 1', '  Åpningstid 1', 'Informasjon 6']);
    await core.client.history.undo({});
    expect(markOf(core.session.workspace.db)).toBe(start);
  });
});

describe('theme by service', () => {
  it('counts persons once, by the service the words are about, polarity and level [R71] [F56]', async () => {
    using core = openCore();
    const at = await makeThemeFixture(core, [
      { code: 'R001', body: 'Stengt i juli. Stengt i helga.' },
      { code: 'R002', body: 'Stengt.' },
      { code: 'R003', body: 'Lang kø.' },
    ]);
    const [vigdis, even] = at.coders;
    const day = { polarity: 'negative', level: 'service' };
    at.code(vigdis, textOf(at, 'R001'), at.themes.hours, [0, 14], day);
    at.code(vigdis, textOf(at, 'R001'), at.themes.waiting, [0, 14], { ...day, polarity: 'suggestion' });
    at.code(even, textOf(at, 'R001'), at.themes.hours, [0, 10], day);
    at.code(vigdis, textOf(at, 'R001'), at.themes.hours, [15, 30], { level: 'system' });
    at.code(vigdis, textOf(at, 'R002'), at.themes.hours, [0, 7], { service_id: at.serviceId });
    at.code(vigdis, textOf(at, 'R003'), at.themes.information, [0, 8]);
    // R001's interview is at the service; R002's is at none, but the words are about it.
    const crossing = await core.client.themes.crossing({ themeId: at.themes.access });
    expect(crossing).toEqual({
      rows: [
        {
          serviceId: at.serviceId,
          service: 'Rus- og botjenesten',
          all: { persons: 2, mentions: 3 },
          polarity: { negative: { persons: 1, mentions: 1 }, suggestion: { persons: 1, mentions: 1 }, none: { persons: 2, mentions: 2 } },
          level: { service: { persons: 1, mentions: 1 }, system: { persons: 1, mentions: 1 }, none: { persons: 1, mentions: 1 } },
        },
      ],
      all: { persons: 2, mentions: 3 },
    });
    write(core, () =>
      core.session.workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-03-01T00:00:00.000Z' WHERE code = 'R001'"),
    );
    expect((await core.client.themes.crossing({ themeId: at.themes.access })).all).toEqual({ persons: 1, mentions: 1 });
    expect((await core.client.themes.segments({ themeId: at.themes.hours, limit: 10 })).total).toBe(1);
  });
});
