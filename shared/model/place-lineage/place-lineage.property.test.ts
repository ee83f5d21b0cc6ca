import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isValidOn,
  PlaceRegister,
  RegisterFile,
  rollUp,
  rowsOfFile,
  type Attribution,
  type LineageMode,
  type Place,
  type PlaceChange,
} from './index.ts';

const modes: readonly LineageMode[] = ['as-recorded', 'rolled-up', 'lines-apart'];

interface Reform {
  readonly kind: 'merge' | 'split' | 'renumber' | 'grow' | 'partial' | 'move';
  readonly pick: number;
  readonly count: number;
}

/** A register of 20 years' changes: each year some of the places valid then are merged, divided, renumbered or moved about. */
function grow(start: number, reforms: readonly Reform[]): PlaceRegister {
  const places: { -readonly [K in keyof Place]: Place[K] }[] = [];
  const changes: PlaceChange[] = [];
  const open = (from: string | null): string => {
    const code = String(1000 + places.length);
    places.push({
      id: `p${code}`,
      kind: 'municipality',
      countryCode: 'NO',
      code,
      name: `P${code}`,
      parentId: null,
      validFrom: from,
      validTo: null,
    });
    return `p${code}`;
  };
  for (let i = 0; i < start; i += 1) open(null);
  for (const [index, reform] of reforms.entries()) {
    const on = `${String(2001 + index)}-01-01`;
    const valid = places.filter((place) => place.validTo === null);
    const at = (offset: number): (typeof places)[number] | undefined => valid[(reform.pick + offset) % valid.length];
    const link = (fromId: string, toId: string, kind: PlaceChange['kind'], extent: PlaceChange['extent']): void => {
      changes.push({ id: `${fromId}>${toId}>${on}`, fromId, toId, on, kind, extent });
    };
    const [first, second, third] = [at(0), at(1), at(2)];
    if (first === undefined || second === undefined || third === undefined || valid.length < 3) continue;
    if (reform.kind === 'move') {
      link(first.id, second.id, 'boundary', 'part');
      continue;
    }
    if (reform.kind === 'merge') {
      const to = open(on);
      for (const old of [first, second, third].slice(0, 1 + reform.count)) {
        old.validTo = on;
        link(old.id, to, 'merge', 'whole');
      }
    } else if (reform.kind === 'split') {
      first.validTo = on;
      for (let i = 0; i < 1 + reform.count; i += 1) link(first.id, open(on), 'split', 'part');
    } else if (reform.kind === 'renumber') {
      first.validTo = on;
      link(first.id, open(on), 'renumber', 'whole');
    } else {
      // One place goes in parts to others: to two that grow by it, or to one that grows and one of its own.
      for (const old of [first, second]) old.validTo = on;
      const grown = open(on);
      link(second.id, grown, 'merge', 'whole');
      link(first.id, grown, 'split', 'part');
      if (reform.kind === 'grow') {
        third.validTo = on;
        const other = open(on);
        link(third.id, other, 'merge', 'whole');
        link(first.id, other, 'split', 'part');
      } else link(first.id, open(on), 'split', 'part');
    }
  }
  return new PlaceRegister(places, changes);
}

const reform = fc.record({
  kind: fc.constantFrom<Reform['kind']>('merge', 'split', 'renumber', 'grow', 'partial', 'move'),
  pick: fc.nat(40),
  count: fc.integer({ min: 1, max: 2 }),
});
const generated = fc
  .record({ start: fc.integer({ min: 3, max: 12 }), reforms: fc.array(reform, { minLength: 1, maxLength: 20 }) })
  .map(({ start, reforms }) => grow(start, reforms));
const { places, changes } = rowsOfFile(
  RegisterFile.parse(JSON.parse(readFileSync(new URL('../../../resources/places/norway.json', import.meta.url), 'utf8'))),
);
const shipped = new PlaceRegister(places, changes);
const registers = fc.oneof({ weight: 4, arbitrary: generated }, { weight: 1, arbitrary: fc.constant(shipped) });
const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Counts by place and service, and some decisions about divided places. */
const records = fc.tuple(
  registers,
  fc.array(fc.record({ place: fc.nat(), service: fc.constantFrom(null, 's1', 's2'), count: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 30,
  }),
  fc.array(fc.record({ change: fc.nat(), service: fc.constantFrom(null, 's1') }), { maxLength: 4 }),
);

describe('any register', () => {
  test('[R91] every code that is valid on a day means exactly one place', () => {
    fc.assert(
      fc.property(registers, day, (register, on) => {
        const valid = register.places.filter((place) => place.kind === 'municipality' && isValidOn(place, on));
        const codes = valid.map((place) => place.code ?? '');
        expect(new Set(codes).size).toBe(codes.length);
        expect(valid.every((place) => register.placeOn('NO', place.code ?? '', on) === place)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('[R91] lineage is symmetric, with the same extent from both ends', () => {
    fc.assert(
      fc.property(registers, fc.nat(), (register, pick) => {
        const place = register.places[pick % register.places.length];
        for (const kin of register.lineageOf(place?.id ?? '')) {
          const back = register.lineageOf(kin.place.id).filter((one) => one.place.id === place?.id && one.direction !== kin.direction);
          const same = register.lineageOf(kin.place.id).find((one) => one.direction === 'self')?.place.id === place?.id;
          expect(same || back.some((one) => one.extent === kin.extent && one.on === kin.on)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[R91] who comes before a place has it among those that come after', () => {
    fc.assert(
      fc.property(registers, fc.nat(), (register, pick) => {
        const id = register.places[pick % register.places.length]?.id ?? '';
        for (const link of register.predecessors(id)) expect(register.successors(link.place.id).map((one) => one.place.id)).toContain(id);
      }),
      { numRuns: 100 },
    );
  });

  test.each(modes)('[R91] %s: every record counts once, in the group of its place or as not attributable', (mode) => {
    fc.assert(
      fc.property(records, ([register, drawn, decided]) => {
        const rows = drawn.map((row) => ({ ...row, place: register.places[row.place % register.places.length]?.id ?? '' }));
        const splits = register.changes.filter((change) => change.extent === 'part');
        const attributions = decided.flatMap((one, index): Attribution[] => {
          const split = splits[one.change % Math.max(1, splits.length)];
          return split === undefined ? [] : [{ id: `d${String(index)}`, fromId: split.fromId, toId: split.toId, serviceId: one.service }];
        });
        const asked = [...new Set(rows.map((row) => row.place))];
        const result = rollUp(register, asked, mode, attributions);
        const ids = result.groups.map((group) => group.id);
        expect(new Set(ids).size).toBe(ids.length);
        const counted = new Map<string | null, number>();
        for (const row of rows) {
          const group = result.groupOf(row.place, row.service);
          counted.set(group, (counted.get(group) ?? 0) + row.count);
          expect(group === null ? result.notAttributable.includes(row.place) : ids.includes(group)).toBe(true);
        }
        const total = rows.reduce((sum, row) => sum + row.count, 0);
        expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(mode === 'rolled-up' || result.notAttributable.length === 0).toBe(true);
        // Without a decision, what a group counts is the sum of what its places count.
        const plain = rollUp(register, asked, mode);
        for (const group of plain.groups) {
          const own = rows.filter((row) => plain.groupOf(row.place) === group.id).reduce((sum, row) => sum + row.count, 0);
          const parts = group.placeIds.map((id) => rows.filter((row) => row.place === id).reduce((sum, row) => sum + row.count, 0));
          expect(own).toBe(parts.reduce((sum, count) => sum + count, 0));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('[R91] rolling up never splits: a place is not attributable exactly when no later unit holds all of it', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const all = register.places.map((place) => place.id);
        const result = rollUp(register, all, 'rolled-up');
        for (const id of result.notAttributable) {
          const later = [...register.flowOf(id)].filter(([to]) => !result.notAttributable.includes(to));
          expect(later.every(([, flow]) => flow.extent === 'part')).toBe(true);
        }
        const lost = new Set(result.notAttributable);
        const listed = result.groups.flatMap((group) => group.placeIds);
        expect([...listed, ...lost].toSorted()).toEqual(all.toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
