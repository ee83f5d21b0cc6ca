import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countPersonsOfThemes, countThemePersons } from '../../electron/core/features/coding/index.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { Level, Polarity, type TextPlace } from '../../shared/contract/coding.ts';
import type { CodingId, ProjectId, TextId, ThemeId } from '../../shared/model/ids.ts';
import { isRange } from '../../shared/texts/index.ts';
import { makeCodingFixture } from './coding-fixture.ts';

const said = [
  { code: 'R001', body: 'Ventetiden. Elleve uker uten å høre noe 😀. Jeg trodde de hadde glemt meg.' },
  { code: 'R002', body: 'Stengt hele juli. Angsten tar ikke ferie.' },
  { code: 'R003', body: 'Brevene. Jeg skjønner ikke hva de mener, og cafe\u0301en er stengt.' },
  { code: 'R004', body: 'Alt er bra.' },
];

/** One thing a coder can do, told by numbers: which it becomes depends on what stands there. */
const deed = fc.record({
  what: fc.constantFrom('whole', 'many', 'part', 'same', 'remove', 'polarity', 'level', 'service', 'certainty', 'range', 'read', 'unread'),
  text: fc.nat(said.length - 1),
  theme: fc.nat(3),
  a: fc.nat(80),
  n: fc.integer({ min: 1, max: 40 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

interface World {
  readonly core: Core;
  readonly projectId: ProjectId;
  readonly textIds: readonly TextId[];
  readonly themeIds: readonly ThemeId[];
  readonly serviceId: string;
}

/** Everything that coding has left, in an order of its own. */
async function stateOf({ core, textIds }: World): Promise<unknown> {
  return Promise.all(
    textIds.map(async (textId) => {
      const { codings, reading } = await core.client.texts.read({ textId });
      return { codings: codings.toSorted((x, y) => x.id.localeCompare(y.id)), reading };
    }),
  );
}

/** Persons per theme as they are followed from coding to coding, and as they are when everybody is counted. */
function countsOf({ core, projectId }: World): { readonly followed: unknown; readonly counted: unknown } {
  const { sql } = core.session.workspace;
  const all = countThemePersons(sql, projectId);
  const sizes = (sets: ReadonlyMap<string, ReadonlySet<string>>): unknown =>
    [...sets].map(([theme, persons]) => [theme, persons.size]).toSorted(([a], [b]) => String(a).localeCompare(String(b)));
  const kept = countPersonsOfThemes(sql, projectId, '');
  const sorted = (counts: ReadonlyMap<string, number>): unknown => [...counts].toSorted(([a], [b]) => a.localeCompare(b));
  return {
    followed: [sorted(kept.own), sorted(kept.withDescendants)],
    counted: [sizes(all.own), sizes(all.withDescendants)],
  };
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('nothing there');
  return item;
}

async function carryOut({ core, textIds, themeIds, serviceId }: World, one: Deed): Promise<void> {
  const { coding } = core.client;
  const textId = at(textIds, one.text);
  const themeId = at(themeIds, one.theme);
  const { body, codings } = await core.client.texts.read({ textId });
  const start = Math.min(one.a, body.length - 1);
  const range = { start, end: Math.min(body.length, start + one.n) };
  const place: TextPlace = { textId, range: isRange(body, range) ? range : null };
  const chosen = codings[one.n % Math.max(1, codings.length)];
  const codingIds: CodingId[] = chosen === undefined ? [] : [chosen.id];
  switch (one.what) {
    case 'whole':
      await coding.apply({ textIds: [textId], themeId, polarity: at(Polarity.options, one.n) });
      return;
    case 'many':
      await coding.apply({ textIds: textIds.filter((id) => id !== textId), places: [place], themeId });
      return;
    case 'part':
      await coding.apply(place.range === null ? { textIds: [textId], themeId } : { textIds: [textId], range: place.range, themeId });
      return;
    case 'same':
      await coding.applySame({
        textIds: [at(textIds, one.a)],
        places: [place],
        likeTextId: at(textIds, one.n),
        likeRange: { start: 0, end: one.a + 1 },
      });
      return;
    case 'read':
    case 'unread':
      await coding.noTheme({ textIds: [textId, at(textIds, one.n)], isOn: one.what === 'read' });
      return;
    default:
      if (chosen !== undefined) await change(core, one, { codingIds, codingId: chosen.id, range: place.range, serviceId });
  }
}

async function change(
  { client: { coding } }: Core,
  one: Deed,
  { codingIds, codingId, range, serviceId }: { codingIds: CodingId[]; codingId: CodingId; range: TextPlace['range']; serviceId: string },
): Promise<void> {
  const isOdd = one.n % 2 === 1;
  if (one.what === 'remove') await coding.remove({ codingIds });
  else if (one.what === 'polarity') await coding.setPolarity({ codingIds, polarity: isOdd ? at(Polarity.options, one.a) : null });
  else if (one.what === 'level') await coding.setAbout({ codingIds, level: isOdd ? at(Level.options, one.a) : null });
  else if (one.what === 'service') await coding.setAbout({ codingIds, serviceId: isOdd ? serviceId : null });
  else if (one.what === 'certainty') {
    const certainty = isOdd ? 'inferred' : 'explicit';
    await coding.setCertainty({ codingId, certainty, ...(isOdd ? { reason: `Mellom linjene ${one.a}.` } : {}) });
  } else if (range !== null) await coding.setRange({ codingId, range });
}

it(
  'takes back five hundred random coding actions to the start, and does them again to the end [F53] [F54] [R61] [R62] [R63] [R71]',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 500, maxLength: 500 }), async (deeds) => {
        using core = openCore();
        const fixture = await makeCodingFixture(core, said);
        const world: World = {
          core,
          projectId: fixture.projectId,
          textIds: [...fixture.texts.values()],
          themeIds: Object.values(fixture.themes),
          serviceId: fixture.serviceId,
        };
        const start = await stateOf(world);
        const from = (await core.client.history.list({ limit: 1 })).entries[0]?.seq ?? 0;
        for (const [place, one] of deeds.entries()) {
          await carryOut(world, one);
          if (place % 20 > 0) continue;
          const { followed, counted } = countsOf(world);
          expect(followed).toEqual(counted);
        }
        const end = await stateOf(world);
        let undone = 0;
        for (;;) {
          const { undo } = await core.client.history.next({});
          if (undo === null || undo.seq <= from) break;
          await core.client.history.undo({});
          undone += 1;
        }
        // Steps of one kind on one coding within seconds of each other are one step; the rest are one each.
        expect(undone).toBeGreaterThan(150);
        expect(await stateOf(world)).toEqual(start);
        for (let redone = 0; redone < undone; redone += 1) await core.client.history.redo({});
        expect(await stateOf(world)).toEqual(end);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  },
);
