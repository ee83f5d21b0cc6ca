import type { ReleasedExhibit } from '../model/exhibit.ts';
import { chartTypeOf } from './chart-type.ts';
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
      : exhibit.columns.map((_, at) => exhibit.rows.flatMap((row) => row.cells[at] ?? []));
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

/** Notes that hold for chart and table: question and missing answers first, then rounding. */
export function generalNotes(exhibit: ReleasedExhibit, words: ExhibitWords): string[] {
  return [...exhibit.notes, ...(needsRoundedNote(exhibit) ? [words.roundedNote] : [])];
}

/** How to read the marks of a chart: brackets, intervals, open dots. Only what it uses. */
export function chartNotes(exhibit: ReleasedExhibit, words: ExhibitWords): string[] {
  const hasLowBase = words.lowBaseNames !== '';
  const isDots = chartTypeOf(exhibit) === 'dots';
  return [
    ...(hasLowBase ? [words.lowBaseNote] : []),
    ...(isDots ? [words.intervalNote] : []),
    ...(isDots && hasLowBase ? [words.lowBaseDotNote] : []),
  ];
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
