import { checkDocs } from './docs.ts';
import { checkLicences } from './licences.ts';
import { checkLockFile } from './lock-file.ts';
import { checkMessages } from './message-check.ts';
import { run, tool } from './run-command.ts';

interface Check {
  readonly name: string;
  readonly problems: () => Promise<readonly string[]>;
}

function command(name: string, words: readonly string[]): Check {
  return { name, problems: async () => ((await run(tool(name), words)) === 0 ? [] : [`${name} found problems`]) };
}

/** Everything that can be said of the tree without running it, cheapest first. */
const checks: readonly Check[] = [
  { name: 'messages', problems: async () => checkMessages() },
  { name: 'lock file', problems: async () => checkLockFile() },
  { name: 'licences', problems: async () => checkLicences() },
  { name: 'generated pages', problems: async () => checkDocs() },
  command('oxfmt', ['--check', '.']),
  command('tsc', ['-b']),
  command('oxlint', ['--type-aware', '--ignore-pattern', 'test/fixtures/layers', '--quiet']),
  command('knip', ['--no-progress']),
];

let failed = 0;
for (const check of checks) {
  const problems = await check.problems();
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${check.name}\n`);
  for (const problem of problems) process.stdout.write(`     ${problem}\n`);
  failed += problems.length;
}
process.exit(failed === 0 ? 0 : 1);
