import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ReleasedExhibit, ReleasedTest } from '../../../../../shared/model/exhibit.ts';
import { inSentence, points, say } from './say.ts';

/** So many tests are read; the rest is in their list. */
const mostTests = 3;
/** An outcome as far from no difference as this, or further, is seldom by chance alone (one in twenty). */
const seldom = 0.05;

/** Effects by how they are told. Coefficients print two decimals; the others are shares, in print as whole percentages. */
const told: Readonly<Record<string, string>> = {
  'cramers-v': 'association',
  'epsilon-squared': 'association',
  'rank-biserial': 'ranks',
  'kendall-w': 'agreement',
  difference: 'difference',
  change: 'change',
  superiority: 'superiority',
};
const asCoefficient = new Set(['association', 'ranks', 'agreement']);

function testSentence(exhibit: ReleasedExhibit, { part, row, effect, p }: ReleasedTest): Sentence[] {
  const kind = told[effect?.name ?? ''];
  if (effect === null || p === null || kind === undefined) return [];
  const print = asCoefficient.has(kind) ? (value: number) => Math.round(100 * value) / 100 : points;
  const label = exhibit.rows.find(({ key }) => key === row)?.label;
  const { low, high } = effect;
  return [
    say('test', {
      effect: kind,
      value: print(effect.value),
      hasInterval: low === null || high === null ? 'no' : 'yes',
      low: print(low ?? 0),
      high: print(high ?? 0),
      where: label === undefined ? (part === '' ? 'table' : 'part') : 'answer',
      name: inSentence(label ?? part),
      isSeldom: p < seldom ? 'yes' : 'no',
    }),
  ];
}

function lettersSentence({ columns, rows }: ReleasedExhibit): Sentence[] {
  if (columns.every(({ letter }) => letter === undefined)) return [];
  const marked = rows
    .flatMap(({ cells }) => cells)
    .filter((cell) => (cell.state === 'shown' || cell.state === 'figure') && cell.letters !== undefined);
  return [marked.length === 0 ? say('lettersNone') : say('letters', { count: marked.length })];
}

/** Tests and letters, where they were asked for: how large first, then how seldom. */
export function testReading(exhibit: ReleasedExhibit): Sentence[] {
  const tests = (exhibit.tests ?? []).flatMap((test) => testSentence(exhibit, test));
  return [...tests.slice(0, mostTests), ...lettersSentence(exhibit)];
}
