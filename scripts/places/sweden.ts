import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterFile } from '../../shared/model/place-lineage/index.ts';

/** The day of the last change: Heby went from Västmanlands to Uppsala län and from 1917 to 0331. */
const lastChange = '2007-01-01';

/** The Swedish register: 290 municipalities in 21 counties, as they have been since the last change. */
export function compileSweden(folder: string): RegisterFile {
  const lines = readFileSync(join(folder, 'swedish-municipalities.csv'), 'utf8').trim().split(/\r?\n/u).slice(1);
  const rows = lines.map((line) => {
    const [code, name, county] = line.split(',');
    if (code === undefined || name === undefined || county === undefined) throw new Error(`not a municipality: ${line}`);
    return { code, name, county };
  });
  // The first two digits of a municipality's number are its county's.
  const counties = new Map(rows.map((row) => [row.code.slice(0, 2), row.county]));
  return {
    format: 'rost-places/1',
    country: { code: 'SE', name: 'Sverige' },
    knownFrom: lastChange,
    asOf: '2024-01-01',
    source: 'SCB, län och kommuner (2024)',
    licence: 'Statistiska centralbyrån (SCB), CC0',
    counties: [...counties].map(([code, name]) => ({ code, name })),
    municipalities: rows.map(({ code, name }) => ({ code, name, county: code.slice(0, 2) })),
    changes: [],
  };
}
