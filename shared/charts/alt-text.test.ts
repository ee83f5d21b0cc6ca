import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOfSize, crosstabExhibit, hidden, likertExhibit, made, themesExhibit, wordsOf } from '../../test/formats/exhibit-fixtures.ts';
import { languages } from '../model/text.ts';
import { netExhibit } from '../../test/formats/chart-samples.ts';
import { altTextOf } from './alt-text.ts';
import { chartTypes } from './chart-type.ts';

describe('the chart in words', () => {
  it('says kind, finding, highest, lowest, base and what is hidden', () => {
    expect(wordsOf(themesExhibit()).description).toBe(
      'Søylediagram. Informasjon nevnes av flest. Høyest: Informasjon, 51\u00A0%. Lavest: Møteplasser, 18\u00A0%. 61 svar. Ett tall er skjult. Tabell følger.',
    );
    expect(wordsOf(likertExhibit('sv')).description).toContain(
      'Högst: Blir du hørt når du sier hva du trenger? (I stor grad, I svært stor grad), 58\u00A0%.',
    );
    expect(wordsOf(likertExhibit('en')).description).toContain('58%');
  });

  it('sums the welcome answers over the base, not the rounded shares', () => {
    // 21 + 12 of 57 is 58 percent; 13 + 6 of 57 is 33, while 23 + 11 would be 34.
    const { params } = altTextOf(likertExhibit());
    expect(params['topValue']).toBe('58\u00A0%');
    expect(params['n']).toBe('55–57');
  });

  it('holds no value of an item with a hidden answer [F38]', () => {
    const exhibit = likertExhibit();
    const rows = exhibit.rows.map((row) =>
      row.key === 'q1' ? { ...row, cells: row.cells.map((cell, at) => (at < 2 ? hidden : cell)) } : row,
    );
    const { params } = altTextOf(made({ ...exhibit, rows }));
    expect(params['top']).not.toContain('Blir du hørt');
    expect(params['hidden']).toBe(7);
  });

  it('names group and answer in a crosstab', () => {
    expect(altTextOf(crosstabExhibit())).toMatchObject({
      id: 'charts.alt.text',
      params: { top: 'I stor grad, Botjenesten', bottom: 'Ikke i det hele tatt, Alle', hidden: 4 },
    });
  });

  it('is silent about values and bases when all are hidden', () => {
    const exhibit = themesExhibit();
    const empty = made({
      ...exhibit,
      columns: [{ key: 'all', label: 'Alle', base: baseOfSize(4) }],
      rows: exhibit.rows.map((row) => ({ ...row, cells: [hidden] })),
    });
    expect(wordsOf(empty).description).toBe('Søylediagram. Informasjon nevnes av flest. 5 tall er skjult. Tabell følger.');
  });

  it('names the kind of every chart, in every language, with the same numbers', () => {
    for (const language of languages) {
      const { description, descriptions } = wordsOf(likertExhibit(language));
      expect(description).toBe(descriptions.diverging);
      expect(new Set(chartTypes.map((type) => descriptions[type])).size).toBe(chartTypes.length);
      for (const type of chartTypes) expect(descriptions[type]).toMatch(/58\u00A0?%/);
    }
  });

  it('says means and net scores as they are printed, with sign and comma', () => {
    const { params } = altTextOf(netExhibit());
    expect(params).toMatchObject({ topValue: '+38', bottomValue: '−61', n: '114', hidden: 1 });
  });

  it('gives weighted batteries no sum of weighted shares', () => {
    const exhibit = likertExhibit();
    const weighted = made({ ...exhibit, weighting: { name: 'Alder', source: 'folkeregisteret', designEffect: 1.2 } });
    expect(altTextOf(weighted).params['hasExtremes']).toBe('no');
  });

  it('has the same messages in all four languages', () => {
    const ids = languages.map((language) =>
      Object.keys(JSON.parse(readFileSync(join(import.meta.dirname, `../messages/${language}/charts.json`), 'utf8')) as object),
    );
    for (const each of ids) expect(each).toEqual(ids[0]);
  });
});

it('groups of one name under different headings are named with what they stand under', () => {
  const exhibit = crosstabExhibit();
  const nested = made({
    ...exhibit,
    columns: exhibit.columns.map((column, at) => ({
      ...column,
      label: at === 0 ? 'Alle' : 'Kvinner',
      headings: at === 0 ? [] : [at === 1 ? '18–29 år' : '60 år og eldre'],
    })),
  });
  const { top, bottom } = altTextOf(nested).params;
  expect([top, bottom].filter((name) => String(name).includes('Kvinner')).length).toBeGreaterThan(0);
  for (const name of [top, bottom]) expect(name).toMatch(/, (?:Alle|(?:18–29 år|60 år og eldre) · Kvinner)$/u);
});
