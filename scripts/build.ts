import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { buildSample } from './sample/build-sample.ts';

const root = join(import.meta.dirname, '..');
/** Where the build goes; a different folder lets two builds live side by side. */
const dist = process.env['ROST_DIST'] ?? join(root, 'dist');

/** A bundle for Node: everything inside but the native module, Electron and Node's own. */
function nodeBundle(entry: string, folder: string, file: string, format: 'es' | 'cjs' = 'es'): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'], target: 'node' },
    build: {
      ssr: join(root, entry),
      outDir: join(dist, folder),
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rollupOptions: {
        external: ['better-sqlite3', 'electron'],
        output: { format, entryFileNames: file, chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

function pageBundle(): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'renderer'),
    logLevel: 'warn',
    plugins: [react()],
    publicDir: join(root, 'resources', 'public'),
    build: {
      outDir: join(dist, 'renderer'),
      emptyOutDir: true,
      // Older targets would rewrite light-dark(), and white paper in a dark window would turn dark.
      target: ['chrome130', 'firefox130', 'safari18'],
      // Fonts stay files: the policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}

/** Builds everything that ships: page, core worker, browser host, Electron main and preload, sample workspace. */
export async function buildAll(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await build(nodeBundle('electron/core/rpc/core-worker.ts', 'core', 'core-worker.js'));
  await build(nodeBundle('electron/browser/cli.ts', 'browser', 'cli.js'));
  if (existsSync(join(root, 'electron/desktop/main.ts'))) await build(nodeBundle('electron/desktop/main.ts', 'main', 'main.js'));
  if (existsSync(join(root, 'electron/preload/preload.ts')))
    await build(nodeBundle('electron/preload/preload.ts', 'preload', 'preload.cjs', 'cjs'));
  await build(pageBundle());
  mkdirSync(join(dist, 'resources', 'sample'), { recursive: true });
  copyPlaceRegisters();
  copyRasterResources();
  copySolver();
  buildSample(join(dist, 'resources', 'sample', 'Fjordvik.rost'));
}

/** The registers of places that a new workspace begins with. */
function copyPlaceRegisters(): void {
  const from = join(root, 'resources', 'places');
  cpSync(from, join(dist, 'resources', 'places'), { recursive: true, filter: (path) => !path.endsWith('.md') });
}

/** What drawing a PNG needs: the rasteriser and static weights of the font (it cannot vary a variable one). */
function copyRasterResources(): void {
  const modules = join(root, 'node_modules');
  const fonts = join(modules, '@fontsource', 'source-sans-3', 'files');
  mkdirSync(join(dist, 'resources', 'fonts'), { recursive: true });
  for (const script of ['latin', 'latin-ext']) {
    for (const weight of ['400-normal', '600-normal', '400-italic']) {
      const name = `source-sans-3-${script}-${weight}.woff2`;
      cpSync(join(fonts, name), join(dist, 'resources', 'fonts', name));
    }
  }
  cpSync(join(modules, '@resvg', 'resvg-wasm', 'index_bg.wasm'), join(dist, 'resources', 'resvg.wasm'));
}

/** The solver of the disclosure gate. */
function copySolver(): void {
  cpSync(join(root, 'node_modules', 'highs', 'build', 'highs.wasm'), join(dist, 'resources', 'highs.wasm'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
