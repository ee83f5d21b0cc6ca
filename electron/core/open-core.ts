import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realDeps, type CoreDeps } from './deps.ts';
import { createInProcessClient, type CoreClient } from './rpc/router.ts';
import { Session } from './session.ts';

export interface OpenCoreOptions {
  /** Name of the calling window in the operation log. */
  readonly windowId?: string;
  /** Where recent files and sample copies are kept; a temporary folder unless given. */
  readonly dataFolder?: string;
  readonly resourceFolder?: string;
  readonly deps?: Partial<CoreDeps>;
  /** Hold every row and every output against its schema. */
  readonly checksRows?: boolean;
}

export interface Core extends Disposable {
  readonly client: CoreClient;
  readonly session: Session;
  /** Another window on the same workspace. */
  readonly clientFor: (windowId: string) => CoreClient;
}

/**
 * The whole program without a window: opens a core in this process and gives its contract as plain functions.
 *
 *     using core = openCore();
 *     await core.client.workspace.open({ path: 'Fjordvik.rost' });
 *     const { entries } = await core.client.history.list({ limit: 20 });
 *
 * Tests and the command line use it; messages are validated exactly as those of a window.
 */
export function openCore(options: OpenCoreOptions = {}): Core {
  const own = mkdtempSync(join(tmpdir(), 'rost-core-'));
  const dataFolder = options.dataFolder ?? join(own, 'data');
  mkdirSync(dataFolder, { recursive: true });
  const deps = { ...realDeps(join(own, 'blobs')), ...options.deps };
  const session = new Session({
    deps,
    dataFolder,
    resourceFolder: options.resourceFolder ?? join(import.meta.dirname, '../../dist/resources'),
    checksRows: options.checksRows ?? true,
  });
  return {
    session,
    client: createInProcessClient(session, { windowId: options.windowId ?? 'program' }),
    clientFor: (windowId) => createInProcessClient(session, { windowId }),
    [Symbol.dispose]: () => {
      session.end();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
