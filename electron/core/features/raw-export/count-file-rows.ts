import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipRange } from '../../documents/zip-stream.ts';

/** Records of a finished file of separated values, without its header: line ends outside quotes. */
export async function countCsvRows(path: string): Promise<number> {
  let lines = 0;
  let isQuoted = false;
  // Streams of bytes are iterated as buffers.
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === 0x22) isQuoted = !isQuoted;
      else if (byte === 0x0a && !isQuoted) lines += 1;
    }
  }
  return lines - 1;
}

/** Cases that a finished system file says it has. */
export function savCases(path: string): number {
  const header = Buffer.alloc(84);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header.readInt32LE(80);
}

const rowEnd = Buffer.from('</row>');

/** Rows of a sheet in a finished workbook, without its header. */
export async function countSheetRows(path: string, { start, packed }: ZipRange): Promise<number> {
  // What goes wrong on the way ends the reading of what comes out, which is where it is thrown.
  const unpacked = pipeline(createReadStream(path, { start, end: start + packed - 1 }), createInflateRaw(), () => undefined);
  let rows = 0;
  let kept = Buffer.alloc(0);
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([kept, chunk]);
    let from = 0;
    for (let at = bytes.indexOf(rowEnd); at !== -1; at = bytes.indexOf(rowEnd, from)) {
      rows += 1;
      from = at + rowEnd.length;
    }
    kept = bytes.subarray(Math.max(from, bytes.length - rowEnd.length + 1));
  }
  return rows - 1;
}
