import { expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { CodingId, ThemeId } from '../../shared/model/ids.ts';
import { markOf } from '../support/a-workspace.ts';
import { countedOf, factsOf, makeThemeFixture, write, type ThemeFixture } from './theme-fixture.ts';

/** Mulberry32: the same tree and the same deeds for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function pick<T>(random: (below: number) => number, items: readonly T[]): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const body = 'Ventetiden var lang, ingen ringte, og så var det stengt.';

/** Two coders code at random; some of it is settled, one way or the other. */
function codeAtRandom(at: ThemeFixture, themes: readonly string[], random: (below: number) => number): void {
  for (const textId of at.texts.values()) {
    for (const coder of at.coders)
      for (let n = random(4); n > 0; n -= 1) {
        const start = random(body.length - 1);
        at.code(coder, textId, pick(random, themes), [start, start + 1 + random(body.length - start)]);
      }
    if (random(2) === 0) continue;
    at.settle(textId, pick(random, themes), random(2) === 0 ? [] : [[0, 10 + random(20)]]);
  }
}

/** What the tree says: own persons and persons of the branch, worked out here from the facts and the parents alone. */
async function expectCounts(core: Core): Promise<void> {
  const { themes } = await core.client.themes.tree({});
  const parents = new Map<string, string | null>(themes.map(({ id, parentId }) => [id, parentId]));
  const own = new Map<string, Set<string>>();
  const all = new Map<string, Set<string>>();
  for (const fact of factsOf(core)) {
    const [person = '', theme = ''] = fact.split(' ');
    own.set(theme, (own.get(theme) ?? new Set()).add(person));
    for (let id: string | null = theme; id !== null; id = parents.get(id) ?? null) all.set(id, (all.get(id) ?? new Set()).add(person));
  }
  for (const { id, personCount, ownPersonCount } of themes)
    expect([ownPersonCount, personCount]).toEqual([own.get(id)?.size ?? 0, all.get(id)?.size ?? 0]);
}

/** One deed at random, and the facts that must stand after it. */
async function oneDeed(core: Core, random: (below: number) => number): Promise<'refused' | 'done'> {
  const { themes } = await core.client.themes.tree({});
  const ids = themes.map(({ id }) => id);
  const before = factsOf(core);
  const [themeId, otherId] = [pick(random, ids), pick(random, ids)];
  const chance = random(10);
  let after: Set<string>;
  try {
    if (chance < 4) {
      await core.client.themes.move({ themeId, parentId: random(4) === 0 ? null : otherId, place: random(4) });
      after = before;
    } else if (chance < 7 && themes.length > 3) {
      await core.client.themes.merge({ themeId, intoId: otherId });
      after = new Set([...before].map((fact) => fact.replace(themeId, otherId)));
    } else {
      const counted = countedOf(core);
      const own = counted.filter((coding) => coding.theme === themeId);
      const chosen = own.filter(() => random(2) === 0);
      if (chosen.length === 0) return 'refused';
      // Where coders have agreed, everything the theme has on the text goes together.
      const texts = new Set(chosen.filter(({ settled }) => settled === 1).map(({ text }) => text));
      const goes = (coding: (typeof own)[number]): boolean => texts.has(coding.text) || chosen.some(({ id }) => id === coding.id);
      const to = random(2) === 0 && otherId !== themeId ? { themeId: otherId } : { term: `Tema ${random(1e6)}`, language: 'nb' as const };
      const made = await core.client.themes.split({ themeId, codingIds: chosen.map(({ id }) => CodingId.parse(id)), to });
      after = new Set(
        counted.map((coding) => `${coding.person} ${coding.theme === themeId && goes(coding) ? made.themeId : coding.theme}`),
      );
    }
  } catch (error) {
    expect(['HIERARCHY_LOOP', 'THEME_EXISTS']).toContain((error as { code: string }).code);
    return 'refused';
  }
  expect(factsOf(core)).toEqual(after);
  await expectCounts(core);
  return 'done';
}

test.each([1, 2, 3, 4])(
  '[F44] [F51] [F53] moves, merges and splits at random keep who is counted for what, roll up once, and undo to the start (%i)',
  { timeout: 120_000 },
  async (seed) => {
    const random = randomFrom(seed);
    using core = openCore();
    const at = await makeThemeFixture(
      core,
      Array.from({ length: 14 }, (_, index) => ({ code: `R${String(index + 1).padStart(3, '0')}`, body })),
    );
    const themes: string[] = Object.values(at.themes);
    for (let n = 0; n < 8; n += 1)
      themes.push(
        (await core.client.themes.create({ term: `Tema ${n}`, language: 'nb', parentId: ThemeId.parse(pick(random, themes)) })).themeId,
      );
    codeAtRandom(at, themes, random);
    const { db } = core.session.workspace;
    const start = markOf(db);
    const first = (db.prepare('SELECT max(seq) AS seq FROM op').get() as { seq: number }).seq;
    let done = 0;
    for (let n = 0; n < 40; n += 1) if ((await oneDeed(core, random)) === 'done') done += 1;
    expect(done).toBeGreaterThan(15);
    const end = markOf(db);
    const steps = db.prepare('SELECT count(*) FROM op WHERE seq > ? AND undoes IS NULL').pluck().get(first) as number;
    for (let n = 0; n < steps; n += 1) await core.client.history.undo({});
    expect(markOf(db)).toBe(start);
    for (let n = 0; n < steps; n += 1) await core.client.history.redo({});
    expect(markOf(db)).toBe(end);
  },
);

test('[F51] [F54] a theme of a large tree is merged at one stroke and comes back tomorrow', { timeout: 60_000 }, async () => {
  using core = openCore({ checksRows: false });
  const at = await makeThemeFixture(core, [{ code: 'R001', body: body.repeat(40) }]);
  const [textId] = at.texts.values();
  const themes: string[] = [];
  write(core, (put) => {
    for (let n = 0; n < 500; n += 1)
      themes.push(put('theme', { number: String(n), parent_id: n < 20 ? null : (themes[n % 20] ?? null), ordinal: n, definition: '{}' }));
    for (let n = 0; n < 50_000; n += 1)
      put('coding', {
        text_id: textId ?? '',
        theme_id: themes[n < 4e3 ? n % 2 : n % 500] ?? '',
        coder_id: at.coders[n % 2] ?? '',
        is_whole: 0,
        start_offset: n % 1990,
        end_offset: (n % 1990) + 2,
        coded_at: '2026-02-01T10:00:00.000Z',
      });
  });
  const start = markOf(core.session.workspace.db);
  const [from, into] = [ThemeId.parse(themes[0]), ThemeId.parse(themes[1])];
  const began = performance.now();
  const result = await core.client.themes.merge({ themeId: from, intoId: into });
  process.stdout.write(`merged ${result.moved} of 50,000 codings in ${Math.round(performance.now() - began)} ms\n`);
  expect(result.moved).toBeGreaterThan(2000);
  // The window the program had yesterday is gone.
  const { path } = core.session.workspace;
  await core.client.workspace.close({});
  await core.client.workspace.open({ path });
  expect((await core.client.history.next({})).undo).toMatchObject({ labelId: 'themes.merge.undo' });
  await core.client.history.undo({});
  expect(markOf(core.session.workspace.db)).toBe(start);
});
