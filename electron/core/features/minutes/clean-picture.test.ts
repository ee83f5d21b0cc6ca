import { expect, test } from 'vitest';
import { aJpeg, aPng } from '../../../../test/core/minutes-pictures.ts';
import { cleanPicture } from './clean-picture.ts';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

test('[R86] a JPEG loses place, time, names, comments and what follows its end, and keeps its colours and both scans', () => {
  const clean = cleanPicture(aJpeg());
  expect(clean?.mediaType).toBe('image/jpeg');
  const said = text(clean?.bytes);
  for (const gone of ['GPS', 'Even', 'adobe', 'MPF', 'film']) expect(said).not.toContain(gone);
  for (const kept of ['JFIF', 'ICC_PROFILE', '\u0001\u00ff\u0000\u0002\u00ff\u00d0\u0003', '\u0004\u0005\u00ff\u00d9'])
    expect(said).toContain(kept);
});

test('a picture that is to be turned keeps that it is, and nothing else of its Exif', () => {
  const turned = cleanPicture(aJpeg(6))?.bytes;
  const at = text(turned).indexOf('Exif');
  expect(turned?.[at + 6 + 8 + 2 + 9]).toBe(6);
  expect(text(cleanPicture(aJpeg(1))?.bytes)).not.toContain('Exif');
  // Once more changes nothing: what is kept is read back as it was written.
  expect(cleanPicture(turned ?? new Uint8Array())?.bytes).toEqual(turned);
});

test('[R86] a PNG keeps the chunks of the picture only', () => {
  const clean = cleanPicture(aPng());
  const said = text(clean?.bytes);
  for (const gone of ['tEXt', 'tIME', 'eXIf', 'Even', 'film']) expect(said).not.toContain(gone);
  expect(said).toMatch(/IHDR.*IDAT.*IEND.{4}$/su);
});

test('what is neither, or is cut short anywhere, is no picture', () => {
  for (const whole of [aJpeg(), aPng()]) {
    const end = text(whole).lastIndexOf('film');
    for (let length = 0; length < end - 1; length += 1) expect(cleanPicture(whole.slice(0, length))).toBeNull();
  }
});
