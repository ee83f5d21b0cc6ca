import { run, tool } from './run-command.ts';

/** The browser tests alone: `npm run e2e -- path` runs those whose file name holds "path". */
process.exit(await run(tool('playwright'), ['test', ...process.argv.slice(2)]));
