import type { Coding } from '../../../shared/contract/coding.ts';
import { assignLanes, overlaps, paragraphs, type TextRange } from '../../../shared/texts/index.ts';

/** A coding beside a paragraph: its lane, and how far down the paragraph it runs (shares from 0 to 1). */
export interface Lane {
  readonly coding: Coding;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
  /** The paragraph in which the coding begins: there its label stands. */
  readonly isFirst: boolean;
}

/** One paragraph with the codings that touch it. */
export interface TextPart {
  readonly range: TextRange;
  readonly number: number;
  readonly lanes: readonly Lane[];
}

/** Characters beside the shortest bar, about: half a line. */
const shortestBar = 24;

/** Paragraphs of a text with their lanes. Codings of the whole text have none: they stand over it. */
export function textParts(body: string, codings: readonly Coding[]): TextPart[] {
  const placed = assignLanes(codings.filter((coding) => !coding.isWhole).map(asDrawn));
  return paragraphs(body).map((range, index) => {
    const length = range.end - range.start;
    const share = (offset: number): number => Math.min(1, Math.max(0, (offset - range.start) / length));
    const lanes = placed
      .filter((one) => overlaps(one.range.coding, range))
      .map(({ range: { coding }, lane }) => ({
        coding,
        lane,
        top: share(coding.start),
        bottom: share(coding.end),
        isFirst: coding.start >= range.start,
      }));
    return { range, number: index + 1, lanes };
  });
}

/** A coding and the stretch its bar takes: at least that of the shortest bar, so that no bar is drawn over the next. */
function asDrawn(coding: Coding): TextRange & { readonly coding: Coding } {
  return { start: coding.start, end: Math.max(coding.end, coding.start + shortestBar), coding };
}

/** The coding before or after the one at hand, in reading order; from outside, the first or the last. */
export function neighbour(codings: readonly Coding[], currentId: string | null, by: 1 | -1): Coding | undefined {
  const ordered = codings.filter((coding) => !coding.isWhole).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const at = ordered.findIndex((coding) => coding.id === currentId);
  if (at === -1) return by === 1 ? ordered[0] : ordered.at(-1);
  return ordered[at + by];
}
