import { describe, expect, test } from 'vitest';
import { coverageOf, type Asked, type Present } from './coverage.ts';

const municipalities = [
  'Gävle',
  'Sandviken',
  'Hofors',
  'Ockelbo',
  'Söderhamn',
  'Bollnäs',
  'Ovanåker',
  'Hudiksvall',
  'Nordanstig',
  'Ljusdal',
];

function asked(name: string, meetingId: string): Asked {
  const facts = { organisationId: `org-${name}`, personId: null, placeId: `place-${name}`, placeName: name };
  return { id: `${name}/${meetingId}`, meetingId, name: `${name} kommun`, ...facts, municipalityId: `place-${name}` };
}

function there(name: string, meetingId: string): Present {
  return { meetingId, personId: null, organisationIds: [`unit-${name}`, `org-${name}`], municipalityId: `place-${name}` };
}

describe('asked against there', () => {
  const meetingOf = (index: number): string => (index < 4 ? 'south' : index < 7 ? 'middle' : 'north');
  const ten = municipalities.map((name, index) => asked(name, meetingOf(index)));
  const five = [
    there('Hudiksvall', 'north'),
    there('Söderhamn', 'middle'),
    there('Bollnäs', 'middle'),
    there('Gävle', 'south'),
    there('Sandviken', 'south'),
  ];

  test('[R11] ten municipalities asked, five there; a unit counts for the municipality it belongs to', () => {
    const coverage = coverageOf(ten, five, new Set(['south', 'middle', 'north']));
    expect(coverage.places).toEqual({ invited: 10, came: 5 });
    expect(coverage.organisations).toEqual({ invited: 10, came: 5 });
  });

  test('[R27] those who were asked and missed it are welcome next time', () => {
    const { missed } = coverageOf(ten, five, new Set(['south', 'middle', 'north']));
    expect(missed.map(({ place }) => place)).toEqual(['Hofors', 'Ockelbo', 'Ovanåker', 'Nordanstig', 'Ljusdal']);
  });

  test('nobody has missed a meeting that has not been held, and nobody is counted as there', () => {
    const coverage = coverageOf(ten, [], new Set());
    expect(coverage).toEqual({ organisations: { invited: 10, came: null }, places: { invited: 10, came: null }, missed: [] });
    expect(coverageOf(ten, five, new Set(['south'])).missed.map(({ place }) => place)).toEqual(['Hofors', 'Ockelbo']);
  });

  test('who was asked to two meetings and came to one came', () => {
    const coverage = coverageOf([asked('Gävle', 'south'), asked('Gävle', 'north')], [there('Gävle', 'south')], new Set(['south', 'north']));
    expect(coverage.organisations).toEqual({ invited: 1, came: 1 });
    expect(coverage.missed).toEqual([]);
  });

  test('a person asked by name came only if that person, or somebody of the organisation they were asked for, was there', () => {
    const alone: Asked = { ...asked('Gävle', 'south'), id: 'p', organisationId: null, municipalityId: null, personId: 'stellan' };
    const person: Present = { meetingId: 'south', personId: 'stellan', organisationIds: [], municipalityId: null };
    expect(coverageOf([alone], [person], new Set(['south'])).missed).toEqual([]);
    expect(coverageOf([alone], [there('Gävle', 'south')], new Set(['south'])).missed).toHaveLength(1);
    expect(coverageOf([{ ...alone, organisationId: 'org-Gävle' }], [there('Gävle', 'south')], new Set(['south'])).missed).toEqual([]);
  });

  test('an association in a town does not stand for the town’s municipality', () => {
    const association: Present = { meetingId: 'south', personId: null, organisationIds: ['network'], municipalityId: null };
    expect(coverageOf(ten, [association], new Set(['south'])).places.came).toBe(0);
  });
});
