import { expect, test } from 'vitest';
import { openConnection } from '../../electron/core/db/connection.ts';
import { Statements } from '../../electron/core/db/statements.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { RespondentId } from '../../shared/model/ids.ts';
import { aWorld, fromBoth, happen, seen } from './analysis-cache-fixture.ts';

// A workspace for every thirty sequences; each begins where the one before ended, with what is kept from it.
const worlds = 10;
const sequences = 30;

test.each(Array.from({ length: worlds }, (_, at) => at + 1))(
  'what tables are made of is what a connection that remembers nothing reads, whatever has happened (%i)',
  { timeout: 120_000 },
  async (seed) => {
    using core = openCore({});
    const world = await aWorld(core, seed * 101);
    for (let sequence = 0; sequence < sequences; sequence += 1) {
      for (let step = 0; step < 6; step += 1) await happen(world);
      const { kept, cold } = fromBoth(world);
      expect(kept, `seed ${seed}, sequence ${sequence}`).toBe(cold);
    }
  },
);

test('[R70] whoever withdraws, and whoever is erased, is in no table from then on, and is back when it is undone', async () => {
  using core = openCore({});
  const world = await aWorld(core, 5);
  const before = fromBoth(world).kept;
  const respondentId = RespondentId.parse(world.respondents.get('R3'));
  await core.client.fieldwork.withdraw({ respondentId, withdrawnOn: '2025-06-02' });
  const after = fromBoth(world);
  expect(after.kept).not.toBe(before);
  expect(after.kept).toBe(after.cold);
  await core.client.history.undo({});
  expect(fromBoth(world).kept).toBe(before);
  await core.client.fieldwork.withdraw({ respondentId, withdrawnOn: '2025-06-02' });
  const job = await core.client.fieldwork.erase({ respondentId, typedCode: 'R3' });
  for (let step = await job.next(); step.done !== true;) step = await job.next();
  const gone = fromBoth(world);
  expect(gone.kept).toBe(gone.cold);
});

test('a connection that only reads sees what another has written since', async () => {
  using core = openCore({});
  const world = await aWorld(core, 9);
  const { path } = core.session.workspace;
  await core.client.workspace.close({});
  const db = openConnection(path, { readonly: true, mustExist: true });
  try {
    const reader = new Statements(db, false);
    const before = seen(reader, world);
    expect(seen(reader, world)).toBe(before);
    await core.client.workspace.open({ path });
    for (let step = 0; step < 20; step += 1) await happen(world);
    const now = seen(core.session.workspace.sql, world);
    await core.client.workspace.close({});
    expect(now).not.toBe(before);
    expect(seen(reader, world)).toBe(now);
  } finally {
    db.close();
  }
});
