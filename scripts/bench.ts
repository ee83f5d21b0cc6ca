import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benches } from '../test/performance/index.ts';
import { table, verdict, type Result } from '../test/performance/result.ts';
import { makeContext } from '../test/performance/workspaces.ts';
import { root } from './run-command.ts';

/*
 * npm run bench [-- --long] [-- --only=save]: measures the program against named peers (docs/performance.md). Prints a table and
 * writes .cache/bench/latest.json. It fails when a result differs from its peer's, never because something was slow.
 */
const words = process.argv.slice(2);
const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const cache = join(root, '.cache', 'bench');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'work-'));
const say = (line: string): boolean => process.stderr.write(`${line}\n`);
const begun = performance.now();
const results: Result[] = [];
try {
  say('making the surveys');
  const context = await makeContext(folder, words.includes('--long'));
  for (const bench of benches.filter(({ name }) => name.includes(only))) {
    const from = performance.now();
    results.push(...(await bench.run(context)));
    say(`${bench.name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
const entries = results.map((result) => ({ ...result, verdict: verdict(result) }));
// A part of the benches leaves the last whole run as it was.
const file = only === '' ? 'latest.json' : 'partial.json';
writeFileSync(join(cache, file), `${JSON.stringify({ at: new Date().toISOString(), machine, results: entries }, null, 2)}\n`);
process.stdout.write(
  `${table(results)}\n\n${machine.cores} cores, Node ${machine.node}, ${((performance.now() - begun) / 1000).toFixed(0)} s. .cache/bench/${file}\n`,
);
