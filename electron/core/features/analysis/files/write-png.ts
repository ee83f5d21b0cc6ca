import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ExhibitWords } from '../../../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { PIXELS_PER_METRE, withResolution } from './png-resolution.ts';
import { svgSource, type ChartFileOptions } from './write-svg.ts';

/** What drawing a PNG needs from the program's resources. */
export interface RasterResources {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Static weights of Source Sans 3: the rasteriser draws a variable font in its thinnest weight only. */
  readonly fonts: readonly Uint8Array[];
}

/** CSS pixels are 96 per inch, the file has 300. */
const SCALE = 300 / 96;

/** Reads `resvg.wasm` and every `source-sans-3-*.woff2` of the `fonts` folder. */
export async function readRasterResources(folder: string): Promise<RasterResources> {
  const fonts = join(folder, 'fonts');
  const names = (await readdir(fonts)).filter((name) => /^source-sans-3-.*\.woff2$/.test(name)).toSorted();
  return {
    wasm: new Uint8Array(await readFile(join(folder, 'resvg.wasm'))),
    fonts: await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(fonts, name))))),
  };
}

// The rasteriser itself is one per process and refuses a second start, so its start is remembered here.
let started: Promise<void> | null = null;

/**
 * The chart as a PNG of 300 dots per inch that keeps its physical size.
 * @throws Error when the audit is not ok
 */
export async function writePng(
  exhibit: ReleasedExhibit,
  words: ExhibitWords,
  options: ChartFileOptions,
  resources: RasterResources,
): Promise<Uint8Array> {
  return await rasterise(svgSource(exhibit, words, options), resources);
}

/** An SVG document as a PNG of 300 dots per inch that keeps its physical size. */
export async function rasterise(source: string, resources: RasterResources): Promise<Uint8Array> {
  started ??= initWasm(resources.wasm);
  await started;
  const drawing = new Resvg(source, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontBuffers: [...resources.fonts], defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
  });
  try {
    const image = drawing.render();
    try {
      return withResolution(image.asPng(), PIXELS_PER_METRE);
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
