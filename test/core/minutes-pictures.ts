import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];
const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];

/** A little-endian Exif block with an orientation and a place. */
function exif(orientation: number): number[] {
  const entry = (tag: number, value: number): number[] => [tag & 255, tag >> 8, 3, 0, 1, 0, 0, 0, value, 0, 0, 0];
  return [
    ...ascii('Exif\0\0'),
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    2,
    0,
    ...entry(0x0112, orientation),
    ...entry(0x8825, 1),
    0,
    0,
    0,
    0,
    ...ascii('GPS 63.4'),
  ];
}

/**
 * The segments of a JPEG as a camera makes one: Exif with place and orientation, XMP, IPTC, a comment, a colour profile, two scans with
 * stuffed and restart bytes, and a film after the end. It holds no decodable picture; nothing here decodes one.
 */
export function aJpeg(orientation = 6): Uint8Array {
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, ascii('JFIF\0\u0001\u0002')),
    ...segment(0xe1, exif(orientation)),
    ...segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')),
    ...segment(0xe2, ascii('ICC_PROFILE\0\u0001\u0001profile')),
    ...segment(0xe2, ascii('MPF\0second picture')),
    ...segment(0xed, ascii('Photoshop 3.0\0Even Strandmyr')),
    ...segment(0xfe, ascii('taken by Even Strandmyr')),
    ...segment(0xdb, [0, 1, 2, 3]),
    ...segment(0xc2, [8, 0, 1, 0, 1]),
    ...segment(0xda, [1, 1, 0]),
    1,
    0xff,
    0x00,
    2,
    0xff,
    0xd0,
    3,
    ...segment(0xc4, [0, 1]),
    ...segment(0xda, [1, 1, 0]),
    4,
    5,
    0xff,
    0xd9,
    ...ascii('film of Even Strandmyr'),
  ]);
}

function chunk(kind: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG of one point, with a text, a time and an Exif block in it. */
export function aPng(): Uint8Array {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('tEXt', Buffer.from('Author\0Even Strandmyr')),
    chunk('tIME', Buffer.from([7, 234, 3, 19, 13, 0, 0])),
    chunk('eXIf', Buffer.from('GPS')),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('film'),
  ]);
}
