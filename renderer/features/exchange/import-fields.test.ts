import { describe, expect, test } from 'vitest';
import type { ImportPlaces } from '../../../shared/contract/exchange.ts';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import { aimOf, knownValues, makesWave, startValues, toFields, withWay, type FieldValues } from './import-fields.ts';

const [project, version, wave, questionnaire] = ['1', '2', '3', '4'].map((digit) => `0189000${digit}-0000-7000-8000-000000000000`);
const mapping: SurveyMapping = { columns: [], questions: [], decimalSign: ',' };
// Ids as the core gives them.
const places = {
  questionnaires: [
    {
      id: questionnaire,
      name: 'Skjema',
      versions: [{ id: version, number: 2, status: 'in-use', languages: ['sv'], questionCount: 3, interviewCount: 9, waveId: wave }],
    },
  ],
  waves: [{ id: wave, name: 'Vår' }],
  remembered: questionnaire,
} as unknown as ImportPlaces;
const values: FieldValues = { ...startValues('svar 2026.csv', String(project), 'nb'), version: String(version), wave: String(wave) };

describe('the fields of an import', () => {
  test('begin as a questionnaire of its own, named after the file, and can be sent at once [F29]', () => {
    const start = startValues('svar 2026.csv', String(project), 'nb');
    expect(toFields(start, mapping, null)).toMatchObject({
      target: { projectId: project },
      waveName: 'svar 2026',
      problems: 'leave-empty',
    });
    expect(aimOf(start)).toBeNull();
    expect(toFields({ ...start, project: 'new', projectName: ' ' }, mapping, null)).toBeNull();
    expect(toFields({ ...start, waveName: ' ' }, mapping, null)).toBeNull();
  });

  test('begin in the questionnaire that knows the headers, in the wave that its people are in [F29]', () => {
    expect(knownValues(places)).toEqual({ version, way: 'people', wave, language: 'sv' });
    expect(knownValues({ ...places, remembered: null })).toEqual({});
  });

  test('name the mode and the wave; a version makes its own, and changes look everywhere where no wave is known [F29]', () => {
    expect(aimOf(values)).toEqual({ versionId: version, asNewVersion: false, mode: 'new', waveId: wave, known: 'skip', unknown: 'add' });
    expect(aimOf({ ...values, ...withWay(values, 'version', places) })).toMatchObject({ asNewVersion: true, mode: 'new', waveId: null });
    expect(withWay({ ...values, wave: 'new' }, 'more', places)).toEqual({ way: 'more', wave });
    expect(withWay({ ...values, wave: 'new' }, 'replace', undefined)).toEqual({ way: 'replace', wave: 'any' });
    expect(withWay({ ...values, wave: 'any' }, 'people', places)).toEqual({ way: 'people', wave });
  });

  test('ask for a wave name only where a wave is made', () => {
    expect(makesWave(values)).toBe(false);
    expect(toFields({ ...values, waveName: '' }, mapping, null)).toMatchObject({ target: { versionId: version, links: [] } });
    expect(makesWave({ ...values, way: 'more', wave: 'any', unknown: 'skip' })).toBe(false);
    expect(makesWave({ ...values, way: 'more', wave: 'any', unknown: 'add' })).toBe(true);
    expect(toFields({ ...values, wave: 'new', waveName: '' }, mapping, null)).toBeNull();
  });
});
