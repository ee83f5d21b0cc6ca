import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ReleasedBase, ReleasedCell } from '../../../../../shared/model/exhibit.ts';

export type ShownCell = Extract<ReleasedCell, { state: 'shown' }>;
export type FigureCell = Extract<ReleasedCell, { state: 'figure' }>;

/** A share in print. */
export function shown(cell: ReleasedCell | undefined): ShownCell | null {
  return cell?.state === 'shown' ? cell : null;
}

/** A mean, a net score or the like in print. */
export function figured(cell: ReleasedCell | undefined): FigureCell | null {
  return cell?.state === 'figure' ? cell : null;
}

/** Limits of a figure for a sentence, and whether there are any. */
export function limitsOf({ low, high }: { readonly low: number | null; readonly high: number | null }): Sentence['params'] {
  return low === null || high === null ? { hasInterval: 'no', low: 0, high: 0 } : { hasInterval: 'yes', low, high };
}

/** Persons behind a share, where their number is printed and large enough for one. */
export function printedBase(base: ReleasedBase | null | undefined): number | null {
  return base?.n == null || base.n === 0 || base.rule === 'words' || base.rule === 'hidden' ? null : base.n;
}

/** Questions that are statements end in a full stop; inside a sentence they do not. */
export function inSentence(label: string): string {
  return label.replace(/\.$/u, '');
}

/** One sentence of the reading. */
export function say(id: string, params: Sentence['params'] = {}): Sentence {
  return { id: `analysis.read.${id}`, params };
}

/** A share as a whole percentage. */
export function points(share: number): number {
  return Math.round(100 * share);
}
