import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, type RegisterFile } from '../../shared/model/place-lineage/index.ts';
import { compileNorway } from './norway.ts';
import { readChanges, readVersion } from './ssb-facts.ts';
import { compileSweden } from './sweden.ts';

const shipped = join(import.meta.dirname, '../../resources/places');

/** Compiles the shipped registers from a folder of source facts. Run by hand when there are new facts. @throws Error when they contradict */
function compileRegisters(folder: string): Readonly<Record<'norway' | 'sweden', RegisterFile>> {
  const registers = { norway: compileNorway(readVersion(folder, 2013).list, readChanges(folder)), sweden: compileSweden(folder) };
  for (const [name, register] of Object.entries(registers)) {
    const faults = faultsOf(register);
    if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`);
  }
  return registers;
}

/** One place or change to a line, as the formatter leaves it, so that what changed can be read. */
function registerText(register: RegisterFile): string {
  const { counties, municipalities, changes, ...head } = register;
  const lists = Object.entries({ counties, municipalities, changes }).map(([name, items]) => `  "${name}": ${listText(items)}`);
  const facts = Object.entries(head).map(
    ([name, value]) => `  "${name}": ${typeof value === 'object' ? rowText(value) : JSON.stringify(value)}`,
  );
  return `{\n${[...facts, ...lists].join(',\n')}\n}\n`;
}

function listText(items: readonly object[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${rowText(item)}`).join(',\n')}\n  ]`;
}

function rowText(item: object): string {
  const fields = Object.entries(item).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const line = `{ ${fields.join(', ')} }`;
  // What would be longer than a line with its indent and comma has a field to a line.
  return line.length > 135 ? `{\n      ${fields.join(',\n      ')}\n    }` : line;
}

const [folder, target = shipped] = process.argv.slice(2);
if (folder === undefined) {
  console.error('node scripts/places/compile.ts <folder of source facts> [<folder to write to>]');
  process.exitCode = 1;
} else {
  for (const [name, register] of Object.entries(compileRegisters(folder))) {
    writeFileSync(join(target, `${name}.json`), registerText(register));
    console.log(
      `${name}: ${String(register.counties.length)} counties, ${String(register.municipalities.length)} municipalities, ${String(register.changes.length)} changes`,
    );
  }
}
