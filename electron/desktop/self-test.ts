import { app, type BrowserWindow } from 'electron';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentSecurityPolicy } from '../bridge/security-headers.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { startShell, type Shell } from './start-shell.ts';

export interface SelfTestOptions {
  /** Folder of the built program. */
  readonly dist: string;
  /** Where self-test.json goes; it is printed too. */
  readonly reportFolder: string;
}

export interface SelfTestCheck {
  readonly name: string;
  readonly isOk: boolean;
  /** What was found, or the error. */
  readonly found: unknown;
}

/** What `--self-test` writes. */
export interface SelfTestReport {
  readonly isOk: boolean;
  readonly isPackaged: boolean;
  readonly checks: readonly SelfTestCheck[];
  readonly versions: Readonly<Record<string, string | undefined>>;
}

/** The Electron this was built and tried with; a release with another one has to be looked at again. */
const expectedElectron = '45.4.1';
const longestMs = 60_000;
const bridgeKeys = [
  'host.chooseWorkspace',
  'host.onCommand',
  'host.openMail',
  'host.printBlob',
  'host.requestPipe',
  'host.saveBlob',
  'host.savePdf',
  'info.mode',
  'info.platform',
];

/** Tries the program as it was installed, with a hidden window and a workspace of its own, and exits 0 or 1. */
export async function runSelfTest(options: SelfTestOptions): Promise<void> {
  await app.whenReady();
  const folder = mkdtempSync(join(tmpdir(), 'rost-self-test-'));
  const late = setTimeout(() => finish(options, [{ name: 'time', isOk: false, found: `not done after ${longestMs} ms` }]), longestMs);
  const checks = await allChecks(options.dist, folder);
  clearTimeout(late);
  rmSync(folder, { recursive: true, force: true });
  finish(options, checks);
}

function finish(options: SelfTestOptions, checks: readonly SelfTestCheck[]): void {
  const report: SelfTestReport = {
    isOk: checks.every((check) => check.isOk),
    isPackaged: app.isPackaged,
    checks,
    versions: process.versions,
  };
  const text = `${JSON.stringify(report, null, 2)}\n`;
  writeFileSync(join(options.reportFolder, 'self-test.json'), text);
  process.stdout.write(text);
  app.exit(report.isOk ? 0 : 1);
}

async function allChecks(dist: string, folder: string): Promise<SelfTestCheck[]> {
  const versions = await check('versions', () => ({
    isOk: process.versions['electron'] === expectedElectron,
    found: process.versions['electron'] ?? null,
  }));
  const archive = await check('archive', () => ({
    isOk: !app.isPackaged || app.getAppPath().endsWith('.asar'),
    found: app.isPackaged ? 'packaged' : 'unpackaged',
  }));
  const addon = await check('native-module', () => nativeModules(app.getAppPath()));
  try {
    const shell = await startShell({ dist, dataFolder: folder, isDevelopment: false });
    const window = shell.windows.open('/', false);
    await new Promise((resolve) => window.webContents.once('did-finish-load', () => resolve(null)));
    const checks = [
      versions,
      archive,
      addon,
      await check('workspace', () => useWorkspace(shell, folder)),
      await check('policy', () => policy(window)),
      await check('bridge', () => bridge(window)),
    ];
    await shell.end();
    return checks;
  } catch (error) {
    return [versions, archive, addon, failed('start', error)];
  }
}

type LinkPort = ConstructorParameters<typeof RPCLink>[0]['port'];
type Outcome = Pick<SelfTestCheck, 'isOk' | 'found'>;

async function check(name: string, run: () => Outcome | Promise<Outcome>): Promise<SelfTestCheck> {
  try {
    return { name, ...(await run()) };
  } catch (error) {
    return failed(name, error);
  }
}

function failed(name: string, error: unknown): SelfTestCheck {
  return { name, isOk: false, found: error instanceof Error ? error.message : String(error) };
}

/** A packaged program carries exactly one native module, beside the archive. */
function nativeModules(appPath: string): Outcome {
  if (!app.isPackaged) return { isOk: true, found: 'unpackaged' };
  const found = readdirSync(`${appPath}.unpacked`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'));
  return { isOk: found.length === 1 && found[0]?.endsWith(`${process.platform}-${process.arch}.node`) === true, found };
}

/** The worker starts, and a workspace is made, changed, read back, closed and opened again. */
async function useWorkspace(shell: Shell, folder: string): Promise<Outcome> {
  const port = shell.core.connect('self-test');
  // A worker_threads port has the members that the link uses of a page's port.
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port as unknown as LinkPort }));
  port.start();
  const path = join(folder, 'Self-test.rost');
  await client.workspace.create({ path });
  await client.themes.create({ term: 'Self-test', language: 'en' });
  await client.workspace.close({});
  await client.workspace.open({ path });
  const { entries } = await client.history.list({ limit: 5 });
  await client.workspace.close({});
  port.close();
  return { isOk: entries.length === 1, found: entries.length };
}

async function policy(window: BrowserWindow): Promise<Outcome> {
  const found: unknown = await window.webContents.executeJavaScript(
    "fetch('/').then((response) => response.headers.get('content-security-policy'))",
  );
  return { isOk: found === contentSecurityPolicy(null), found };
}

/** The bridge is frozen all through and has its declared keys and no others. */
async function bridge(window: BrowserWindow): Promise<Outcome> {
  const found: unknown = await window.webContents.executeJavaScript(
    "({ frozen: [bridge, bridge.host, bridge.info].every(Object.isFrozen), keys: Object.entries(bridge).flatMap(([part, members]) => Object.keys(members).map((key) => part + '.' + key)).sort() })",
  );
  return { isOk: JSON.stringify(found) === JSON.stringify({ frozen: true, keys: bridgeKeys }), found };
}
