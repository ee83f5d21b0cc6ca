import { copyFileSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../electron/core/db/connection.ts';
import { isSearchWhole } from '../../electron/core/db/search/keep-search.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { searchObjects } from '../../electron/core/db/search/search-schema.ts';
import { createMatcher, parseSearch, tokensOf } from '../../shared/search/index.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';
import { openFieldwork } from './fieldwork-fixture.ts';

const said = [
  { code: 'R001', body: 'Jeg ventet i elleve uker uten å høre noe. Ventetiden var verst.' },
  { code: 'R002', body: 'Et godt råd fra brukerrådet, men møtene var for sjelden.' },
  { code: 'R003', body: 'En rad med stoler. Særlig på møtet om øvelse.' },
  { code: 'R004', body: 'Väntetiden på mötet var lång. Överläkaren hörde inte.' },
  { code: 'R005', body: null },
];

async function found(core: Core, text: string, more: { isTyping?: boolean; limit?: number } = {}) {
  const { groups } = await core.client.search.find({ text, isTyping: more.isTyping ?? false, from: 0, limit: more.limit ?? 50 });
  return groups;
}

async function codes(core: Core, text: string, isTyping = false): Promise<(string | null)[]> {
  const answers = (await found(core, text, { isTyping })).find((group) => group.group === 'answers');
  return (answers?.hits ?? []).map((hit) => hit.code);
}

async function withFixture(run: (core: Core, fixture: CodingFixture) => Promise<void>): Promise<void> {
  using core = openCore();
  await run(core, await makeCodingFixture(core, said));
}

/** The index says the same as the tables: FTS5's own comparison with its content. @throws SqliteError when it does not */
function expectWhole(core: Core): void {
  const { db } = core.session.workspace;
  expect(isSearchWhole(db)).toBe(true);
  db.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
}

describe('searching everything [F64] issue 5.10', () => {
  test('å means å; a means a and å; ae and oe mean æ and ø, letter by letter first', async () => {
    await withFixture(async (core) => {
      expect(await codes(core, 'råd')).toEqual(['R002']);
      expect(await codes(core, 'rad')).toEqual(['R003', 'R002']);
      expect(await codes(core, 'raad')).toEqual(['R002']);
      expect(await codes(core, 'saerlig')).toEqual(['R003']);
      expect(await codes(core, 'oevelse')).toEqual(['R003']);
      expect(await codes(core, 'overlakaren')).toEqual(['R004']);
      expect(await codes(core, 'mote*')).toEqual(expect.arrayContaining(['R002', 'R003', 'R004']));
      expect(await codes(core, 'ÖVERLÄKAREN')).toEqual(['R004']);
    });
  });

  test('beginnings, phrases, nearness, either and not; a word as it is typed', async () => {
    await withFixture(async (core) => {
      expect(await codes(core, 'elle', true)).toEqual(['R001']);
      expect(await codes(core, 'elle')).toEqual([]);
      expect(await codes(core, '"elleve uker"')).toEqual(['R001']);
      expect(await codes(core, '"uker elleve"')).toEqual([]);
      expect(await codes(core, 'ventet NEAR/3 uker')).toEqual(['R001']);
      expect(await codes(core, 'ventet NÆR/1 uker')).toEqual([]);
      expect(new Set(await codes(core, 'uker ELLER stoler'))).toEqual(new Set(['R001', 'R003']));
      expect(await codes(core, 'møtet -stoler')).toEqual(['R002']);
      expect(await codes(core, '*brukerr*')).toEqual(['R002']);
      expect(new Set(await codes(core, '*rad*'))).toEqual(new Set(['R002', 'R003']));
    });
  });

  test('forms of a word by its stem, and never those of a quoted one', async () => {
    await withFixture(async (core) => {
      expect(await codes(core, 'ventetid')).toEqual(['R001']);
      expect(new Set(await codes(core, 'møte'))).toEqual(new Set(['R002', 'R003']));
      expect(await codes(core, '"møte"')).toEqual([]);
    });
  });

  test('themes by any synonym in any language, once each; findings, actions, registers, questions and records by their code', async () => {
    using opened = openFieldwork();
    const { client, core } = opened;
    const groups = await found(core, 'ventetid');
    expect(groups.map((group) => group.group)).toContain('themes');
    const { themes } = await client.themes.tree({ projectId: opened.projectId });
    for (const theme of themes.slice(0, 12)) {
      for (const { term } of theme.synonyms.slice(0, 2)) {
        const hits = (await found(core, `"${term}"`)).find((group) => group.group === 'themes')?.hits ?? [];
        expect(
          hits.some((hit) => hit.opens.screen === 'theme' && hit.opens.themeId === theme.id),
          term,
        ).toBe(true);
      }
    }
    const kinds = async (text: string) => (await found(core, text)).flatMap((group) => group.hits.map((hit) => hit.kind));
    expect(await kinds('R017')).toContain('interview');
    expect(await kinds(String(opened.one('SELECT code FROM finding LIMIT 1')))).toContain('finding');
    expect(await kinds(String(opened.one('SELECT name FROM organisation LIMIT 1')))).toContain('organisation');
    expect(await kinds(String(opened.one('SELECT title FROM meeting LIMIT 1')))).toContain('meeting');
    expect(await kinds(String(opened.one('SELECT title FROM agenda_item LIMIT 1')))).toContain('agenda-item');
    expect(await kinds(String(opened.one("SELECT wording ->> '$.nb' FROM question LIMIT 1")))).toContain('question');
    expect(await kinds(String(opened.one('SELECT name FROM place LIMIT 1')))).toContain('place');
    expect(await kinds(String(opened.one('SELECT title FROM report LIMIT 1')))).toContain('report');
  });

  test('every searched table gives hits that its screen can open', async () => {
    using opened = openFieldwork();
    const sources = opened.core.session.workspace.db.prepare('SELECT DISTINCT source FROM search_entry').pluck().all();
    for (const source of sources) {
      const { words, key } = opened.core.session.workspace.db
        .prepare(
          'SELECT words, key FROM search_content WHERE key = (SELECT key FROM search_entry WHERE source = ? AND key IN (SELECT key FROM search_content WHERE length(words) > 8) LIMIT 1)',
        )
        // The view's two columns.
        .get(source) as { words: string; key: number };
      const phrase = tokensOf(words).slice(0, 6);
      const id = opened.one('SELECT coalesce(owner_id, id) FROM search_entry WHERE key = :key', { key });
      const hits = (await found(opened.core, `"${phrase.map((token) => token.word).join(' ')}"`)).flatMap((group) => group.hits);
      expect(hits.length, `${String(source)} ${String(id)}`).toBeGreaterThan(0);
    }
  });

  test('marks the words that answer and says where the first one stands', async () => {
    await withFixture(async (core, fixture) => {
      const [group] = await found(core, 'uker', { limit: 5 });
      const [hit] = group?.hits ?? [];
      const body = said[0]?.body ?? '';
      expect(hit?.at).toBe(body.indexOf('uker'));
      expect(hit?.marks.map((mark) => hit.text.slice(mark.start, mark.end))).toEqual(['uker']);
      expect(hit?.opens).toEqual({ screen: 'text', projectId: fixture.projectId, textId: textOf(fixture, 'R001') });
      await core.client.coding.apply({ textIds: [textOf(fixture, 'R001')], themeId: fixture.themes.waiting });
      expect((await found(core, 'uker'))[0]?.hits[0]?.themeIds).toEqual([fixture.themes.waiting]);
    });
  });

  test('who has withdrawn is neither found nor counted, and is found again after undo', async () => {
    await withFixture(async (core, fixture) => {
      const { workspace } = core.session;
      const intent = { ...workspace.sourceFor('t'), kind: 'test', labelId: 'test', isUndoable: true };
      workspace.operations.run(intent, () =>
        workspace.sql.insert('memo', {
          id: workspace.newId(),
          text_id: textOf(fixture, 'R001'),
          body: 'Sier elleve uker to ganger',
          written_by: workspace.knownActor(),
          written_at: '2026-01-01T10:00:00Z',
        }),
      );
      const before = await found(core, 'elleve');
      expect(before.map((group) => [group.group, group.total])).toEqual([
        ['answers', 1],
        ['notes', 1],
      ]);
      await core.client.fieldwork.withdraw({
        // A UUID of the fixture's respondent.
        respondentId: fixture.respondents.get('R001') as never,
        withdrawnOn: '2026-02-01',
      });
      expect(await found(core, 'elleve')).toEqual([]);
      expect(await found(core, 'R001')).toEqual([]);
      await core.client.history.undo({});
      expect(await found(core, 'elleve')).toEqual(before);
    });
  });

  test('finds nothing for nothing, and says so', async () => {
    await withFixture(async (core) => {
      const problem = async (text: string) => (await core.client.search.find({ text, isTyping: false, from: 0, limit: 5 })).problem;
      expect(await problem('')).toBe('nothing');
      expect(await problem('""  * - "')).toBe('nothing');
      expect(await problem('-møte')).toBe('left-out');
    });
  });

  test('never fails, whatever is typed', async () => {
    await withFixture(async (core) => {
      const nasty = fc.array(
        fc.constantFrom(
          '"',
          '*',
          '-',
          '(',
          ')',
          ' NEAR/',
          ' OR ',
          ' NEAR ',
          ' AND NOT ',
          ':',
          '^',
          '+',
          '{',
          "'",
          ';',
          '«',
          '\u0000',
          '%',
          'råd',
          'words:',
          'a',
          '99',
          '\u{1F600}',
        ),
        { maxLength: 14 },
      );
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            nasty.map((parts) => parts.join('')),
            fc.string({ unit: 'binary', maxLength: 60 }),
          ),
          fc.boolean(),
          async (text, isTyping) => {
            await core.client.search.find({ text: text.slice(0, 400), isTyping, from: 0, limit: 3 });
          },
        ),
        { numRuns: 200 },
      );
    });
  });
});

const words = [
  'ventetid',
  'ventetiden',
  'ventet',
  'råd',
  'rad',
  'rådet',
  'møte',
  'møter',
  'möte',
  'sær',
  'saer',
  'øl',
  'ol',
  'hjelp',
  'hjelpen',
  'ånd',
  'and',
  'e',
  'post',
  'på',
  'pa',
];
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
const word = fc.constantFrom(...words, 'ventet*', 'ra*', 'mot*', '*tid*', '*ad*', 'raad', 'moter');
const wanted = fc.oneof(
  word,
  fc.tuple(word, word).map((both) => both.join(' ')),
  fc.tuple(word, word).map(([a, b]) => `${a} OR ${b}`),
  fc.tuple(word, word).map(([a, b]) => `${a} -${b}`),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `"${a} ${b}"`),
  fc.tuple(fc.constantFrom(...words), fc.nat(4), fc.constantFrom(...words)).map(([a, n, b]) => `${a} NEAR/${n + 1} ${b}`),
);

test('finds exactly what reading every text finds: words, spellings, forms, phrases, beginnings, parts, nearness [F64] issue 5.10', async () => {
  using core = openCore();
  const persons = Array.from({ length: 12 }, (_, at) => `R${at}`);
  const fixture = await makeCodingFixture(
    core,
    persons.map((code) => ({ code, body: '–' })),
  );
  const { workspace } = core.session;
  const write = (texts: readonly string[]): unknown =>
    workspace.operations.run({ ...workspace.sourceFor('t'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      for (const [at, code] of persons.entries()) {
        const row = { id: textOf(fixture, code), body: texts[at] ?? '–' };
        workspace.sql.run('UPDATE text SET body = :body WHERE id = :id', row);
      }
    });
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentence, { minLength: 1, maxLength: persons.length }),
      fc.array(wanted, { minLength: 1, maxLength: 12 }),
      async (texts, searches) => {
        write(texts);
        for (const text of searches) {
          const matcher = createMatcher(parseSearch(text), ['nb']);
          const read = persons.filter((_, at) => matcher.matches(texts[at] ?? '–'));
          const answers = (await found(core, text)).find((group) => group.group === 'answers');
          const hits = new Map(answers?.hits.map((hit) => [hit.code ?? '', hit]));
          expect(new Set(hits.keys()), text).toEqual(new Set(read));
          expect(answers?.total ?? 0).toBe(read.length);
          for (const [code, hit] of hits)
            expect(matcher.matches(texts[persons.indexOf(code)] ?? '', 'exact'), `${text}: ${hit.text}`).toBe(hit.isExact);
        }
      },
    ),
    { numRuns: 60 },
  );
  expectWhole(core);
});

describe('the index', () => {
  test('is kept by every way a row changes: commands, undo, redo, corrections', async () => {
    await withFixture(async (core, fixture) => {
      expectWhole(core);
      const { client } = core;
      await client.themes.rename({ themeId: fixture.themes.waiting, language: 'nb', term: 'Køtid' });
      expect((await found(core, 'køtid'))[0]?.group).toBe('themes');
      expectWhole(core);
      await client.history.undo({});
      expect(await found(core, 'køtid')).toEqual([]);
      expectWhole(core);
      await client.history.redo({});
      expect((await found(core, 'køtid'))[0]?.group).toBe('themes');
      expectWhole(core);
    });
  });

  test('is made anew at open where it is missing, changed or out of step; the rest of the file stays as it is', async () => {
    using opened = openFieldwork();
    const { path } = opened;
    const before = await found(opened.core, 'ventetid');
    expect(before.length).toBeGreaterThan(0);
    opened.core.session.end();
    const harm: ((db: ReturnType<typeof openConnection>) => void)[] = [
      (db) => searchObjects().forEach(({ type, name }) => db.exec(`DROP ${type} ${name}`)),
      (db) =>
        db.exec('DROP TRIGGER search_text_update; CREATE TRIGGER search_text_update AFTER UPDATE ON text BEGIN DELETE FROM text; END'),
      (db) => db.exec('DELETE FROM search_entry WHERE key % 3 = 0'),
      (db) => db.exec("INSERT INTO search_index (search_index) VALUES ('delete-all')"),
    ];
    for (const [at, hurt] of harm.entries()) {
      const copy = path.replace('.rost', `-${at}.rost`);
      copyFileSync(path, copy);
      const db = openConnection(copy);
      hurt(db);
      db.close();
      using core = openCore();
      core.session.open(copy);
      expect(await found(core, 'ventetid'), String(at)).toEqual(before);
      expectWhole(core);
    }
  });

  test('comes along into a backup, and keeps no word that was taken out of a text', async () => {
    using core = openCore();
    const fixture = await makeCodingFixture(core, [{ code: 'R001', body: 'Begynnelsen hemmeligordet slutten' }]);
    const { workspace } = core.session;
    expect(readFileSync(workspace.path).includes('hemmeligordet')).toBe(true);
    const intent = { ...workspace.sourceFor('t'), kind: 'test', labelId: 'test', isUndoable: true };
    workspace.operations.run(intent, () =>
      workspace.sql.run("UPDATE text SET body = 'Annet' WHERE id = :id", { id: textOf(fixture, 'R001') }),
    );
    expect(await codes(core, 'hemmeligordet')).toEqual([]);
    const indexed = workspace.db.prepare("SELECT count(*) FROM search_index_data WHERE instr(block, CAST('hemmeligordet' AS BLOB)) > 0");
    expect(indexed.pluck().get()).toBe(0);
    expectWhole(core);
    const { file } = core.session.backup('by-hand');
    expect(file).toContain('by-hand');
  });
});
