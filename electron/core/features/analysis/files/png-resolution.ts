import { crc32 } from 'node:zlib';

/** 300 dots per inch in pixels per metre. */
export const PIXELS_PER_METRE = 11811;

const SIGNATURE_BYTES = 8;
const IHDR_BYTES = 25;

/**
 * A PNG with a pHYs chunk after its header, so that word processors give the picture its physical size.
 * The input must not have one already. Chunk layout: PNG specification, 11.3.4.3.
 */
export function withResolution(png: Uint8Array, pixelsPerMetre: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(pixelsPerMetre, 8);
  chunk.writeUInt32BE(pixelsPerMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  const at = SIGNATURE_BYTES + IHDR_BYTES;
  return new Uint8Array(Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)]));
}
