/** A picture without anything beside the picture itself. */
export interface CleanPicture {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/**
 * Takes out of a JPEG or PNG what the camera and later programs wrote beside it: place, time, device, names, thumbnails, and whatever
 * follows the end of the picture. Colours keep their profile, and a JPEG that is to be turned keeps that it is. Null for anything that is
 * not one of the two by its own bytes, or is cut short. Sources: ITU-T T.81 annex B (JPEG markers), TIFF 6.0 section 2 (the orientation
 * tag), PNG third edition section 5.
 */
export function cleanPicture(bytes: Uint8Array): CleanPicture | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return cleanJpeg(bytes);
  return pngSignature.every((byte, index) => bytes[index] === byte) ? cleanPng(bytes) : null;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

function cleanJpeg(bytes: Uint8Array): CleanPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let hasScan = false;
  let at = 2;
  for (;;) {
    // Markers may be filled up with FF bytes.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return null;
    if (marker === endOfImage) break;
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (staysInJpeg(marker, segment)) parts.push(segment);
    else if (marker === 0xe1) parts.push(...turned(segment));
    at = end;
    if (marker !== startOfScan) continue;
    hasScan = true;
    at = endOfScan(bytes, end);
    parts.push(bytes.subarray(end, at));
  }
  if (!hasScan) return null;
  return { mediaType: 'image/jpeg', bytes: joined([...parts, Uint8Array.of(0xff, endOfImage)]) };
}

/** What the picture needs: tables and frames, JFIF, Adobe's colour transform, and the colour profile. Not Exif, XMP, IPTC, comments. */
function staysInJpeg(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return ascii(segment, 4, 11) === 'ICC_PROFILE';
  if (marker >= 0xe0 && marker <= 0xef) return marker === 0xe0 || marker === 0xee;
  return marker !== 0xfe;
}

/** Where the compressed data of a scan end: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** An Exif segment that says nothing but which way up the picture is; none where it stands upright. */
function turned(segment: Uint8Array): Uint8Array[] {
  const orientation = orientationOf(segment);
  if (orientation < 2 || orientation > 8) return [];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return [Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])];
}

/** The orientation tag of an Exif segment, 1 to 8; 1 where there is none. */
function orientationOf(segment: Uint8Array): number {
  if (ascii(segment, 4, 4) !== 'Exif' || segment.length < 24) return 1;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, isLittle) === 0x0112) return tiff.getUint16(at + 8, isLittle);
  }
  return 1;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks the picture is made of, and those that say how its colours are meant. Everything else was written beside it. */
const pngChunks: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

function cleanPng(bytes: Uint8Array): CleanPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const kind = ascii(bytes, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length || (at === 8 && kind !== 'IHDR')) return null;
    if (pngChunks.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return { mediaType: 'image/png', bytes: joined(parts) };
    at = end;
  }
  return null;
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
