import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectSurveyFile, isReadingError, readSurveyRows } from '../../electron/core/features/exchange/reading/index.ts';
import { openFolder, readAll } from './survey-reading-fixture.ts';
import { buildWorkbook, textCell } from './zip-fixture.ts';

const { folder, file } = openFolder();

describe('progress and cancel', () => {
  const long = `kode;alder;svar\n${Array.from({ length: 30_000 }, (_, at) => `A${at};${at % 90};Et svar av vanlig lengde, nummer ${at}`).join('\n')}\n`;

  it('reports bytes that only grow and end at the size of the file [F29]', async () => {
    const path = await file(long);
    const seen: number[] = [];
    await inspectSurveyFile(path, { onProgress: (done, of) => seen.push(done / of) });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((share, at) => at === 0 || share >= (seen[at - 1] ?? 0))).toBe(true);
  });

  it('ends an inspection and a reading when cancelled, while other work goes on [F29]', async () => {
    const path = await file(long);
    const controller = new AbortController();
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
      if (turns === 2) controller.abort(new Error('cancelled'));
    }, 1);
    await expect(inspectSurveyFile(path, {}, controller.signal)).rejects.toThrow('cancelled');
    clearInterval(ticking);
    const { reading } = await inspectSurveyFile(path);
    const second = new AbortController();
    const read = async () => {
      let rows = 0;
      for await (const batch of readSurveyRows(path, reading, second.signal)) {
        rows += batch.rows.length;
        if (rows >= 1000) second.abort(new Error('enough'));
      }
    };
    await expect(read()).rejects.toThrow('enough');
  });
});

describe('anything at all', () => {
  const expectOutcome = async (content: Uint8Array | string): Promise<void> => {
    const path = join(folder, 'fuzz');
    await writeFile(path, content);
    try {
      const { inspection, rows } = await readAll(path);
      expect(rows.length).toBe(inspection.rowCount - inspection.blankRowCount);
    } catch (error) {
      if (!isReadingError(error)) throw error;
    }
  };

  it('gives a result or a typed refusal for random bytes and random tables [F29]', async () => {
    const texts = fc.array(fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', 'æ', '1', '=', ' ', "'", '|', '0,5'), { maxLength: 200 });
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), expectOutcome), { numRuns: 150 });
    await fc.assert(
      fc.asyncProperty(
        texts.map((parts) => parts.join('')),
        expectOutcome,
      ),
      { numRuns: 200 },
    );
  });

  it('gives a result or a typed refusal for a workbook with changed bytes [F29]', async () => {
    const whole = buildWorkbook([
      {
        name: 'A',
        xml: `<row r="1">${textCell('A1', 'Kode')}${textCell('B1', 'Svar')}</row><row r="2">${textCell('A2', 'A1')}<c r="B2"><v>5</v></c></row>`,
      },
    ]);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        await expectOutcome(bytes);
      }),
      { numRuns: 150 },
    );
  });
});
