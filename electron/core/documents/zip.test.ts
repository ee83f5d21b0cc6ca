import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipOf } from './zip.ts';

const files = [
  { name: 'Invitasjon Älvnäs og Fjordvik.docx', bytes: new TextEncoder().encode('æøå '.repeat(500)) },
  { name: 'tom.ics', bytes: new Uint8Array() },
];

describe('several files as one', () => {
  test('come out as they were put in, under their names', () => {
    expect(unzipSync(zipOf(files))).toEqual(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  });

  test('are the same bytes every time', () => {
    expect(zipOf(files)).toEqual(zipOf(files));
  });
});
