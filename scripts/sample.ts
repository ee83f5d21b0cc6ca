import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSample } from './sample/build-sample.ts';

/** Builds the sample workspace into dist, where the program looks for it. */
const path = fileURLToPath(new URL('../dist/resources/sample/Fjordvik.rost', import.meta.url));
mkdirSync(dirname(path), { recursive: true });
buildSample(path);
console.log(`dist/resources/sample/Fjordvik.rost: ${String(Math.round(statSync(path).size / 1024))} KiB`);
