import { toSvgString, withoutKeys, type SvgNode } from '../../../../../shared/charts/index.ts';
import type { Call } from '../../../rpc/call.ts';
import { rasterise, readRasterResources } from './write-png.ts';

/** Text width of an A4 page at 96 dots per inch. */
export const pictureWidth = 680;

/** A drawn picture as a file. */
export async function writePicture({ session }: Pick<Call, 'session'>, node: SvgNode, format: 'svg' | 'png'): Promise<Uint8Array> {
  const source = `<?xml version="1.0" encoding="UTF-8"?>\n${toSvgString(withoutKeys(node))}\n`;
  if (format === 'svg') return new TextEncoder().encode(source);
  return await rasterise(source, await readRasterResources(session.resourceFolder));
}
