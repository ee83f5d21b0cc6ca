import { expect, test } from 'vitest';
import { aPath } from '../../../../test/support/a-workspace.ts';
import { openCore } from '../../open-core.ts';

test('[R73] a case story is not called shared either before somebody has said how nobody can be known again', async () => {
  using core = openCore();
  await core.client.workspace.create({ path: aPath() });
  const day = '2026-03-04';
  const { observationId } = await core.client.observations.create({ kind: 'case-story', title: 'Egen bolig', today: day });
  const step = { observationId, status: 'shared', happenedOn: day } as const;
  await expect(core.client.observations.setStatus(step)).rejects.toMatchObject({
    code: 'EVENT_IMPOSSIBLE',
    data: { message: 'observations.error.notShareable' },
  });
  await core.client.observations.setShareable({ observationId, isShareable: true, howDeidentified: 'Sted er tatt bort', happenedOn: day });
  await core.client.observations.setStatus(step);
  // What has been shared keeps its notes, whatever it says of itself now.
  await core.client.observations.setShareable({ observationId, isShareable: false, happenedOn: day });
  await core.client.observations.setStatus({ ...step, note: 'Fortalt i rådet' });
  const [story] = (await core.client.observations.list({})).observations;
  expect([story?.status, story?.events.at(-1)?.note]).toEqual(['shared', 'Fortalt i rådet']);
});
