import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import { makeAnalysisFixture, somePeople, type AnalysisFixture, type Person } from './analysis-fixture.ts';

async function screen(core: Core, { projectId, variables }: AnalysisFixture, rows: readonly ('respekt' | 'info' | 'brukt')[]) {
  return await core.client.analysis.screening({ projectId, rows: rows.map((name) => variables[name]), language: 'nb' });
}

/** Of twenty turns six are 1, five are 2, and so on to two that are 5. */
function low(turn: number): number {
  return [6, 11, 15, 18, 20].findIndex((end) => turn < end) + 1;
}

/** Two services, evenly large; `respekt` differs much between them, `info` not at all, and what is used by very little. */
const people = Array.from({ length: 160 }, (_, at): Person => {
  const service = 1 + (at % 2);
  const turn = Math.floor(at / 2) % 20;
  const used = [turn < 10 ? '1' : '', turn % 2 === 0 ? '2' : '3'].filter((code) => code !== '');
  return {
    code: `R${String(at + 1).padStart(3, '0')}`,
    wave: at < 80 ? 1 : 2,
    answers: {
      tjeneste: { code: service },
      respekt: { code: service === 1 ? low(turn) : 6 - low(turn) },
      info: { code: 1 + (turn % 4) },
      brukt: { txt: used.join(' ') },
    },
  };
});

describe('what is worth a closer look', () => {
  it('names the question that differs, how much, with the table behind it, and how many comparisons were tried', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, people);
    const found = await screen(core, fixture, ['respekt', 'info']);
    // Two questions by service and by waves of different persons.
    expect(found.comparisons + found.leftOut).toBe(4);
    expect(found.comparisons).toBeGreaterThan(1);
    const [first] = found.pairs;
    expect(first).toMatchObject({ rows: fixture.variables.respekt, columns: fixture.variables.tjeneste, answer: null });
    expect(first?.effect.size).toBeGreaterThan(0.2);
    expect(first?.effect.low).not.toBeNull();
    expect(first?.reading?.id).toMatch(/^analysis\.read\.groups/u);
    expect(found.pairs.some(({ rows, columns }) => rows === fixture.variables.info && columns === fixture.variables.tjeneste)).toBe(false);
    const definition = ExhibitDefinition.parse(first?.definition);
    const { released } = await core.client.analysis.exhibit({ projectId: fixture.projectId, definition });
    expect(released.rows.every(({ cells }) => cells.every(({ state }) => state === 'shown'))).toBe(true);
    expect(JSON.stringify(found)).not.toContain('"p":');
  });

  it('looks at each answer by itself where several could be given, and counts each as a comparison', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people.map((person) => ({ ...person, wave: 1 as const })),
    );
    const { comparisons, pairs } = await screen(core, fixture, ['brukt']);
    expect(comparisons).toBeGreaterThan(1);
    expect(pairs).toEqual([]);
  });

  it('leaves out every table that hides a number, and waves of the same persons', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people.flatMap((person, at): Person[] =>
        at < 20
          ? [
              { ...person, wave: 1 },
              { ...person, wave: 2 },
            ]
          : [person],
      ),
    );
    const { comparisons, leftOut } = await screen(core, fixture, ['info']);
    expect(comparisons + leftOut).toBe(1);
    using other = openCore();
    const small = await makeAnalysisFixture(other, people.slice(0, 24));
    expect(await screen(other, small, ['respekt', 'info'])).toMatchObject({ pairs: [], comparisons: 0 });
  });

  it('holds no number of a table that hides one, and is the same every time, in random answers', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(400, 5));
    const first = await screen(core, fixture, ['respekt', 'info', 'brukt']);
    expect(await screen(core, fixture, ['respekt', 'info', 'brukt'])).toEqual(first);
    expect(first.leftOut + first.comparisons).toBeGreaterThan(0);
    for (const { definition } of first.pairs) {
      const { released } = await core.client.analysis.exhibit({ projectId: fixture.projectId, definition });
      expect(released.rows.flatMap(({ cells }) => cells).every(({ state }) => state === 'shown')).toBe(true);
    }
    const sizes = first.pairs.map(({ effect }) => effect.size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('stops between tables when it is cancelled', async () => {
    using core = openCore();
    const { projectId, variables } = await makeAnalysisFixture(core, people);
    const stop = new AbortController();
    stop.abort();
    const input = { projectId, rows: [variables.respekt], language: 'nb' as const };
    await expect(core.client.analysis.screening(input, { signal: stop.signal })).rejects.toThrow();
  });
});
