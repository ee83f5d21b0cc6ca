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
  'tau-b': 'order',
  'points-per-year': 'slope',
  'later-higher': 'later',
  difference: 'difference',
  change: 'change',
  superiority: 'superiority',
};
const asCoefficient = new Set(['association', 'ranks', 'agreement', 'order']);

/** As a number is printed in the sentence of its kind. */
function printed(kind: string, value: number): number {
  if (kind === 'slope') return Math.round(10 * value) / 10;
  return asCoefficient.has(kind) ? Math.round(100 * value) / 100 : points(value);
}

/** What a test is of: an answer or two groups by name, a part of the columns, or the table. */
function aboutOf({ columns, rows }: ReleasedExhibit, { part, row, pair }: ReleasedTest): { readonly where: string; readonly name: string } {
  const label = (key: string): string => columns.find((column) => column.key === key)?.label ?? '';
  const name = pair?.map(label).join(' – ') ?? rows.find(({ key }) => key === row)?.label;
  if (name !== undefined) return { where: 'answer', name: inSentence(name) };
  return { where: part === '' ? 'table' : 'part', name: inSentence(part) };
}

function testSentence(exhibit: ReleasedExhibit, test: ReleasedTest): Sentence[] {
  const { effect, p } = test;
  const kind = told[effect?.name ?? ''];
  if (effect === null || p === null || kind === undefined) return [];
  const { low, high } = effect;
  return [
    say('test', {
      effect: kind,
      value: printed(kind, effect.value),
      hasInterval: low === null || high === null ? 'no' : 'yes',
      low: printed(kind, low ?? 0),
      high: printed(kind, high ?? 0),
      ...aboutOf(exhibit, test),
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
