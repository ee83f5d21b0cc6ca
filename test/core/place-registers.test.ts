import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOf, isValidOn, PlaceRegister, RegisterFile, rowsOfFile } from '../../shared/model/place-lineage/index.ts';

const facts = join(import.meta.dirname, '../../../shared/data/places');
const isHere = existsSync(join(facts, 'ssb-municipality-changes.json'));
if (!isHere) console.warn('skipped: ../shared/data/places is absent, so the shipped registers are not held against their sources');

interface Version {
  readonly validFrom: string;
  readonly classificationItems: readonly { readonly code: string; readonly name: string }[];
}
interface Changes {
  readonly codeChanges: readonly { readonly oldCode: string; readonly newCode: string; readonly changeOccurred: string }[];
}

const file = RegisterFile.parse(JSON.parse(shippedText('norway')));
const swedish = RegisterFile.parse(JSON.parse(shippedText('sweden')));
const { places, changes } = rowsOfFile(file);
const register = new PlaceRegister(places, changes);

/** Municipalities on a day, "code name", by code. */
function municipalitiesOn(day: string): string[] {
  const valid = places.filter((place) => place.kind === 'municipality' && isValidOn(place, day));
  return valid.map((place) => `${place.code ?? ''} ${place.name}`).toSorted();
}

describe('the shipped register of Norway', () => {
  test.skipIf(!isHere).each([2013, 2018, 2019, 2020, 2023, 2024])('[R91] is exactly the list of Statistics Norway of %i', (year) => {
    const { validFrom, classificationItems } = readFacts(`ssb-municipalities-${String(year)}.json`) as Version;
    // 9999 is "unknown municipality".
    const listed = classificationItems.filter(({ code }) => code !== '9999').map(({ code, name }) => `${code} ${name.trim()}`);
    expect(municipalitiesOn(validFrom)).toEqual(listed.toSorted());
  });

  test.skipIf(!isHere)('[R91] holds every change of the list since it begins, and no other', () => {
    const { codeChanges } = readFacts('ssb-municipality-changes.json') as Changes;
    const known = codeChanges.filter((change) => change.changeOccurred > file.knownFrom);
    const listed = known.map((change) => `${change.changeOccurred} ${change.oldCode} ${change.newCode}`);
    // What we declared ourselves says why in a note.
    const own = file.changes.filter((change) => change.note === undefined && codeOf(change.from).length === 4);
    expect(own.map((change) => `${change.on} ${codeOf(change.from)} ${codeOf(change.to)}`).toSorted()).toEqual(listed.toSorted());
  });

  test('[R91] counts the municipalities that there were', () => {
    // Statistics Norway, number of municipalities: 435 from 1994, 434 from 2002, 430 from 2008, 428 from 2013, 356 from 2020, 357 from 2024.
    const days = ['1995-01-01', '2002-01-01', '2008-01-01', '2013-01-01', '2020-01-01', '2024-01-01'];
    expect(days.map((day) => municipalitiesOn(day).length)).toEqual([435, 434, 430, 428, 356, 357]);
  });

  test('[R91] counts the counties that there were', () => {
    const count = (day: string): number => places.filter((place) => place.kind === 'county' && isValidOn(place, day)).length;
    expect(['2013-01-01', '2018-01-01', '2020-01-01', '2024-01-01'].map(count)).toEqual([19, 18, 11, 15]);
  });

  test.each([
    [
      '1507',
      '2023-03-22',
      [
        'before 1504 whole',
        'before 1523 whole',
        'before 1529 whole',
        'before 1534 whole',
        'before 1546 whole',
        'after 1508 part',
        'after 1580 part',
      ],
    ],
    ['1580', '2024-01-01', ['before 1534 whole', 'before 1507 part']],
    ['1534', '2014-05-01', ['after 1507 whole', 'after 1580 whole']],
    ['1612', '2017-12-31', ['after 5011 whole', 'after 5055 whole']],
    ['5055', '2020-01-01', ['before 1571 whole', 'before 1612 whole', 'before 1613 part', 'before 5011 whole', 'before 5012 part']],
    ['5012', '2019-06-01', ['before 1613 whole', 'after 5055 part', 'after 5056 part', 'after 5059 part']],
    ['1653', '2015-09-25', ['after 5028 whole']],
  ])('[R91] knows where %s of %s came from and went', (code, day, lineage) => {
    const place = register.placeOn('NO', code, day);
    const kin = register.lineageOf(place?.id ?? '').filter((one) => one.direction !== 'self');
    expect(kin.map((one) => `${one.direction} ${one.place.code ?? ''} ${one.extent}`)).toEqual(lineage);
  });
});

describe('the shipped registers', () => {
  test('[R91] Sweden has 290 municipalities in 21 counties, among them the ten of Gävleborg', () => {
    const gavleborg = swedish.municipalities.filter((place) => place.county === '21').map((place) => place.name);
    expect([swedish.municipalities.length, swedish.counties.length]).toEqual([290, 21]);
    expect(gavleborg).toEqual([
      'Ockelbo',
      'Hofors',
      'Ovanåker',
      'Nordanstig',
      'Ljusdal',
      'Gävle',
      'Sandviken',
      'Söderhamn',
      'Bollnäs',
      'Hudiksvall',
    ]);
  });

  test('[R91] are sound', () => {
    expect([...faultsOf(file), ...faultsOf(swedish)]).toEqual([]);
  });

  test.skipIf(!isHere)('[R91] are what the script makes of the sources', () => {
    const made = mkdtempSync(join(tmpdir(), 'rost-registers-'));
    execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/places/compile.ts'), facts, made]);
    for (const name of ['norway', 'sweden']) expect(readFileSync(join(made, `${name}.json`), 'utf8')).toBe(shippedText(name));
  });
});

function codeOf(key: string): string {
  return key.split('@')[0] ?? '';
}

function shippedText(name: string): string {
  return readFileSync(join(import.meta.dirname, `../../resources/places/${name}.json`), 'utf8');
}

/** One of Statistics Norway's files, whose form is known. */
function readFacts(name: string): unknown {
  return JSON.parse(readFileSync(join(facts, name), 'utf8'));
}
