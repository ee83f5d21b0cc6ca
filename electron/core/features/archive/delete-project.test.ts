import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { finish } from '../../../../test/core/raw-files-fixture.ts';
import { aPath } from '../../../../test/support/a-workspace.ts';
import { openCore } from '../../open-core.ts';

test('[F31] of a deleted project no step keeps a name: neither an import its file’s nor one of another copy its words', async () => {
  const path = aPath();
  using core = openCore();
  await core.client.workspace.create({ path });
  const { projectId } = await core.client.projects.create({ name: 'Hjemmetjenesten', kind: 'survey', contentLanguage: 'nb' });
  const { workspace } = core.session;
  const { sql, operations } = workspace;
  const source = workspace.sourceFor('program');
  const intent = { ...source, kind: 'exchange.import', labelId: 'exchange.import.undo', isUndoable: true };
  const facts = { kind: 'survey', fileName: 'Solfrid Lia.csv', fileSha256: 'x', mapping: {}, rowCount: 1 };
  const bring = (code: string): void =>
    void operations.run(intent, (operation) => {
      const batch = operation.asBatch(facts);
      operation.label({ file: facts.fileName, rows: 1 });
      sql.insert('respondent', { id: workspace.newId(), project_id: projectId, code, batch_id: batch });
    });
  bring('R001');
  bring('R002');
  // The second import was undone: its rows rest in a pack.
  await core.client.history.undo({});
  operations.run({ ...intent, kind: 'merge.take' }, () =>
    sql.insert('merged_op', {
      id: workspace.newId(),
      hlc: '000000000001-0000-0badcafe',
      actor_id: source.actorId,
      at: '2026-01-01T10:00:00Z',
      label_id: 'texts.writeMemo.undo',
      label_params: JSON.stringify({ text: 'Moren til Solfrid Lia' }),
    }),
  );
  const reason = 'Fristen er ute';
  await finish(core.client.archive.deleteProject({ projectId, typedName: 'Hjemmetjenesten', reason }));
  const said = sql.all(z.object({ p: z.string() }), 'SELECT label_params AS p FROM op UNION ALL SELECT label_params FROM merged_op');
  expect(JSON.stringify(said)).not.toContain('Solfrid');
  expect((await core.client.history.next({})).redo).toBeNull();
  // The merge itself can still be taken back.
  await core.client.history.undo({});
  expect((await core.client.history.next({})).undo).toBeNull();
  await core.client.workspace.close({});
  expect(readFileSync(path).includes('Solfrid')).toBe(false);
});
