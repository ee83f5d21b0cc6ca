import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../test/support/a-workspace.ts';
import { createBlobs } from './blobs.ts';
import { realDeps } from './deps.ts';

test('[F31] a file nobody fetched in its time is gone when the next one is put out; one that is being fetched stays', () => {
  const folder = aFolder();
  let now = Date.parse('2026-03-04T10:00:00Z');
  const blobs = createBlobs({ ...realDeps(folder), now: () => now });
  const out = (): string[] => readdirSync(join(folder, 'out')).toSorted();
  const forgotten = blobs.offer('svar.csv', 'text/csv', Buffer.from('svar'));
  const fetched = blobs.offer('svar.csv', 'text/csv', Buffer.from('svar'));
  // What the hosts do when they begin to send it.
  rmSync(join(folder, 'out', `${fetched}.json`));
  using half = blobs.begin();
  const upload = blobs.expect('inn.csv');
  now += 4 * 60_000;
  const other = blobs.offer('nytt.csv', 'text/csv', Buffer.from('nytt'));
  expect(out()).toContain(forgotten);
  now += 2 * 60_000;
  const last = blobs.offer('sist.csv', 'text/csv', Buffer.from('sist'));
  const part = half.path.slice(join(folder, 'out').length + 1);
  expect(out()).toEqual([fetched, part, other, `${other}.json`, last, `${last}.json`].toSorted());
  expect(readFileSync(join(folder, 'out', other), 'utf8')).toBe('nytt');
  // What was sent in is read for as long as somebody looks at it.
  expect(readdirSync(join(folder, 'in'))).toEqual([`${upload}.json`]);
});
