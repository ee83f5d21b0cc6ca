import { describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { ExhibitDefinition, type ExhibitView } from '../../shared/contract/analysis.ts';
import type { MessageId } from '../../shared/messages/generated/message-id.ts';
import { languages } from '../../shared/model/text.ts';
import { makeAnalysisFixture, somePeople, type AnalysisFixture, type Person } from './analysis-fixture.ts';

/** One of every kind of table. */
function everyKind({ variables }: AnalysisFixture): ExhibitDefinition[] {
  const { respekt, info, tjeneste, brukt, uker } = variables;
  const drafts = [
    { kind: 'frequency', rows: respekt, figures: ['mean', 'net'] },
    { kind: 'frequency', rows: brukt },
    { kind: 'frequency', rows: uker },
    { kind: 'crosstab', rows: respekt, columns: tjeneste, tests: 'shown', letters: { adjust: 'holm', family: 'row', levels: 'one' } },
    { kind: 'crosstab', rows: respekt, columns: tjeneste, percent: 'row' },
    { kind: 'crosstab', rows: respekt, columns: tjeneste, percent: 'total' },
    { kind: 'crosstab', rows: respekt, columns: tjeneste, percent: 'count' },
    { kind: 'crosstab', rows: info, columns: 'wave', tests: 'shown' },
    { kind: 'crosstab', rows: respekt, banner: [{ by: tjeneste }, { by: 'wave' }, { by: tjeneste, within: 'wave' }] },
    { kind: 'crosstab', rows: info, columns: brukt },
    { kind: 'likert', rows: [respekt, info] },
    { kind: 'themes', rows: 'themes' },
    { kind: 'themes', rows: 'themes', columns: tjeneste },
    ...(['mean', 'median', 'top2', 'net', 'index'] as const).map((figure) => ({
      kind: 'summary',
      rows: [respekt, info],
      columns: 'wave',
      figure,
    })),
  ];
  return drafts.map((draft) => ExhibitDefinition.parse({ language: 'nb', percent: 'column', ...draft }));
}

/** Labels of columns and answers that print no figure at all. */
function hiddenLabels({ released }: ExhibitView): string[] {
  const columns = released.columns.filter(
    ({ base }, at) => base?.n === null || released.rows.every(({ cells }) => cells[at]?.state === 'hidden'),
  );
  const rows = released.rows.filter(({ cells }) => cells.every(({ state }) => state === 'hidden'));
  return [...columns, ...rows].map(({ label }) => label).filter((label) => label !== '');
}

describe('tables of every kind in plain words', () => {
  it.each([
    [320, 3],
    [70, 4],
  ])('issue 6.4: %i persons: something to say in four languages, and nothing that is hidden named', async (count, seed) => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(count, seed));
    for (const definition of everyKind(fixture)) {
      const view = await core.client.analysis.exhibit({ projectId: fixture.projectId, definition });
      expect(view.plainReading.length, JSON.stringify(definition)).toBeGreaterThan(0);
      const labels = hiddenLabels(view);
      for (const { id, params } of view.plainReading) {
        for (const text of Object.values(params)) if (typeof text === 'string') expect(labels).not.toContain(text);
        // Ids of the reading are in the catalogue; this asks for it.
        for (const language of languages) expect(wordsIn(language)(id as MessageId, params)).not.toMatch(/[{}]|^analysis\./u);
      }
    }
  });

  it('[F83] says that some persons are in several waves when they are compared', async () => {
    using core = openCore();
    const people = Array.from({ length: 120 }, (_, at): Person => ({
      code: `R${Math.floor(at / 2)}`,
      wave: at % 2 === 0 ? 1 : 2,
      answers: { respekt: { code: 1 + (at % 5) } },
    }));
    const fixture = await makeAnalysisFixture(core, people);
    const definition = ExhibitDefinition.parse({
      kind: 'crosstab',
      rows: fixture.variables.respekt,
      columns: 'wave',
      language: 'nb',
      percent: 'column',
    });
    const { plainReading } = await core.client.analysis.exhibit({ projectId: fixture.projectId, definition });
    const ids = plainReading.map(({ id }) => id);
    expect(ids).toContain('analysis.read.groupsWaveUncertain');
    expect(ids).toContain('analysis.read.groupsWaveLinked');
  });
});
