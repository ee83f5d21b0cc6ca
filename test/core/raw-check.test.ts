import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { VersionId } from '../../shared/model/ids.ts';
import { makeAnalysisFixture, type Person } from './analysis-fixture.ts';
import { aForm, codes } from './entry-fixture.ts';
import { another, change } from './raw-files-fixture.ts';

/** Twelve of the first service, six of the second who all answered 5, and one of the third. */
const people = Array.from({ length: 19 }, (_, at): Person => {
  const service = at < 12 ? 1 : at < 18 ? 2 : 3;
  return {
    code: `R${String(at + 1).padStart(3, '0')}`,
    answers: { tjeneste: { code: service }, respekt: { code: service === 2 ? 5 : 1 + (at % 5) } },
  };
});

function versionOf({ session }: Core): VersionId {
  return VersionId.parse(session.workspace.sql.get(z.object({ id: z.string() }), 'SELECT id FROM questionnaire_version')?.id);
}

describe('who can be recognised in raw data', () => {
  it('issue 6.7: k, l and those who are like nobody, by the background questions and by what is chosen', async () => {
    using core = openCore();
    const { projectId, variables } = await makeAnalysisFixture(core, people);
    const versionId = versionOf(core);
    const check = await core.client.rawExport.check({ projectId, versionId });
    expect(check.columns.filter(({ isKnown }) => isKnown).map(({ id }) => id)).toEqual([variables.tjeneste]);
    expect(check).toMatchObject({ records: 19, groups: 3, smallest: 1, underThreshold: 1, underMinimum: 7, threshold: 5 });
    expect(check.uniques).toEqual({ count: 1, codes: ['R019'] });
    expect(check.oneAnswer).toMatchObject([{ variableId: variables.respekt, groups: 1, persons: 6 }]);
    const none = await core.client.rawExport.check({ projectId, versionId, known: [] });
    expect(none).toMatchObject({ groups: 1, smallest: 19, underThreshold: 0, oneAnswer: [] });
    const both = await core.client.rawExport.check({ projectId, versionId, known: [variables.tjeneste, variables.respekt] });
    const pairs = Map.groupBy(people, ({ answers }) => `${answers.tjeneste?.code} ${answers.respekt?.code}`);
    expect(both.groups).toBe(pairs.size);
    expect(both.smallest).toBe(Math.min(...[...pairs.values()].map((group) => group.length)));
  });

  it('issue 6.7: files with persons who stand out leave only when somebody has seen it, and the register keeps what was found', async () => {
    using core = openCore();
    const { projectId } = await makeAnalysisFixture(core, people);
    const wanted = {
      projectId,
      versionId: versionOf(core),
      choices: { identifiers: false, openTexts: false, remarks: false },
      language: 'nb',
      recipient: 'Nasjonalt senter',
      purpose: 'Evaluering av metoden',
    } as const;
    const all = async (acceptsRisk: boolean): Promise<void> => {
      const steps = await core.client.rawExport.create({ ...wanted, acceptsRisk });
      for (let step = await steps.next(); step.done !== true; step = await steps.next());
    };
    await expect(all(false)).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    expect((await core.client.privacy.listReleases({ limit: 10 })).total).toBe(0);
    await all(true);
    const row = core.session.workspace.sql.get(z.object({ figures: z.string() }), 'SELECT figures FROM release');
    expect(JSON.parse(row?.figures ?? '{}')).toMatchObject({ check: { records: 19, smallest: 1, underThreshold: 1 } });
    // Nothing in the register tells who it is.
    expect(row?.figures).not.toContain('R019');
  });

  it('issue 6.7: tells rankings apart by their order, as the files do', async () => {
    const made = await aForm([{ name: 'first', type: 'rank', options: 2 }]);
    using core = made.core;
    for (let at = 0; at < 6; at += 1) {
      const entry = await another(made);
      await entry.answer('first', at === 5 ? codes(2, 1) : codes(1, 2));
      await core.client.interviews.endPartial({ interviewId: entry.interviewId });
    }
    change(core, 'UPDATE variable SET is_background = 1');
    const check = await core.client.rawExport.check({ projectId: made.projectId, versionId: made.versionId });
    expect(check).toMatchObject({ records: 6, groups: 2, smallest: 1, underThreshold: 1, uniques: { codes: ['R006'] } });
  });

  it('leaves out whoever has withdrawn', async () => {
    using core = openCore();
    const { projectId } = await makeAnalysisFixture(
      core,
      people.map((person, at) => (at === 18 ? { ...person, isWithdrawn: true } : person)),
    );
    const check = await core.client.rawExport.check({ projectId, versionId: versionOf(core) });
    expect(check).toMatchObject({ records: 18, smallest: 6, underThreshold: 0 });
  });
});
