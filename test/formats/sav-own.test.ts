import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectSurveyFile, isReadingError, readSurveyRows } from '../../electron/core/features/exchange/reading/index.ts';
import {
  noMissing,
  readSav,
  savNames,
  savSetNames,
  savWriter,
  type SavFile,
  type SavRow,
  type SavVariable,
} from '../../electron/core/sav/index.ts';
import { createChance } from '../../scripts/sample/random.ts';
import { brief, cut, dataSet, savBytes, type DataSet } from './sav-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-sav-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const isLong = process.env['ROST_LONG'] === '1';

let counter = 0;
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `file-${(counter += 1)}.sav`);
  writeFileSync(path, bytes);
  return path;
}

async function readAll(path: string, limits = {}): Promise<{ file: SavFile; rows: SavRow[]; encoding: string; cases: number | null }> {
  const reading = await readSav(path, undefined, limits);
  try {
    const rows: SavRow[] = [];
    for await (const batch of reading.batches()) rows.push(...batch.rows);
    return { file: reading.file, rows, encoding: reading.encoding, cases: reading.cases };
  } finally {
    await reading.close();
  }
}

/** What a system file keeps of a data set: labels cut, blanks at the end gone, times with their seconds. */
function kept({ file, rows }: DataSet): DataSet {
  return {
    file: {
      ...file,
      label: cut(file.label, 60),
      variables: file.variables.map((variable) => ({
        ...variable,
        label: cut(variable.label, 255),
        valueLabels: variable.valueLabels.map(({ value, label }) => ({ value, label: cut(label, 120) })),
      })),
      sets: file.sets.map((set) => ({ ...set, label: set.label.trim() })),
    },
    rows: rows.map((row) => row.map((value, at) => (file.variables[at]?.kind === 'string' ? String(value ?? '') : value))),
  };
}

const plain: SavVariable = {
  name: 'alder',
  label: 'Hvor gammel er du?',
  kind: 'number',
  width: 0,
  decimals: 0,
  measure: 'scale',
  valueLabels: [],
  missing: noMissing,
};
const nothing: SavFile = { label: '', variables: [plain], sets: [], weight: null, documents: [] };
const fileWith = (variable: Partial<SavVariable>): SavFile => ({ ...nothing, variables: [{ ...plain, ...variable }] });

describe('a system file of our own', () => {
  it('is read back as it was written, whatever it holds [F87]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
        const made = dataSet(seed);
        const { file, rows, cases, encoding } = await readAll(fileOf(savBytes(made)));
        const { file: expected, rows: expectedRows } = kept(made);
        expect({ ...file, documents: [] }).toEqual({ ...expected, documents: [] });
        expect(file.documents.join(' ').replaceAll(/\s+/gu, '')).toBe(made.file.documents.join(' ').replaceAll(/\s+/gu, ''));
        expect(rows.map((row) => row.map(brief))).toEqual(expectedRows.map((row) => row.map(brief)));
        expect([cases, encoding]).toEqual([made.rows.length, 'utf-8']);
      }),
      { numRuns: isLong ? 400 : 60, seed: 20_261_122 },
    );
  }, 300_000);

  it('has no case too many or too few: the count is in the header and in record 16', async () => {
    const rows = Array.from({ length: 70_001 }, (_, at): SavRow => [at % 200]);
    const bytes = savBytes({ file: nothing, rows });
    expect(bytes.readInt32LE(80)).toBe(70_001);
    const record = bytes.indexOf(Buffer.from([7, 0, 0, 0, 16, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0]));
    expect(bytes.readBigInt64LE(record + 24)).toBe(70_001n);
    expect((await readAll(fileOf(bytes))).rows).toEqual(rows);
    const writer = savWriter(nothing, 2, () => {});
    writer.add([[1]]);
    expect(() => writer.end()).toThrow(RangeError);
  });

  it('keeps its extensions in ascending order', () => {
    const bytes = savBytes(dataSet(10));
    const found: number[] = [];
    for (let at = 176; at < bytes.length - 16; at += 1) {
      const [type, subtype, size] = [bytes.readInt32LE(at), bytes.readInt32LE(at + 4), bytes.readInt32LE(at + 8)];
      if (type === 7 && subtype > 2 && subtype < 23 && [1, 4, 8].includes(size)) found.push(subtype);
      if (type === 999) break;
    }
    expect(found).toEqual(found.toSorted((one, two) => one - two));
    expect(found).toEqual(expect.arrayContaining([3, 4, 11, 13, 14, 16, 20]));
  });

  it('refuses what a system file cannot hold, and names the variable', () => {
    const refused: [SavFile, SavRow][] = [
      [fileWith({ name: '_alder' }), [1]],
      [fileWith({ name: 'a-b' }), [1]],
      [fileWith({ kind: 'string', width: 32_768 }), ['']],
      [fileWith({ missing: { kind: 'discrete', values: [1, 2, 3, 4] } }), [1]],
      [fileWith({ kind: 'string', width: 20, missing: { kind: 'discrete', values: ['for lang verdi'] } }), ['']],
      [fileWith({ valueLabels: [1, 1].map((value) => ({ value, label: 'To ganger' })) }), [1]],
      [{ ...nothing, weight: 'vekt' }, [1]],
      [{ ...nothing, sets: [{ name: '$en', label: '', kind: 'category', variables: ['alder'] }] }, [1]],
      [nothing, ['tretti']],
      [nothing, [Number.NaN]],
      [fileWith({ kind: 'date' }), ['2026-02-29']],
      [fileWith({ kind: 'date' }), ['29.03.2026']],
      [fileWith({ kind: 'string', width: 4 }), ['åååå']],
    ];
    for (const [file, row] of refused) {
      expect(() => savWriter(file, 1, () => {}).add([row])).toThrow(RangeError);
    }
  });

  it('cuts labels between characters, never inside one', async () => {
    const made = {
      file: fileWith({ label: 'x'.repeat(254) + '😀', valueLabels: [{ value: 1, label: 'å'.repeat(59) + 'x😀' }] }),
      rows: [[1]],
    };
    const { file } = await readAll(fileOf(savBytes(made)));
    expect(file.variables[0]?.label).toBe('x'.repeat(254));
    expect(file.variables[0]?.valueLabels[0]?.label).toBe(`${'å'.repeat(59)}x`);
  });

  it('writes dates by the calendar alone, with no zone to move them', async () => {
    const zone = process.env['TZ'];
    try {
      const days = ['1582-10-15', '1969-12-31', '2026-03-29', '2026-10-25'];
      const made = { file: fileWith({ kind: 'datetime' }), rows: days.map((day): SavRow => [`${day}T02:30:00`]) };
      process.env['TZ'] = 'Europe/Oslo';
      const oslo = savBytes(made);
      process.env['TZ'] = 'Pacific/Auckland';
      expect(savBytes(made).equals(oslo)).toBe(true);
      expect((await readAll(fileOf(oslo))).rows).toEqual(made.rows);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('names for a system file', () => {
  it('are legal, unlike each other without regard to case, and the changed ones are listed', () => {
    const { names, renamed } = savNames(['q1', 'Q1', '_uuid', 'a-b', 'a_b', 'ALL', '7', '', 'å'.repeat(40), 'slutt.', 'Hva er viktigst?']);
    expect(names).toEqual(['q1', 'Q1_2', 'uuid', 'a_b_2', 'a_b', 'ALL_1', 'v7', 'v', 'å'.repeat(32), 'slutt', 'Hva_er_viktigst']);
    expect(renamed.map(({ from }) => from)).toEqual(['Q1', '_uuid', 'a-b', 'ALL', '7', '', 'å'.repeat(40), 'slutt.', 'Hva er viktigst?']);
  });

  it('of sets are legal and unlike each other too, wherever they have to be cut', () => {
    const names = savSetNames([`${'a'.repeat(62)}_b`, 'ﬁ', 'fi', '$x.', 'ål'.repeat(40), 'ål'.repeat(40)]);
    expect(names).toEqual([`$${'a'.repeat(62)}`, '$ﬁ', '$fi_2', '$x', `$${'ål'.repeat(21)}`, `$${'ål'.repeat(20)}_2`]);
    const sets = names.map((name) => ({ name, label: '', kind: 'category', variables: ['alder', 'annet'] }) as const);
    const file = { ...nothing, variables: [plain, { ...plain, name: 'annet' }], sets };
    expect(() => savWriter(file, 0, () => {})).not.toThrow();
  });

  it('can always be written, whatever the headers are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { minLength: 1, maxLength: 30 }), (headers) => {
        const { names } = savNames(headers);
        expect(names).toHaveLength(headers.length);
        savWriter({ ...nothing, variables: names.map((name) => ({ ...plain, name })) }, 0, () => {}).end();
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a damaged system file', () => {
  it('that ends anywhere is refused, and where it ends is said', async () => {
    const whole = savBytes(dataSet(4));
    for (let length = 0; length < whole.length; length += Math.max(1, Math.floor(whole.length / 150))) {
      const error: unknown = await readAll(fileOf(whole.subarray(0, length))).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(isReadingError(error) && ['EMPTY', 'TRUNCATED', 'NOT_READABLE'].includes(error.code)).toBe(true);
      if (length >= 4 && isReadingError(error)) expect(error.params['at']).toBeGreaterThanOrEqual(0);
    }
  });

  it('that promises more or fewer cases than it has is refused with the case', async () => {
    const rows = [[1], [2], [300]];
    const bytes = savBytes({ file: nothing, rows });
    for (const [promised, code] of [
      [4, 'TRUNCATED'],
      [2, 'NOT_READABLE'],
    ] as const) {
      const lying = Buffer.from(bytes);
      lying.writeInt32LE(promised, 80);
      await expect(readAll(fileOf(lying))).rejects.toMatchObject({ code, where: { row: promised === 4 ? 4 : 3 } });
    }
    const unknown = Buffer.from(bytes);
    unknown.writeInt32LE(-1, 80);
    expect((await readAll(fileOf(unknown))).rows).toEqual(rows);
  });

  it('that does not say how many cases it has is refused when the last one is cut off, wherever', async () => {
    const bytes = savBytes({ file: nothing, rows: [[0.5], [1.5], [2.5]] });
    const record = bytes.indexOf(Buffer.from([7, 0, 0, 0, 16, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0]));
    bytes.writeInt32LE(-1, 80);
    bytes.writeBigInt64LE(-1n, record + 24);
    expect((await readAll(fileOf(bytes))).rows).toEqual([[0.5], [1.5], [2.5]]);
    for (let cutOff = 1; cutOff < 32; cutOff += 1)
      await expect(readAll(fileOf(bytes.subarray(0, -cutOff)))).rejects.toMatchObject({ code: 'TRUNCATED' });
  });

  it('is refused by its size, its width or its kind before it costs anything', async () => {
    const bytes = savBytes(dataSet(3));
    await expect(readAll(fileOf(bytes), { variables: 1 })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      params: { part: 'variables', limit: 1 },
    });
    await expect(readAll(fileOf(bytes), { caseBytes: 8 })).rejects.toMatchObject({ code: 'TOO_LARGE', params: { part: 'case' } });
    const packed = Buffer.from(bytes);
    packed.writeInt32LE(2, 72);
    await expect(readAll(fileOf(packed))).rejects.toMatchObject({ code: 'UNSUPPORTED', params: { type: 'zsav' } });
    packed.write('$FL3', 0, 'latin1');
    await expect(readAll(fileOf(packed))).rejects.toMatchObject({ code: 'UNSUPPORTED', params: { type: 'zsav' } });
    const foreign = Buffer.from(bytes);
    foreign.write('UTF-9', foreign.indexOf(Buffer.from('UTF-8')), 'latin1');
    await expect(readAll(fileOf(foreign))).rejects.toMatchObject({ params: { reason: 'savEncoding', encoding: 'UTF-9' } });
  });

  /** The file with records of its own before the end of its dictionary. */
  const withRecords = (records: Buffer): string => {
    const bytes = savBytes({ file: nothing, rows: [[1]] });
    const end = bytes.lastIndexOf(Buffer.from([0xe7, 3, 0, 0, 0, 0, 0, 0]));
    return fileOf(Buffer.concat([bytes.subarray(0, end), records, bytes.subarray(end)]));
  };
  const int32s = (...numbers: number[]): Buffer => Buffer.from(Int32Array.from(numbers).buffer);
  /** A set of value labels, and the elements that have it. */
  const labelRecord = (count: number, elements: readonly number[]): Buffer => {
    const labels = Array.from({ length: count }, (_, at) => {
      const label = Buffer.alloc(16, 0x20);
      label.writeDoubleLE(at, 0);
      label.writeUInt8(1, 8);
      return label;
    });
    return Buffer.concat([int32s(3, count), ...labels, int32s(4, elements.length, ...elements)]);
  };

  it('may have very many value labels, but not more than there is room for', async () => {
    expect((await readAll(withRecords(labelRecord(200_000, [1])))).file.variables[0]?.valueLabels).toHaveLength(200_000);
    const tooMany = { code: 'TOO_LARGE', params: { part: 'labels', limit: 500_000 } };
    await expect(readAll(withRecords(labelRecord(600, Array<number>(1000).fill(1))))).rejects.toMatchObject(tooMany);
    const name = Buffer.from('alder');
    const long = Buffer.concat([int32s(5), name, int32s(8, 600_000), Buffer.alloc(8 * 600_000)]);
    await expect(readAll(withRecords(Buffer.concat([int32s(7, 21, 1, long.length), long])))).rejects.toMatchObject(tooMany);
  });

  it('does not look through all its sets for each line that is none', async () => {
    const lines = Buffer.alloc(8 * 1024 * 1024, 'a\n');
    expect((await readAll(withRecords(Buffer.concat([int32s(7, 7, 1, lines.length), lines])))).file.sets).toEqual([]);
  });

  it('never crashes or hangs, however its bytes are changed', async () => {
    const chance = createChance(20_261_122);
    const originals = [1, 2, 3, 5, 7, 10].map((seed) => savBytes(dataSet(seed)));
    let refused = 0;
    const turns = isLong ? 5000 : 300;
    for (let turn = 0; turn < turns; turn += 1) {
      const bytes = Buffer.from(originals[turn % originals.length] ?? Buffer.alloc(0));
      const end = Math.min(bytes.length, chance.happens(70) ? 6000 : bytes.length);
      for (let change = 0; change <= chance.below(4); change += 1) {
        const at = chance.below(end);
        if (chance.happens(50)) bytes[at] = chance.below(256);
        else if (at + 4 <= bytes.length) bytes.writeInt32LE(chance.happens(50) ? -1 : 0x7fff_ffff - chance.below(3), at - (at % 4));
      }
      const path = join(folder, 'mutated.sav');
      writeFileSync(path, chance.happens(10) ? bytes.subarray(0, chance.below(bytes.length)) : bytes);
      const started = performance.now();
      try {
        // The import's way reads the cases twice and makes texts of them.
        if (turn % 3 === 0) {
          const { reading } = await inspectSurveyFile(path);
          for await (const batch of readSurveyRows(path, reading)) expect(batch.rows.length).toBeLessThanOrEqual(500);
        } else await readAll(path);
      } catch (error) {
        // Anything but a reading error is a crash.
        if (!isReadingError(error)) throw error;
        refused += 1;
      }
      expect(performance.now() - started).toBeLessThan(2000);
    }
    expect(refused).toBeGreaterThan(turns / 10);
  }, 300_000);

  it('lets go at once when it is cancelled', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at): SavRow => [at + 0.5]);
    const stop = new AbortController();
    const reading = await readSav(fileOf(savBytes({ file: nothing, rows })), stop.signal);
    let seen = 0;
    const all = async (): Promise<void> => {
      for await (const batch of reading.batches()) {
        seen += batch.rows.length;
        stop.abort(new Error('cancelled'));
      }
    };
    await expect(all()).rejects.toThrow('cancelled');
    await reading.close();
    expect(seen).toBeLessThan(100_000);
  });
});
