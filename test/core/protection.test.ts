import { describe, expect, it } from 'vitest';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, type Person } from './analysis-fixture.ts';

/** Thirty of the first service, seven of the second, nobody of the third. */
const people = Array.from({ length: 37 }, (_, at): Person => ({
  code: `R${at + 1}`,
  answers: { tjeneste: { code: at < 30 ? 1 : 2 }, respekt: { code: 1 + (at % 5) } },
}));

describe('how small numbers are hidden', () => {
  it('issue 6.6: is changed per project with a reason, holds at once, is kept with who and when, and undone by name', async () => {
    using core = openCore();
    const { projectId, variables } = await makeAnalysisFixture(core, people);
    const definition: ExhibitDefinition = { kind: 'frequency', rows: variables.tjeneste, language: 'nb', percent: 'column' };
    const seven = async () => (await core.client.analysis.exhibit({ projectId, definition })).released.rows[1]?.cells[0];
    expect(await seven()).toMatchObject({ state: 'shown', count: 7 });
    await core.client.privacy.setProtection({
      projectId,
      rule: { threshold: 8, minimumBase: 10, protectZeros: false },
      reason: 'Lite sted: alle kjenner alle.',
    });
    expect(await seven()).toEqual({ state: 'hidden' });
    const { rule, changes } = await core.client.privacy.protection({ projectId });
    expect(rule).toEqual({ threshold: 8, minimumBase: 10, protectZeros: false });
    expect(changes).toMatchObject([{ rule, reason: 'Lite sted: alle kjenner alle.' }]);
    expect((await core.client.history.next({})).undo?.params).toMatchObject({ threshold: 8 });
    await core.client.history.undo({});
    expect(await seven()).toMatchObject({ count: 7 });
    expect((await core.client.privacy.protection({ projectId })).changes).toEqual([]);
  });

  it('issue 6.6: hides nobody and everybody where the project says so', async () => {
    using core = openCore();
    const { projectId, variables } = await makeAnalysisFixture(core, people);
    const definition: ExhibitDefinition = { kind: 'frequency', rows: variables.tjeneste, language: 'nb', percent: 'column' };
    const states = async () =>
      (await core.client.analysis.exhibit({ projectId, definition })).released.rows.map(({ cells: [cell] }) => cell?.state);
    expect(await states()).toEqual(['shown', 'shown', 'shown']);
    await core.client.privacy.setProtection({
      projectId,
      rule: { threshold: 5, minimumBase: 10, protectZeros: true },
      reason: 'Folkehelse',
    });
    expect((await states())[2]).toBe('hidden');
  });

  it('refuses a threshold outside 3 to 10, a base under it, and a change without a reason', async () => {
    using core = openCore();
    const { projectId } = await makeAnalysisFixture(core, people);
    const set = (threshold: number, minimumBase: number, reason = 'prøve') =>
      core.client.privacy.setProtection({ projectId, rule: { threshold, minimumBase, protectZeros: false }, reason });
    for (const refused of [set(2, 10), set(11, 20), set(8, 7), set(5, 10, '  ')])
      await expect(refused).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
  });
});
