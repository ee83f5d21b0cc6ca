import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { QuoteSearch } from '../../shared/contract/quotes.ts';
import type { Core } from '../../electron/core/open-core.ts';
import type { AnalysisFixture } from './analysis-fixture.ts';
import { exported, ground, manyPeople, write } from './patterns-fixture.ts';

const themes: ExhibitDefinition = { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' };

/** One interview less that counts, as when somebody is found to have been entered twice. */
function leaveOut(core: Core, key: number): void {
  const { sql } = core.session.workspace;
  write(core, () => void sql.run("UPDATE interview SET status = 'started' WHERE key = :key", { key }));
}

async function copied(core: Core, { projectId }: AnalysisFixture, definition: ExhibitDefinition): Promise<void> {
  await core.client.analysis.copy({ projectId, definition });
}

async function quoteFile(core: Core, { projectId }: AnalysisFixture, search: QuoteSearch) {
  const steps = await core.client.quotes.export({
    projectId,
    search,
    group: 'theme',
    use: 'internal',
    format: 'xlsx',
    attributes: [],
    language: 'nb',
    recipient: 'Solfrid Lian',
    purpose: 'gjennomlesing',
  });
  for (;;) {
    const step = await steps.next();
    if (step.done !== true) continue;
    const book = await readXlsx(readFileSync(join(core.session.deps.temporaryFolder, 'out', step.value.ticket)));
    return new Map(book.sheets[1]?.rows.slice(1).map((row) => [row[0], row[1]]));
  }
}

describe('what leaves is held against everything that has left', () => {
  it('issue 6.6: a table of themes against a file of themes together, and the other way', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _ = core;
    await exported(core, fixture, { view: 'together', unit: 'person', scope: 'branch', measure: 'jaccard' }, 'csv');
    await copied(core, fixture, themes);
    leaveOut(core, 1);
    // 119 beside 120: the difference is one person's themes.
    await expect(copied(core, fixture, themes)).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    await expect(
      exported(core, fixture, { view: 'together', unit: 'person', scope: 'branch', measure: 'jaccard' }, 'xlsx'),
    ).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    expect((await core.client.analysis.exhibit({ projectId: fixture.projectId, definition: themes })).gate.state).toBe('stopped');
  });

  it('issue 6.6: themes by themselves against themes with what stands under them, in whichever form the first one left', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _ = core;
    await exported(core, fixture, { view: 'together', unit: 'person', scope: 'branch', measure: 'jaccard' }, 'csv');
    await expect(copied(core, fixture, { ...themes, themes: 'own' })).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    await copied(core, fixture, themes);
  });

  it('issue 6.6: a saturation curve against an earlier one of a few interviews less', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _ = core;
    await exported(core, fixture, { view: 'saturation', scope: 'own' }, 'csv');
    leaveOut(core, 4);
    await expect(exported(core, fixture, { view: 'saturation', scope: 'own' }, 'csv')).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
  });

  it('issue 6.6: a number of persons in a file of quotes that is a few from one that is out is hidden', async () => {
    const people = manyPeople();
    const { core, fixture } = await ground(people);
    using _ = core;
    const service = fixture.variables.tjeneste;
    const ofService = { answers: [{ variableId: service, codes: [1] }] };
    const all = await quoteFile(core, fixture, ofService);
    const waiting = people.filter(({ answers, themes: own = [] }) => answers.tjeneste?.code === 1 && own.includes('Ventetid')).length;
    expect(all.get('Ventetid')).toBe(waiting);
    // Four of the twenty answered 1: with them in one file and not in the other, they could be counted.
    const withoutThem = { answers: [...ofService.answers, { variableId: fixture.variables.respekt, codes: [2, 3, 4, 5] }] };
    const later = await quoteFile(core, fixture, withoutThem);
    expect(later.get('Ventetid')).toBe(':');
    expect(
      people.filter(
        ({ answers, themes: own = [] }) => answers.respekt?.code === 1 && answers.tjeneste?.code === 1 && own.includes('Ventetid'),
      ),
    ).toHaveLength(4);
  });

  it('[R84] a file of quotes is made of nobody who has withdrawn meanwhile', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _ = core;
    const steps = await core.client.quotes.export({
      projectId: fixture.projectId,
      search: {},
      group: 'theme',
      use: 'internal',
      format: 'xlsx',
      attributes: [],
      language: 'nb',
      recipient: 'Solfrid Lian',
      purpose: 'gjennomlesing',
    });
    expect((await steps.next()).done).toBe(false);
    const { sql } = core.session.workspace;
    write(core, () => void sql.run("UPDATE respondent SET withdrawn_at = '2025-02-01T00:00:00.000Z' WHERE code = 'R1'", {}));
    await expect(
      (async () => {
        for (;;) if ((await steps.next()).done === true) return;
      })(),
    ).rejects.toMatchObject({ code: 'CANCELLED', data: { message: 'analysis.export.changedMeanwhile' } });
  });
});
