import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDocx, makeOdt, paragraph } from '../../electron/core/documents/documents-testing.ts';
import { readDocument } from '../../electron/core/documents/read-document.ts';
import { AppError } from '../../electron/core/app-error.ts';
import { readCodebookFile } from '../../electron/core/features/codebook/exchange/read-file.ts';
import { inspectSurveyFile, isReadingError } from '../../electron/core/features/exchange/reading/index.ts';
import { readBook } from '../../electron/core/features/xlsform/read-book.ts';
import { createChance, type Chance } from '../../scripts/sample/random.ts';
import { newSurvey } from './limesurvey-fixture.ts';

/** In npm test a few of each; by hand (`ROST_LONG=1`) so many that they make more than five thousand. */
const rounds = process.env['ROST_LONG'] === '1' ? 800 : 40;
/** Longest that one broken file may keep the core busy, and most that all of them may leave in memory. */
const patienceMs = 20_000;
const mostBytesKept = 600 * 1024 * 1024;

const outer = mkdtempSync(join(tmpdir(), 'rost-readers-'));
const folder = join(outer, 'in');
mkdirSync(folder);
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const csv = [
  'Deltaker;Dato;Alder;Fornøyd;Hva var viktig? [Tid];Hva var viktig? [Sted];Si mer',
  ...Array.from(
    { length: 60 },
    (_, at) => `A${at};19.03.2026;${20 + at},5;${['Enig', 'Uenig', 'Vet ikke'][at % 3]};${at % 2};;"Noen «hørte»; etter 😀\nto linjer"`,
  ),
].join('\r\n');
const workbook = await writeXlsx({ sheets: [{ name: 'Svar', rows: csv.split('\r\n').map((line) => line.split(';')) }] });
const docx = makeDocx(Array.from({ length: 40 }, (_, at) => paragraph(`Avsnitt ${at} om hjelpen 😀`)).join(''));
const odt = makeOdt('<text:h text:outline-level="1">Møte</text:h>' + '<text:p>Noen sa det.</text:p>'.repeat(40));
const vtt = `WEBVTT\n\n${Array.from({ length: 40 }, (_, at) => `00:0${at % 10}:00.000 --> 00:0${at % 10}:05.000\n<v Kari>Ja, ${at}`).join('\n\n')}`;
const qdc = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${Array.from(
  { length: 30 },
  (_, at) =>
    `<Code guid="0198c5a0-0000-7000-8000-${String(at).padStart(12, '0')}" name="Tema ${at}" isCodable="true" color="#AABBCC"><Description>Om ø</Description></Code>`,
).join('')}</Codes></CodeBook>`;

interface Reader {
  readonly name: string;
  readonly whole: Uint8Array;
  readonly read: (path: string) => Promise<unknown>;
}
const codebook = (path: string): Promise<unknown> => readCodebookFile(path, { language: 'nb', nameless: 'Uten navn', signal: undefined });

const readers: readonly Reader[] = [
  { name: 'survey, csv', whole: strToU8(csv), read: (path) => inspectSurveyFile(path) },
  { name: 'survey, xlsx', whole: workbook, read: (path) => inspectSurveyFile(path) },
  { name: 'form, lss', whole: strToU8(newSurvey), read: (path) => readBook(path) },
  { name: 'text, docx', whole: docx, read: (path) => readDocument(path) },
  { name: 'text, odt', whole: odt, read: (path) => readDocument(path) },
  { name: 'text, vtt', whole: strToU8(vtt), read: (path) => readDocument(path) },
  { name: 'codebook, qdc', whole: strToU8(qdc), read: codebook },
];

/** Bytes changed, lost, doubled or cut off anywhere. */
function damaged(whole: Uint8Array, chance: Chance): Uint8Array {
  const bytes = Buffer.from(whole);
  const at = chance.below(bytes.length);
  const length = 1 + chance.below(Math.min(200, bytes.length));
  switch (chance.below(5)) {
    case 0:
      for (let times = 0; times <= chance.below(8); times += 1) bytes[chance.below(bytes.length)] = chance.below(256);
      return bytes;
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length), at), bytes.subarray(at)]);
    default:
      return bytes.fill(chance.below(2) === 0 ? 0 : 0xff, at, Math.min(bytes.length, at + length));
  }
}

/** A file inside the zip damaged, and the zip whole again: what is wrong lies deeper. Or a part under a name that leads out of it. */
function damagedInside(whole: Uint8Array, chance: Chance): Uint8Array {
  if (whole[0] !== 0x50 || whole[1] !== 0x4b) return damaged(whole, chance);
  const parts = unzipSync(whole);
  const names = Object.keys(parts);
  const name = names[chance.below(names.length)] ?? '';
  if (chance.below(6) === 0)
    return zipSync({ ...parts, [`../../${'x'.repeat(chance.below(20))}out`]: strToU8('out'), '/tmp/rost-out': strToU8('out') });
  return zipSync({ ...parts, [name]: damaged(parts[name] ?? new Uint8Array(1), chance) });
}

async function withinPatience(run: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('still reading')), patienceMs);
  });
  try {
    await Promise.race([run, late]);
  } finally {
    clearTimeout(timer);
  }
}

describe('broken files', () => {
  it.each(readers)('$name: read or refused with a reason, whatever was done to it', { timeout: 600_000 }, async ({ name, whole, read }) => {
    const chance = createChance(name.length * 7919);
    const path = join(folder, 'file');
    for (let round = 0; round < rounds; round += 1) {
      writeFileSync(path, round % 2 === 0 ? damaged(whole, chance) : damagedInside(whole, chance));
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the file
        await withinPatience(read(path));
      } catch (error) {
        if (!isReadingError(error) && !(error instanceof AppError))
          throw new Error(`${name}, round ${round}: ${String(error)}`, { cause: error });
        if (error instanceof AppError) expect(error.code).toMatch(/^(?:FILE_|CANCELLED)/u);
      }
    }
    expect(readdirSync(outer)).toEqual(['in']);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leave memory bounded', () => {
    expect(process.memoryUsage().rss).toBeLessThan(mostBytesKept * 3);
    expect(process.memoryUsage().heapUsed).toBeLessThan(mostBytesKept);
  });
});
