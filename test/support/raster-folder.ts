import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { aFolder } from './a-workspace.ts';

let made: string | null = null;

/** A folder with what the program needs to make PNGs, as the build puts it together; one for a run of tests. */
export function rasterFolder(): string {
  if (made !== null) return made;
  made = aFolder();
  const { resolve } = createRequire(import.meta.url);
  mkdirSync(join(made, 'fonts'));
  copyFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'), join(made, 'resvg.wasm'));
  const shipped = join(import.meta.dirname, '../../resources/fonts');
  const fonts = existsSync(shipped) ? shipped : join(dirname(resolve('@fontsource-variable/source-sans-3/package.json')), 'files');
  for (const name of readdirSync(fonts).filter((file) => /^source-sans-3-latin-.*\.woff2$/u.test(file)))
    copyFileSync(join(fonts, name), join(made, 'fonts', name));
  return made;
}
