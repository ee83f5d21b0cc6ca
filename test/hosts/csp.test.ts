import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, pressableStyleHash } from '../../electron/bridge/security-headers.ts';

test('nothing is allowed but what the policy names, and scripts only from our own files', () => {
  const policy = contentSecurityPolicy('ws://127.0.0.1:1');
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${pressableStyleHash}`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self' ws://127.0.0.1:1",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  expect(policy).not.toMatch(/unsafe|\*|data:|http:|https:/u);
});

test('the one hash is that of the style React Aria adds, as the installed version writes it', () => {
  const modules = join(import.meta.dirname, '../../node_modules');
  const files = ['react-aria', '@react-aria/interactions'].flatMap((name) => {
    try {
      return readdirSync(join(modules, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => /usePress\.(mjs|js)$/u.test(file))
        .map((file) => join(modules, name, file));
    } catch {
      return [];
    }
  });
  const texts = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/textContent = `([^`]+)`/gu)].map((match) => match[1] ?? ''),
  );
  expect(texts.length).toBeGreaterThan(0);
  const hashes = texts.map(
    (text) =>
      `'sha256-${createHash('sha256')
        .update(text.replaceAll(/\$\{[^}]+\}/gu, 'data-react-aria-pressable').trim())
        .digest('base64')}'`,
  );
  expect(hashes).toContain(pressableStyleHash);
});
