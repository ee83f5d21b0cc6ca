import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AutoCodeRule, AutoCodeUnit } from '../../shared/contract/autocode.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { markOf } from '../support/a-workspace.ts';
import { makeCodingFixture, textOf, type CodingFixture, type Said } from './coding-fixture.ts';
import { refused } from './fieldwork-fixture.ts';

const said: readonly Said[] = [
  { code: 'R001', body: 'Ventetiden var lang. Jeg ventet i elleve uker.\nMøtene hjalp.' },
  { code: 'R002', body: 'Vi vil ha kortere ventetid, og flere møter! Lange ventetider er ille.' },
  { code: 'R003', body: 'Åpningstiden er for kort.' },
  { code: 'R004', body: null },
];

const words = (variants: string[], hasForms = false): AutoCodeRule => ({ kind: 'words', variants, hasForms });
const pattern = (text: string, isCaseSensitive = false): AutoCodeRule => ({ kind: 'pattern', pattern: text, isCaseSensitive });

async function run(
  core: Core,
  fixture: CodingFixture,
  rule: AutoCodeRule,
  unit: AutoCodeUnit,
  excluded: { textId: ReturnType<typeof textOf>; start: number }[] = [],
) {
  const scope = { kind: 'all' as const, projectId: fixture.projectId };
  const steps = await core.client.autocode.run({ rule, unit, scope, themeId: fixture.themes.waiting, excluded });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

async function preview(core: Core, { projectId, themes }: CodingFixture, rule: AutoCodeRule, unit: AutoCodeUnit = 'hit') {
  return await core.client.autocode.preview({ rule, unit, scope: { kind: 'all', projectId }, themeId: themes.waiting, limit: 200 });
}

/** The words found, by person. */
async function hits(core: Core, fixture: CodingFixture, rule: AutoCodeRule, unit: AutoCodeUnit = 'hit'): Promise<string[]> {
  const { first } = await preview(core, fixture, rule, unit);
  return first.map(({ code, start, end }) => `${code}: ${said.find((one) => one.code === code)?.body?.slice(start, end)}`);
}

async function withFixture(work: (core: Core, fixture: CodingFixture) => Promise<void>): Promise<void> {
  using core = openCore();
  await work(core, await makeCodingFixture(core, said));
}

function codings(core: Core): unknown[] {
  const sql = 'SELECT text_id, start_offset, end_offset, is_whole, origin, coder_id FROM coding ORDER BY text_id, start_offset';
  return core.session.workspace.db.prepare(sql).all();
}

describe('auto-coding [F49] issue 5.7', () => {
  test('finds words and phrases as they are, and by their stem when asked to', async () => {
    await withFixture(async (core, fixture) => {
      expect(await hits(core, fixture, words(['ventetid']))).toEqual(['R002: ventetid']);
      expect(await hits(core, fixture, words(['ventetid'], true))).toEqual(['R001: Ventetiden', 'R002: ventetid', 'R002: ventetider']);
      expect(await hits(core, fixture, words(['lang ventetid'], true))).toEqual(['R002: Lange ventetider']);
      expect(await hits(core, fixture, words(['møte', 'elleve uker'], true))).toEqual(['R001: elleve uker', 'R001: Møtene', 'R002: møter']);
      expect(await hits(core, fixture, words(['vent*']))).toHaveLength(4);
      expect(await hits(core, fixture, words(['*tid*']))).toHaveLength(4);
      expect(await hits(core, fixture, words(['apningstiden']))).toEqual([]);
      expect(await hits(core, fixture, words([' ', '***']))).toEqual([]);
    });
  });

  test('finds patterns, in which å and ø are letters', async () => {
    await withFixture(async (core, fixture) => {
      expect(await hits(core, fixture, pattern(String.raw`\båp\w+`))).toEqual(['R003: Åpningstiden']);
      expect(await hits(core, fixture, pattern(String.raw`\bpning`))).toEqual([]);
      expect(await hits(core, fixture, pattern('^m[øo]te', false))).toEqual(['R001: Møte']);
      expect(await hits(core, fixture, pattern('vente', true))).toHaveLength(3);
      expect(await hits(core, fixture, pattern('x*'))).toEqual([]);
    });
  });

  test('refuses a pattern that cannot be read, and stops one that would never end', async () => {
    using core = openCore();
    const fixture = await makeCodingFixture(core, [{ code: 'R001', body: `${'a'.repeat(60)}!` }]);
    await expect(preview(core, fixture, pattern('(uker'))).rejects.toEqual(refused('PATTERN_UNREADABLE'));
    await expect(preview(core, fixture, pattern('(a+)+$'))).rejects.toEqual(refused('PATTERN_TOO_SLOW'));
    await expect(run(core, fixture, pattern('(a|a)*b'), 'hit')).rejects.toEqual(refused('PATTERN_TOO_SLOW'));
    expect(codings(core)).toEqual([]);
    expect((await preview(core, fixture, pattern('a+'))).hits).toBe(1);
  });

  test('takes the answer, the paragraph, the sentence or the hit', async () => {
    await withFixture(async (core, fixture) => {
      const rule = words(['ventetid'], true);
      expect(await hits(core, fixture, rule, 'sentence')).toEqual([
        'R001: Ventetiden var lang.',
        'R002: Vi vil ha kortere ventetid, og flere møter!',
        'R002: Lange ventetider er ille.',
      ]);
      expect(await hits(core, fixture, rule, 'paragraph')).toEqual([
        'R001: Ventetiden var lang. Jeg ventet i elleve uker.',
        `R002: ${said[1]?.body}`,
      ]);
      const whole = await preview(core, fixture, rule, 'text');
      expect(whole).toMatchObject({ persons: 2, texts: 2, hits: 3, places: 2, alreadyThere: 0, scanned: 3 });
    });
  });

  test('keeps to its scope', async () => {
    await withFixture(async (core, fixture) => {
      const rule = words(['vent*', 'møt*']);
      const ask = async (scope: Parameters<Core['client']['autocode']['preview']>[0]['scope']) =>
        (await core.client.autocode.preview({ rule, unit: 'hit', scope, themeId: null, limit: 1 })).hits;
      const { projectId, variableId } = fixture;
      expect(await ask({ kind: 'questions', projectId, variableIds: [variableId] })).toBe(6);
      const other = core.session.workspace.db.prepare("SELECT id FROM variable WHERE name = 'age'").pluck().get();
      expect(await ask({ kind: 'questions', projectId, variableIds: [other as typeof variableId] })).toBe(0);
    });
  });

  test('puts the theme as one step from a search, leaves out what is excluded, and undo takes back exactly that', async () => {
    await withFixture(async (core, fixture) => {
      const textId = textOf(fixture, 'R002');
      await core.client.coding.apply({ textIds: [textId], themeId: fixture.themes.waiting, range: { start: 0, end: 27 } });
      const { db } = core.session.workspace;
      const before = [markOf(db), codings(core)];
      const rule = words(['ventetid'], true);
      const found = await preview(core, fixture, rule, 'hit');
      expect(found).toMatchObject({ persons: 2, texts: 2, hits: 3, places: 3, alreadyThere: 1 });
      const last = found.first.at(-1);
      const result = await run(core, fixture, rule, 'hit', [{ textId: last?.textId ?? textId, start: last?.start ?? 0 }]);
      expect(result).toEqual({ placed: 1, alreadyThere: 1, texts: 1, persons: 1 });
      const fresh = codings(core).filter((row) => !(before[1] as unknown[]).some((old) => JSON.stringify(old) === JSON.stringify(row)));
      expect(fresh).toMatchObject([{ text_id: textOf(fixture, 'R001'), start_offset: 0, end_offset: 10, is_whole: 0, origin: 'search' }]);
      expect((await core.client.history.next({})).undo).toMatchObject({ labelId: 'autocode.run.undo', params: { count: 1 } });
      await core.client.history.undo({});
      expect([markOf(db), codings(core)]).toEqual(before);
      await core.client.history.redo({});
      expect(codings(core)).toHaveLength(2);
    });
  });

  test('any rule on any texts: run and undo give back the start, and every new coding holds a hit', async () => {
    const word = fc.constantFrom('vente', 'ventetid', 'uker', 'råd', 'møte', 'møter', 'og', '😀', 'é', '.', '\n');
    const body = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('words' as const), variants: fc.array(word, { minLength: 1, maxLength: 3 }), hasForms: fc.boolean() }),
      fc.record({
        kind: fc.constant('pattern' as const),
        pattern: fc.constantFrom('m.te', String.raw`\bu\w+`, '[råd]+', '😀', 'e$', '.'),
        isCaseSensitive: fc.boolean(),
      }),
    );
    const step = fc.tuple(rule, fc.constantFrom<AutoCodeUnit>('text', 'paragraph', 'sentence', 'hit'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 6 }),
        fc.array(step, { minLength: 1, maxLength: 5 }),
        async (bodies, steps) => {
          using core = openCore();
          const fixture = await makeCodingFixture(
            core,
            bodies.map((text, at) => ({ code: `R${at}`, body: text })),
          );
          const { db } = core.session.workspace;
          const start = markOf(db);
          let undoable = 0;
          for (const [what, unit] of steps) {
            const planned = await preview(core, fixture, what, unit);
            const result = await run(core, fixture, what, unit);
            // A stretch that holds the theme may also come to hold it by growing over a neighbour.
            expect(result.placed + result.alreadyThere).toBe(planned.places);
            if (result.placed > 0) undoable += 1;
            const again = await preview(core, fixture, what, unit);
            expect(again.alreadyThere).toBe(again.places);
          }
          for (let n = 0; n < undoable; n += 1) await core.client.history.undo({});
          expect(markOf(db)).toBe(start);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('does nothing when it is cancelled while it looks', async () => {
    await withFixture(async (core, fixture) => {
      const steps = await core.client.autocode.run({
        rule: pattern('e'),
        unit: 'hit',
        scope: { kind: 'all', projectId: fixture.projectId },
        themeId: fixture.themes.waiting,
        excluded: [],
      });
      await steps.next();
      await steps.return?.(undefined as never);
      expect(codings(core)).toEqual([]);
    });
  });
});

describe('in one long text', () => {
  test('10,000 hits are coded, told as there and undone without holding everybody up [F49]', async () => {
    using core = openCore();
    const at = await makeCodingFixture(core, [{ code: 'R001', body: 'Kort.' }]);
    const note = { projectId: at.projectId, title: 'Lang', language: 'nb', saidOn: null, interviewId: null } as const;
    const { textId } = await core.client.texts.createNote(note);
    const body = Array.from({ length: 10_000 }, (_, at) => `Setning ${at} er om ventetid og mer.`).join(' ');
    await core.client.texts.write({ textId, body, base: '' });
    const rule = words(['ventetid'], true);
    for (const unit of ['hit', 'sentence'] as const) {
      const began = performance.now();
      expect(await run(core, at, rule, unit)).toMatchObject({ placed: 10_000 });
      expect(await preview(core, at, rule, unit)).toMatchObject({ places: 10_000, alreadyThere: 10_000 });
      // It took two minutes when each hit read the whole text and all codings again.
      expect(performance.now() - began).toBeLessThan(20_000);
      await core.client.history.undo({});
      expect(await preview(core, at, rule, unit)).toMatchObject({ alreadyThere: 0 });
    }
  }, 120_000);
});
