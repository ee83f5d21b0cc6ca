import { describe, expect, it } from 'vitest';
import { accumulationChart, axisStep, type AccumulationFigure } from './accumulation-chart.ts';
import { chartPalettes } from './palette.ts';
import { toSvgString } from './svg-node.ts';

const figure: AccumulationFigure = {
  title: 'Temaer etter antall intervjuer',
  description: 'I dette utvalget og denne kodeboken: 6 intervjuer har gitt 3 temaer.',
  language: 'nb',
  curve: [0, 1, 1.8, 2.4, 2.7, 2.9, 3],
  from: 3,
  newByCase: null,
  likely: 3.4,
  words: { casesAxis: 'Intervjuer', themesAxis: 'Temaer', curve: 'Å vente', newThemes: 'Nye', likely: 'Trolig' },
  notes: ['Utlevering 4'],
};
const draw = (over: Partial<AccumulationFigure>, frame: 'screen' | 'file' = 'file'): string =>
  toSvgString(accumulationChart({ ...figure, ...over }, { palette: chartPalettes.light, width: 640, frame }));

describe('the curve of themes', () => {
  it('issue 5.13: says in words what it shows, and carries its notes only as a file', () => {
    expect(draw({})).toContain('6 intervjuer har gitt 3 temaer.');
    expect(draw({})).toContain('Utlevering 4');
    expect(draw({}, 'screen')).not.toContain('Utlevering 4');
  });

  it('issue 5.13: draws nothing of fewer interviews than it begins with, nor what each brought where that is not for print', () => {
    const strokes = (svg: string): number => svg.split('stroke-linecap="round"').length - 1;
    expect(strokes(draw({}))).toBe(3);
    expect(strokes(draw({ from: 0 }))).toBe(6);
    expect(draw({})).not.toContain('>Nye<');
    expect(draw({ newByCase: [1, 1, 0, 1, 0, 0] })).toContain('>Nye<');
  });

  it('has round steps on its axes', () => {
    expect([3, 12, 29, 60, 240].map(axisStep)).toEqual([1, 5, 10, 20, 50]);
  });
});
