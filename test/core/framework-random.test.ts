import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { CellPlace } from '../../shared/contract/framework.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';
import { markOf } from '../support/a-workspace.ts';

const codes = ['R001', 'R002', 'R003'];
const themes = ['access', 'waiting', 'hours', 'information'] as const;

const deed = fc.record({
  kind: fc.constantFrom('write', 'write', 'empty', 'finish', 'open', 'link', 'unlink', 'columns', 'rename', 'make', 'remove'),
  who: fc.constantFrom(...codes),
  theme: fc.constantFrom(...themes),
  start: fc.nat({ max: 10 }),
  words: fc.string({ maxLength: 12 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** One deed; what the program refuses changes nothing. */
async function carryOut(core: Core, at: CodingFixture, frameworkId: string, { kind, who, theme, start, words }: Deed): Promise<void> {
  const { framework } = core.client;
  const place: CellPlace = { frameworkId, rowId: at.respondents.get(who) ?? '', themeId: at.themes[theme] };
  switch (kind) {
    case 'write':
      return void (await framework.write({ ...place, summary: words }));
    case 'empty':
      return void (await framework.write({ ...place, summary: '' }));
    case 'finish':
    case 'open':
      return void (await framework.finish({ ...place, isDone: kind === 'finish' }));
    case 'link':
      return void (await framework.link({ ...place, textId: textOf(at, who), start, end: start + 4 }));
    case 'unlink': {
      const { linked } = await framework.quotes(place);
      const quoteId = linked[0]?.quoteId;
      if (quoteId != null) await framework.unlink({ ...place, quoteId });
      return;
    }
    case 'columns':
      return void (await framework.setThemes({ frameworkId, themeIds: themes.slice(start % 3).map((one) => at.themes[one]) }));
    case 'rename':
      return void (await framework.rename({ frameworkId, name: words }));
    case 'make':
      return void (await framework.create({ projectId: at.projectId, name: words, unit: 'interview', themeIds: [at.themes[theme]] }));
    case 'remove': {
      const { frameworks } = await framework.list({ projectId: at.projectId });
      const other = frameworks.find(({ id }) => id !== frameworkId);
      if (other !== undefined) await framework.remove({ frameworkId: other.id });
    }
  }
}

test('[F58] random work in matrices, all of it undone, leaves what was there', { timeout: 60_000 }, async () => {
  using core = openCore();
  const at = await makeCodingFixture(
    core,
    codes.map((code) => ({ code, body: `Ventetiden var lang for ${code}.` })),
  );
  const { frameworkId } = await core.client.framework.create({
    projectId: at.projectId,
    name: 'Matrise',
    unit: 'person',
    themeIds: themes.map((one) => at.themes[one]),
  });
  const { db } = core.session.workspace;
  const before = markOf(db);
  const first = Number(db.prepare('SELECT max(seq) FROM op').pluck().get());
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 25 }), async (deeds) => {
      for (const one of deeds) {
        try {
          await carryOut(core, at, frameworkId, one);
        } catch (error) {
          // Done cells, names that are taken or empty, cells no column shows.
          expect(['CELL_DONE', 'NAME_TAKEN', 'NOT_FOUND', 'BAD_MESSAGE', 'BAD_REQUEST', 'RANGE_OUTSIDE_TEXT']).toContain(
            (error as { code: string }).code,
          );
        }
      }
      const steps = Number(
        db.prepare('SELECT count(*) FROM op WHERE seq > ? AND undoes IS NULL AND undone_by IS NULL AND is_undoable = 1').pluck().get(first),
      );
      for (let step = 0; step < steps; step += 1) await core.client.history.undo({});
      expect(markOf(db)).toEqual(before);
    }),
    { numRuns: 12, seed: 58 },
  );
});
