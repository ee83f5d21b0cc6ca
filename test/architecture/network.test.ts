import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** The program itself, without its tests. */
const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'electron', 'renderer', 'shared'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(?:ts|tsx|html|css)$/u.test(path) && !/\.test\.tsx?$/u.test(path) && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

function having(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe('[F28] no server, no account, no network', () => {
  it('there is something to look through', () => {
    expect(sources.length).toBeGreaterThan(500);
  });

  it('no module opens a socket; one listens, to this machine alone', () => {
    expect(having(/(?:from|import\(|require\()\s*'(?:node:)?(?:net|https|http2|tls|dgram|dns)(?:\/promises)?'/u)).toEqual([]);
    expect(having(/(?:from|import\(|require\()\s*'(?:node:)?http'/u)).toEqual(['electron/browser/server.ts']);
    const server = sources.find(({ path }) => path === 'electron/browser/server.ts')?.text ?? '';
    expect(server).toMatch(/import \{ createServer, type/u);
    expect(server.match(/\.listen\([^)]*/gu)).toEqual([expect.stringContaining("'127.0.0.1'")]);
  });

  it('nothing is fetched from, sent to or loaded from an address elsewhere', () => {
    expect(
      having(/\b(?:fetch|WebSocket|EventSource|sendBeacon|importScripts)\(\s*['"`](?:https?|wss?):\/\/(?!\$\{location\.host\})/u),
    ).toEqual([]);
    expect(having(/\bXMLHttpRequest\b|\bautoUpdater\b|\bcrashReporter\b/u)).toEqual([]);
    expect(having(/<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=["'](?:https?:)?\/\//u)).toEqual([]);
    expect(having(/@import\s+(?:url\()?['"]?(?:https?:)?\/\//u)).toEqual([]);
  });

  it('nothing asks for an account: no method takes a user’s password but for the file itself', () => {
    const asking = sources.filter(
      ({ path, text }) => path.startsWith('shared/contract/') && /\b(?:token|login|signIn|account)\w*: z\./iu.test(text),
    );
    expect(asking.map(({ path }) => path)).toEqual([]);
  });
});
