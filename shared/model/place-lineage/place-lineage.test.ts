import { describe, expect, test } from 'vitest';
import { PlaceRegister, placeName, rollUp, type Attribution, type Place, type PlaceChange } from './index.ts';

/** "1504 Ålesund –2020": code, name, from and to as years of 1 January. */
function place(text: string): Place {
  const [code = '', name = '', years = '–'] = text.split(' ');
  const [from, to] = years.split('–').map((year) => (year === '' ? null : `${year}-01-01`));
  const base = { kind: 'municipality', countryCode: 'NO', parentId: null } as const;
  return { ...base, id: `${code}@${from ?? ''}`.replace(/@$/u, ''), code, name, validFrom: from ?? null, validTo: to ?? null };
}

function change(
  fromId: string,
  toId: string,
  year: number,
  kind: PlaceChange['kind'],
  extent: PlaceChange['extent'] = 'whole',
): PlaceChange {
  return { id: `${fromId}>${toId}`, fromId, toId, on: `${String(year)}-01-01`, kind, extent };
}

const places = `
1504 Ålesund –2020, 1523 Ørskog –2020, 1529 Skodje –2020, 1534 Haram –2020, 1546 Sandøy –2020, 1507 Ålesund 2020–2024,
1508 Ålesund 2024–, 1580 Haram 2024–, 1547 Aukra –, 1612 Hemne –2018, 5011 Hemne 2018–2020, 1571 Halsa –2020,
1613 Snillfjord –2018, 5012 Snillfjord 2018–2020, 5055 Heim 2020–, 5013 Hitra –2020, 5056 Hitra 2020–, 5024 Orkdal –2020,
5059 Orkland 2020–, 1653 Melhus –2018, 5028 Melhus 2018–`
  .split(',')
  .map((text) => place(text.trim()));

const id = (code: string): string => places.find((one) => one.code === code)?.id ?? '';
const link = (from: string, to: string, ...rest: [number, PlaceChange['kind'], PlaceChange['extent']?]): PlaceChange =>
  change(id(from), id(to), ...rest);

const changes = [
  ...['1504', '1523', '1529', '1534', '1546'].map((code) => link(code, '1507', 2020, 'merge')),
  link('1546', '1547', 2020, 'boundary', 'part'),
  link('1507', '1508', 2024, 'split', 'part'),
  link('1507', '1580', 2024, 'split', 'part'),
  link('1534', '1580', 2024, 'split'),
  ...['1504', '1523', '1529', '1546'].map((code) => link(code, '1508', 2024, 'split')),
  link('1612', '5011', 2018, 'renumber'),
  link('1613', '5012', 2018, 'renumber'),
  link('1653', '5028', 2018, 'renumber'),
  link('5011', '5055', 2020, 'merge'),
  link('1571', '5055', 2020, 'merge'),
  link('5012', '5055', 2020, 'split', 'part'),
  link('5012', '5056', 2020, 'split', 'part'),
  link('5012', '5059', 2020, 'split', 'part'),
  link('5013', '5056', 2020, 'merge'),
  link('5024', '5059', 2020, 'merge'),
];
const register = new PlaceRegister(places, changes);

function kinOf(code: string): string[] {
  return register.lineageOf(id(code)).map((kin) => `${kin.direction} ${kin.place.code ?? ''} ${kin.extent}`);
}

function grouped(codes: string[], mode: Parameters<typeof rollUp>[2], attributions: Attribution[] = []) {
  const result = rollUp(register, codes.map(id), mode, attributions);
  const codeOf = (placeId: string): string => register.place(placeId)?.code ?? '';
  const breaks = (group: (typeof result.groups)[number]): string =>
    group.breaks.map((one) => `${one.kind} ${one.on.slice(0, 4)}`).join(', ');
  return {
    groups: result.groups.map((group) => [group.name, group.placeIds.map(codeOf).join(' '), breaks(group)].join(' | ')),
    lost: result.notAttributable.map(codeOf),
    result,
  };
}

describe('a code on a day', () => {
  test.each([
    ['2019-12-31', '1504', 'Ålesund (1504, –2019)'],
    ['2020-01-01', '1507', 'Ålesund (1507, 2020–2023)'],
    ['2023-12-31', '1507', 'Ålesund (1507, 2020–2023)'],
    ['2024-01-01', '1508', 'Ålesund (1508, 2024–)'],
  ])('[R91] on %s %s is one place', (day, code, name) => {
    const found = register.placeOn('NO', code, day);
    expect(found === null ? null : placeName(found)).toBe(name);
  });

  test('[R91] is none on the day the code has ended, nor in another country', () => {
    expect(register.placeOn('NO', '1507', '2024-01-01')).toBeNull();
    expect(register.placeOn('SE', '1507', '2023-03-22')).toBeNull();
  });
});

describe('lineage', () => {
  test('[R91] of a place that was merged and divided, with how much of it', () => {
    expect(kinOf('1507')).toEqual([
      ...['1504', '1523', '1529', '1534', '1546'].map((code) => `before ${code} whole`),
      'self 1507 whole',
      'after 1508 part',
      'after 1580 part',
    ]);
  });

  test('[R91] a declared restoration leads past the merged years, and only to what was restored', () => {
    expect(kinOf('1580')).toEqual(['before 1534 whole', 'before 1507 part', 'self 1580 whole']);
    expect(kinOf('1534')).toEqual(['self 1534 whole', 'after 1507 whole', 'after 1580 whole']);
    expect(kinOf('1508')).not.toContain('before 1534 whole');
  });

  test('[R91] Hemne became Heim with Halsa and a part of Snillfjord', () => {
    expect(kinOf('5055')).toEqual([
      'before 1571 whole',
      'before 1612 whole',
      'before 1613 part',
      'before 5011 whole',
      'before 5012 part',
      'self 5055 whole',
    ]);
    expect(register.successors(id('5012')).map((one) => `${one.place.name} ${one.change.extent}`)).toEqual([
      'Heim part',
      'Hitra part',
      'Orkland part',
    ]);
  });

  test.each([
    ['1507', '1504', true],
    ['1507', '1580', true],
    ['1504', '1507', false],
    ['1534', '1580', true],
    ['1504', '1508', false],
    ['1508', '1507', false],
    ['5028', '1653', true],
    ['1653', '5028', true],
    ['5055', '1612', true],
    ['1612', '5055', false],
    ['5055', '5012', false],
    ['5012', '5055', false],
  ])('[R91] knows whether %s holds all of %s', (outer, inner, holds) => {
    expect(register.contains(id(outer), id(inner))).toBe(holds);
  });

  test('[R91] Melhus is the same under its new code', () => {
    expect(kinOf('1653')).toEqual(['self 1653 whole', 'after 5028 whole']);
  });
});

describe('comparing', () => {
  test('[R91] as recorded every place is by itself, and the breaks between asked places are marked', () => {
    expect(grouped(['1504', '1507', '5028'], 'as-recorded').groups).toEqual([
      'Melhus (5028, 2018–) | 5028 | ',
      'Ålesund (1504, –2019) | 1504 | merge 2020',
      'Ålesund (1507, 2020–2023) | 1507 | merge 2020',
    ]);
  });

  test('[R91] a comparison within one period crosses nothing', () => {
    expect(grouped(['1504', '1534'], 'as-recorded').result.breaks).toEqual([]);
  });

  test('[R91] rolled up, the merged and divided places are one unit', () => {
    const { groups, lost } = grouped(['1504', '1534', '1507', '1508', '1580'], 'rolled-up');
    expect(groups).toEqual(['Ålesund (1507, 2020–2023) | 1504 1534 1507 1508 1580 | merge 2020, split 2024']);
    expect(lost).toEqual([]);
  });

  test('[R91] what was divided among others is not attributable', () => {
    const { groups, lost, result } = grouped(['1613', '5012', '5011', '5055', '5056'], 'rolled-up');
    expect(groups).toEqual(['Heim (5055, 2020–) | 5011 5055 | merge 2020', 'Hitra (5056, 2020–) | 5056 | ']);
    expect(lost).toEqual(['1613', '5012']);
    expect(result.groupOf(id('5012'))).toBeNull();
    expect(result.breaks.map((one) => one.note.id)).toContain('places.break.split');
    expect(result.breaks.map((one) => one.note)).toContainEqual({
      id: 'places.break.mergeWithPart',
      params: {
        on: '2020-01-01',
        from: 'Halsa (1571, –2019), Hemne (5011, 2018–2019)',
        to: 'Heim (5055, 2020–)',
        parts: 'Snillfjord (5012, 2018–2019)',
      },
    });
  });

  test('[R91] a recorded decision for a service attributes that service only', () => {
    const decision = { id: 'd1', fromId: id('5012'), toId: id('5055'), serviceId: 'drop-in' };
    const { result, lost } = grouped(['5012', '5055'], 'rolled-up', [decision]);
    expect(result.groupOf(id('5012'), 'drop-in')).toBe(id('5055'));
    expect(result.groupOf(id('5012'), 'housing')).toBeNull();
    expect(result.groupOf(id('5012'))).toBeNull();
    expect(lost).toEqual(['5012']);
  });

  test('[R91] a decision for all of a place takes it off the list of what is not attributable, under its earlier code too', () => {
    const decision = { id: 'd1', fromId: id('5012'), toId: id('5059'), serviceId: null };
    const { result, lost } = grouped(['1613', '5012', '5059'], 'rolled-up', [decision]);
    expect(lost).toEqual([]);
    expect(result.groupOf(id('1613'))).toBe(id('5059'));
  });

  test('[R91] lines apart join new codes and restored places, and keep merged places apart', () => {
    expect(grouped(['1534', '1507', '1508', '1580', '1653', '5028'], 'lines-apart').groups).toEqual([
      'Haram (1534/1580, –2019, 2024–) | 1534 1580 | merge 2020, split 2024',
      'Melhus (1653/5028) | 1653 5028 | ',
      'Ålesund (1507, 2020–2023) | 1507 | merge 2020, split 2024',
      'Ålesund (1508, 2024–) | 1508 | split 2024',
    ]);
  });

  test('[R91] between lines a decision moves what was recorded under the divided place', () => {
    const decision = { id: 'd1', fromId: id('1507'), toId: id('1580'), serviceId: 'drop-in' };
    const { result } = grouped(['1507', '1508', '1580'], 'lines-apart', [decision]);
    expect(result.groupOf(id('1507'), 'drop-in')).toBe(id('1580'));
    expect(result.groupOf(id('1507'))).toBe(id('1507'));
    expect(grouped(['1507', '1580'], 'as-recorded', [decision]).result.groupOf(id('1507'), 'drop-in')).toBe(id('1507'));
  });

  test('[R91] a boundary that moved while the place went on is marked', () => {
    expect(grouped(['1547'], 'as-recorded').groups).toEqual(['Aukra (1547) | 1547 | boundary 2020']);
  });
});
