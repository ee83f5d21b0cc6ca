import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import { contest, type Side } from './contest.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import { openBenchCore, type BenchContext, type SurveyFiles } from './workspaces.ts';

const passphrase = 'fjord under fjell';

function opening(core: Core, path: string, name: string, key?: string): Side {
  return {
    name,
    calls: 1,
    prepare: async () => {
      await core.client.workspace.close({});
    },
    run: async () => {
      await core.client.workspace.open(key === undefined ? { path } : { path, passphrase: key });
    },
  };
}

function countInterviews(core: Core): number {
  return core.session.workspace.sql.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM interview')?.n ?? 0;
}

async function plain(core: Core, files: SurveyFiles, path: string): Promise<Result> {
  const found = await contest(opening(core, path, 'workspace.open'), { name: 'reading the file', calls: 1, run: () => readFileSync(path) });
  requireSame('open.workspace', countInterviews(core), files.rows);
  return fromContest('open.workspace', files.name, found, {
    note: `${Math.round(statSync(path).size / 1024 / 1024)} MiB, whole file checked`,
  });
}

async function encrypted(core: Core, context: BenchContext, files: SurveyFiles, path: string): Promise<Result> {
  const locked = join(context.folder, `locked-${files.name}.rost`);
  copyFileSync(files.workspace, locked);
  await core.client.workspace.open({ path: locked });
  await core.client.workspace.setPassphrase({ passphrase });
  const found = await contest(
    opening(core, locked, 'workspace.open, encrypted', passphrase),
    opening(core, path, 'the same without a passphrase'),
  );
  await core.client.workspace.open({ path: locked, passphrase });
  requireSame('open.workspace encrypted', countInterviews(core), files.rows);
  return fromContest('open.workspace encrypted', files.name, found);
}

/** Opening a workspace: lock, check of the whole file, schema, first question. */
export const openWorkspace: Bench<BenchContext> = {
  name: 'open.workspace',
  run: async (context) => {
    using core = openBenchCore(context.folder);
    const results: Result[] = [];
    for (const files of context.sizes) {
      const path = join(context.folder, `open-${files.name}.rost`);
      copyFileSync(files.workspace, path);
      results.push(await plain(core, files, path));
      // What a key adds is the same at every size, and decryption shows at the first already.
      if (files === context.sizes[0]) results.push(await encrypted(core, context, files, path));
    }
    return results;
  },
};
