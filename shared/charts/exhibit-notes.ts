import type { ReleasedExhibit } from '../model/exhibit.ts';
import { chartRows } from './chart-figures.ts';
import { chartTypeOf, type ChartType } from './chart-type.ts';
import { waveHintsOf, type WaveHints } from './waves.ts';
import type { ExhibitWords } from './words.ts';

function isOffByRounding(percents: readonly number[], decimals: number): boolean {
  if (percents.length < 2) return false;
  const scale = 10 ** decimals;
  const gap = Math.abs(percents.reduce((sum, percent) => sum + Math.round(percent * scale), 0) - 100 * scale);
  return gap > 0 && gap <= percents.length / 2;
}

/** True when a full row or column of shares misses 100 by no more than rounding can do. */
function needsRoundedNote(exhibit: ReleasedExhibit): boolean {
  const lines =
    exhibit.kind === 'likert'
      ? exhibit.rows.map((row) => row.cells)
      : exhibit.columns.map((_, at) => chartRows(exhibit).flatMap((row) => row.cells[at] ?? []));
  return lines.some((cells) => {
    const shown = cells.filter((cell) => cell.state === 'shown');
    return (
      shown.length === cells.length &&
      isOffByRounding(
        shown.map((cell) => cell.percent),
        exhibit.decimals,
      )
    );
  });
}

/** What the signs mean: ": Vises ikke …". Only the signs in use. */
export function symbolNotes(exhibit: ReleasedExhibit, words: ExhibitWords): string[] {
  return exhibit.symbolsUsed.map((symbol) => `${symbol}\u00A0 ${words.legend[symbol]}`);
}

/** Notes that hold for chart and table: question and missing answers first, then weights and rounding. */
export function generalNotes(exhibit: ReleasedExhibit, words: ExhibitWords): string[] {
  return [...exhibit.notes, words.weightedNote, needsRoundedNote(exhibit) ? words.roundedNote : ''].filter((note) => note !== '');
}

/** Charts that draw intervals, letters, and open marks for a small base. */
const withIntervals: ReadonlySet<ChartType> = new Set(['dots', 'bars', 'slope', 'lines']);
const withLetters: ReadonlySet<ChartType> = new Set(['dots', 'bars', 'panels', 'matrix']);
const lowMarks = {
  dots: 'lowBaseDotNote',
  slope: 'lowBaseDotNote',
  lines: 'lowBaseDotNote',
  bars: 'lowBaseBarNote',
  panels: 'lowBaseBarNote',
  matrix: 'lowBaseCellNote',
  diverging: null,
  stacked: null,
} as const satisfies Record<ChartType, keyof ExhibitWords | null>;

function hasIntervals(exhibit: ReleasedExhibit): boolean {
  return chartRows(exhibit).some(({ cells }) =>
    cells.some((cell) => (cell.state === 'figure' || (cell.state === 'shown' && exhibit.unit !== 'count')) && cell.low !== null),
  );
}

function waveNotes({ linked, breaks = [] }: WaveHints, words: ExhibitWords): string[] {
  return [
    ...(linked === undefined ? [] : [linked ? words.waves.linked : words.waves.unlinked]),
    ...(breaks.length > 0 ? [words.waves.broken] : []),
  ];
}

/** Which chart the notes are about, and what is known of its waves. */
export interface ChartAsked {
  readonly chart?: ChartType | undefined;
  readonly waves?: WaveHints | undefined;
}

/** How to read the marks of a chart: brackets, intervals, open marks, letters, dashes. Only what it uses. */
export function chartNotes(
  exhibit: ReleasedExhibit,
  words: ExhibitWords,
  { chart, waves = waveHintsOf(exhibit) }: ChartAsked = {},
): string[] {
  const type = chart ?? chartTypeOf(exhibit, waves);
  const lowMark = lowMarks[type];
  const isOverTime = type === 'slope' || type === 'lines';
  const interval = isOverTime ? words.waves.interval : type === 'bars' ? words.bracketNote : words.intervalNote;
  return [
    words.lowBaseNames === '' ? '' : isOverTime ? words.lowBaseNames : words.lowBaseNote,
    withIntervals.has(type) && hasIntervals(exhibit) ? interval : '',
    words.lowBaseNames === '' || lowMark === null ? '' : words[lowMark],
    withLetters.has(type) ? words.lettersNote : '',
    ...(isOverTime ? waveNotes(waves ?? {}, words) : []),
  ].filter((note) => note !== '');
}

/** "Fjordvik kommune, vår 2026. Utlevering 12." */
export function sourceLine(exhibit: ReleasedExhibit, words: ExhibitWords): string {
  return sentences([exhibit.source, words.release]);
}

/** Parts as one line of text, each closed with a full stop where it has no end sign; empty parts are left out. */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
