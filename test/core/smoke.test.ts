import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';

test('creates a workspace, shows its status and an empty history', async () => {
  using core = openCore();
  const path = join(mkdtempSync(join(tmpdir(), 'rost-t-')), 'a.rost');
  const status = await core.client.workspace.create({ path });
  expect(status.workspace?.name).toBe('a');
  expect(await core.client.history.list({ limit: 10 })).toEqual({ entries: [] });
  await expect(core.client.history.undo({})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
});
