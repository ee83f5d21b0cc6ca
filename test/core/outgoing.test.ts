import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlobs } from '../../electron/core/blobs.ts';
import { realDeps } from '../../electron/core/deps.ts';
import { zipStream } from '../../electron/core/documents/zip-stream.ts';
import { openOutgoing } from '../../electron/core/outgoing-file.ts';

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'rost-out-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('files on their way out', () => {
  it('issue 7: are there for nobody until they are offered, and gone when they are not', () => {
    inFolder((folder) => {
      const blobs = createBlobs(realDeps(folder));
      const out = (): string[] => readdirSync(join(folder, 'out')).toSorted();
      {
        using lost = blobs.begin();
        lost.write(Buffer.from('svar'));
        expect(out()).toHaveLength(1);
        expect(out()[0]).toMatch(/\.part$/u);
      }
      expect(out()).toEqual([]);
      using kept = blobs.begin();
      for (let at = 0; at < 3000; at += 1) kept.write(Buffer.from(`linje ${at}\n`));
      const ticket = blobs.offerFile(kept, 'svar.csv', 'text/csv');
      kept[Symbol.dispose]();
      expect(out()).toEqual([ticket, `${ticket}.json`]);
      expect(readFileSync(join(folder, 'out', ticket), 'utf8').split('\n')).toHaveLength(3001);
      expect(kept.byteCount).toBe(readFileSync(join(folder, 'out', ticket)).length);
    });
  });
});

describe('archives piece by piece', () => {
  const bytes = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 6 });
  const entry = fc.tuple(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ø', '1', ' ', '😀') }), bytes);

  it('issue 7: any files in any pieces come out as they went in, and are told where they lie', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 5 }), (entries) => {
        const parts: Uint8Array[] = [];
        const zip = zipStream((part) => parts.push(Uint8Array.from(part)));
        for (const [name, pieces] of entries) {
          zip.entry(name);
          for (const piece of pieces) zip.write(piece);
        }
        const ranges = zip.end();
        const read = unzipSync(Buffer.concat(parts));
        expect(Object.keys(read).toSorted()).toEqual(entries.map(([name]) => name).toSorted());
        for (const [name, pieces] of entries) expect(Buffer.from(read[name] ?? [])).toEqual(Buffer.concat(pieces));
        expect(ranges.map(({ name, size }) => [name, size])).toEqual(
          entries.map(([name, pieces]) => [name, pieces.reduce((sum, piece) => sum + piece.length, 0)]),
        );
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it.skipIf(spawnSync('which', ['unzip']).status !== 0)('issue 7: another program finds nothing wrong with a large one', () => {
    inFolder((folder) => {
      const path = join(folder, 'stor.zip');
      using file = openOutgoing(path);
      const zip = zipStream(file.write);
      for (const name of ['én.csv', 'to.csv']) {
        zip.entry(name);
        for (let at = 0; at < 40_000; at += 1) zip.write(Buffer.from(`${at};${at * 7919};${name}\r\n`));
      }
      zip.end();
      file.close();
      expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    });
  });
});
