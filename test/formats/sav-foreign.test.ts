import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSav, type SavFile, type SavRow } from '../../electron/core/sav/index.ts';
import { havenSkip, psppSkip, runPspp, runR } from '../support/statistics.ts';
import { brief, cut, dataSet, savBytes } from './sav-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-sav-foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function everything(name: string): Promise<{ file: SavFile; rows: SavRow[]; encoding: string; cases: number | null }> {
  const reading = await readSav(join(folder, name));
  try {
    const rows: SavRow[] = [];
    for await (const batch of reading.batches()) rows.push(...batch.rows);
    return { file: reading.file, rows, encoding: reading.encoding, cases: reading.cases };
  } finally {
    await reading.close();
  }
}

const named = ({ variables }: SavFile, name: string) => variables.find((variable) => variable.name === name);

const script = `
library(haven)
d <- data.frame(id = 1:3)
d$kjønn <- labelled_spss(c(1, 2, -9), labels = c(Kvinne = 1, "Mann, øvrig" = 2, "Vet ikke" = -9), na_range = c(-9, -1), label = "Hvilket kjønn?")
d$grad <- labelled_spss(c(1, 98, 99), labels = c(Lite = 1, Mye = 2), na_values = c(98, 99, 97))
d$kort <- labelled_spss(c("a", "bb", "x"), labels = c(Alfa = "a"), na_values = c("x", "y"))
d$lang <- labelled_spss(c("abcdefghij", "", "NA"), labels = c(Lang = "abcdefghij"), na_values = c("NA", "vetikke"))
d$fritekst <- c(strrep("å", 400), strrep("😀", 3000), "kort\\nlinje")
d$dato <- as.Date(c("2026-03-29", "1969-12-31", NA))
d$tid <- as.POSIXct(c("2026-03-29 02:30:00", "1900-01-01 00:00:00", NA), tz = "UTC")
d$klokke <- structure(c(3723, 86399, NA), class = c("hms", "difftime"), units = "secs")
d$tall <- c(0.1, -100, NA)
for (how in c("byte", "none", "zsav")) write_sav(d, paste0("haven-", how, ".sav"), compress = how)`;

describe.skipIf(havenSkip() !== null)('files of R haven', () => {
  beforeAll(() => void runR(folder, script), 60_000);

  it.each(['byte', 'none'])('are read with their labels, missing values, dates and long texts, compression "%s" [F87]', async (how) => {
    const { file, rows, encoding } = await everything(`haven-${how}.sav`);
    expect(encoding).toBe('utf-8');
    expect(named(file, 'kjønn')).toMatchObject({
      label: 'Hvilket kjønn?',
      valueLabels: [
        { value: 1, label: 'Kvinne' },
        { value: 2, label: 'Mann, øvrig' },
        { value: -9, label: 'Vet ikke' },
      ],
      missing: { kind: 'range', low: -9, high: -1 },
    });
    expect(named(file, 'grad')?.missing).toEqual({ kind: 'discrete', values: [98, 99, 97] });
    expect(named(file, 'kort')).toMatchObject({ width: 2, missing: { kind: 'discrete', values: ['x', 'y'] } });
    expect(named(file, 'lang')).toMatchObject({
      valueLabels: [{ value: 'abcdefghij', label: 'Lang' }],
      missing: { kind: 'discrete', values: ['NA', 'vetikke'] },
    });
    expect(named(file, 'fritekst')?.width).toBe(12_000);
    expect(rows).toEqual([
      [1, 1, 1, 'a', 'abcdefghij', 'å'.repeat(400), '2026-03-29', '2026-03-29T02:30:00', '01:02:03', 0.1],
      [2, 2, 98, 'bb', '', '😀'.repeat(3000), '1969-12-31', '1900-01-01T00:00:00', '23:59:59', -100],
      [3, -9, 99, 'x', 'NA', 'kort\nlinje', null, null, null, null],
    ]);
  });

  it('are refused by name when they are packed as ZSAV', async () => {
    await expect(everything('haven-zsav.sav')).rejects.toMatchObject({ code: 'UNSUPPORTED', params: { type: 'zsav' } });
  });
});

describe.skipIf(psppSkip() !== null)('files of PSPP', () => {
  const seeds = [1, 2, 4, 6, 10];

  beforeAll(() => {
    for (const seed of seeds) writeFileSync(join(folder, `s${seed}.sav`), savBytes(dataSet(seed)));
    const again = seeds.flatMap((seed) =>
      ['UNCOMPRESSED', 'COMPRESSED'].map((how) => `GET FILE='s${seed}.sav'.\nSAVE OUTFILE='${how}-${seed}.sav' /${how}.`),
    );
    runPspp(folder, [...again, oldCodePage].join('\n'));
  }, 60_000);

  it.each(seeds.flatMap((seed) => ['UNCOMPRESSED', 'COMPRESSED'].map((how) => [how, seed] as const)))(
    'saved again as %s from data set %i hold the same',
    async (how, seed) => {
      const { file, rows } = await everything(`${how}-${seed}.sav`);
      const made = dataSet(seed);
      expect(file.variables.map(({ name, label, kind, width, measure }) => ({ name, label, kind, width, measure }))).toEqual(
        made.file.variables.map(({ name, label, kind, width, measure }) => ({ name, label: cut(label, 255), kind, width, measure })),
      );
      const sorted = (variables: SavFile['variables']) =>
        variables.map(({ valueLabels }) => valueLabels.map(({ value, label }) => `${value} ${cut(label, 120)}`).toSorted());
      expect(sorted(file.variables)).toEqual(sorted(made.file.variables));
      expect(file.sets.map(({ name }) => name).toSorted()).toEqual(made.file.sets.map(({ name }) => name).toSorted());
      expect(file.weight).toBe(made.file.weight);
      expect(rows.map((row) => row.map(brief))).toEqual(
        made.rows.map((row) => row.map((value, at) => brief(made.file.variables[at]?.kind === 'string' ? String(value ?? '') : value))),
      );
    },
  );

  it('keep the missing values of long strings, written as PSPP writes them', async () => {
    const { file } = await everything('missing.sav');
    expect(named(file, 'ord')?.missing).toEqual({ kind: 'discrete', values: ['aaa', 'bbb', 'ccc'] });
    expect(named(file, 'andre')?.missing).toEqual({ kind: 'discrete', values: ['x'] });
  });

  it('in an old code page are read in it', async () => {
    const { file, rows, encoding } = await everything('latin.sav');
    expect(encoding).toBe('windows-1252');
    expect(named(file, 'kjonn')).toMatchObject({ label: 'Kjønn', valueLabels: [{ value: 1, label: 'På æøå' }] });
    expect(rows).toEqual([
      [1, 'Bjørn'],
      [2, 'Åse'],
    ]);
  });
});

const oldCodePage = `
NEW FILE.
DATA LIST LIST NOTABLE /ord (A20) andre (A30).
BEGIN DATA
'x' 'y'
END DATA.
MISSING VALUES ord ('aaa' 'bbb' 'ccc') /andre ('x').
SAVE OUTFILE='missing.sav'.
NEW FILE.
SET LOCALE='windows-1252'.
DATA LIST LIST NOTABLE /kjonn (F1) navn (A10).
BEGIN DATA
1 'Bjørn'
2 'Åse'
END DATA.
VARIABLE LABELS kjonn 'Kjønn'.
VALUE LABELS kjonn 1 'På æøå'.
SAVE OUTFILE='latin.sav' /UNCOMPRESSED.`;

/** A file as a machine of the other byte order wrote it: one number, one string of 8, no extensions, not compressed. */
function bigEndian(encodedName: Buffer): Buffer {
  const int = (...numbers: number[]): Buffer => {
    const bytes = Buffer.alloc(numbers.length * 4);
    for (const [at, number] of numbers.entries()) bytes.writeInt32BE(number, at * 4);
    return bytes;
  };
  const double = (number: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(number);
    return bytes;
  };
  const text = (value: string | Buffer, width: number): Buffer => {
    const bytes = Buffer.alloc(width, 0x20);
    Buffer.from(value).copy(bytes);
    return bytes;
  };
  const header = [
    text('$FL2', 4),
    text('@(#) SPSS DATA FILE', 60),
    int(2, 2, 0, 0, 2),
    double(100),
    text('01 Jan 9112:00:00', 17),
    text('', 64),
    text('', 3),
  ];
  const label = [int(encodedName.length), text(encodedName, 4 * Math.ceil(encodedName.length / 4))];
  const number = [int(2, 0, 1, 1, 0x05_08_02, 0x05_08_02), text('ALDER', 8), ...label, double(99)];
  const string = [int(2, 8, 0, 0, 0x01_08_00, 0x01_08_00), text('NAVN', 8)];
  const labels = [int(3, 1), double(99), Buffer.from([4]), text('Blas', 7), int(4, 1, 1)];
  const cases = [double(30.5), text('Kari', 8), double(-Number.MAX_VALUE), text(Buffer.from('B\xf8', 'latin1'), 8)];
  return Buffer.concat([...header, ...number, ...string, ...labels, int(999, 0), ...cases]);
}

describe('files of other machines', () => {
  it('are read in their byte order, and without a stated character set in Windows-1252', async () => {
    writeFileSync(join(folder, 'big.sav'), bigEndian(Buffer.from('Alder p\xe5 dagen', 'latin1')));
    const { file, rows, encoding } = await everything('big.sav');
    expect(encoding).toBe('windows-1252');
    expect(file.variables[0]).toMatchObject({
      name: 'ALDER',
      label: 'Alder på dagen',
      decimals: 2,
      missing: { kind: 'discrete', values: [99] },
      valueLabels: [{ value: 99, label: 'Blas' }],
    });
    expect(rows).toEqual([
      [30.5, 'Kari'],
      [null, 'Bø'],
    ]);
  });

  it('are taken for UTF-8 where all their labels are', async () => {
    writeFileSync(join(folder, 'utf.sav'), bigEndian(Buffer.from('Alder på dagen')));
    expect(await everything('utf.sav')).toMatchObject({ encoding: 'utf-8', file: { variables: [{ label: 'Alder på dagen' }, {}] } });
  });
});
