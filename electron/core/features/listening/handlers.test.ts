import { expect, test } from 'vitest';
import { aPath } from '../../../../test/support/a-workspace.ts';
import { openCore } from '../../open-core.ts';

test('[R54] what is written in two cells one after the other stands in both, however late the list is read anew', async () => {
  using core = openCore();
  await core.client.workspace.create({ path: aPath() });
  const { listening } = core.client;
  const fresh = {
    id: null,
    projectId: null,
    raisedBy: null,
    raisedOn: '2026-03-04',
    serviceId: null,
    status: 'open',
    answer: null,
  } as const;
  const { id } = await listening.saveProblem({ ...fresh, wording: 'Nytt spørsmål' });
  // Both cells show the row as it was first read; each says only what was written in it.
  await listening.saveProblem({ id, wording: 'Ingen svarer på telefonen' });
  await listening.saveProblem({ id, answer: 'Sentralbordet er bemannet' });
  const { problems } = await listening.list({});
  expect(problems).toMatchObject([{ id, wording: 'Ingen svarer på telefonen', answer: 'Sentralbordet er bemannet', status: 'open' }]);
  await core.client.history.undo({});
  expect((await listening.list({})).problems[0]).toMatchObject({ wording: 'Ingen svarer på telefonen', answer: null });
  const { entries } = await core.client.history.list({ limit: 5 });
  expect(entries.find(({ labelId }) => labelId === 'listening.saveProblem.undo')?.params).toEqual({ name: 'Ingen svarer på telefonen' });

  const method = {
    id: null,
    projectId: null,
    kind: 'panel',
    name: 'Panel',
    period: null,
    effort: null,
    strengths: null,
    weaknesses: null,
  } as const;
  const made = await listening.saveMethod({ ...method, reached: { count: 40, precision: 'about' } });
  await listening.saveMethod({ id: made.id, effort: 'To dager' });
  expect((await listening.list({})).methods).toMatchObject([{ reached: { count: 40, precision: 'about' }, effort: 'To dager' }]);
  await listening.saveMethod({ id: made.id, reached: null });
  expect((await listening.list({})).methods).toMatchObject([{ reached: null, effort: 'To dager' }]);
  await expect(listening.removeMethod({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
