import { expect, test } from 'vitest';
import { finish } from '../../../../test/core/raw-files-fixture.ts';
import { aPath } from '../../../../test/support/a-workspace.ts';
import { openCore } from '../../open-core.ts';

test('[F39] a project is not anonymised by saying so, and a deleted one stays deleted whatever somebody says of it', async () => {
  using core = openCore();
  await core.client.workspace.create({ path: aPath() });
  const { projectId } = await core.client.projects.create({ name: 'Hjemmetjenesten', kind: 'survey', contentLanguage: 'nb' });
  const refused = { code: 'EVENT_IMPOSSIBLE', data: { message: 'projects.error.anonymised' } };
  await expect(core.client.projects.change({ projectId, fields: { status: 'anonymised', idea: 'x' } })).rejects.toMatchObject(refused);
  await core.client.projects.change({ projectId, fields: { status: 'finished' } });
  expect(await core.client.archive.overview({ projectId })).toMatchObject({ isDeleted: false });
  await finish(core.client.archive.deleteProject({ projectId, typedName: 'Hjemmetjenesten', reason: 'Fristen er ute' }));
  await expect(core.client.projects.change({ projectId, fields: { status: 'running' } })).rejects.toMatchObject(refused);
  await core.client.projects.change({ projectId, fields: { status: 'anonymised', endsOn: '2026-03-04' } });
  expect(await core.client.archive.overview({ projectId })).toMatchObject({ isDeleted: true });
});
