import { isPlacedSo } from './placed.ts';
import type { CodedMaterial, FoundSegment, PlaceCondition, Retrieval } from './material.ts';

interface Growing {
  theme: number;
  start: number;
  end: number;
  codings: number[];
}

/**
 * The segments of some themes that stand as the conditions want, in the order of the texts and within one by where they begin. The
 * same theme on overlapping words, by whichever coders, is one segment; ranges that only touch stay apart. One pass over the codings;
 * within a text, segments times codings of the conditions.
 */
export function retrieve(material: CodedMaterial, wanted: Retrieval): FoundSegment[] {
  const found: FoundSegment[] = [];
  const { first } = material;
  for (let text = 0; text + 1 < first.length; text++) {
    const from = first[text] ?? 0;
    const to = first[text + 1] ?? 0;
    if (!hasTheme(material, from, to, wanted.themes) || !wanted.isTextWanted(text)) continue;
    const segments = united(material, from, to, wanted.themes, wanted.isCodingWanted);
    if (segments.length === 0) continue;
    const tests = wanted.conditions.map((condition) => conditionTest(material, from, to, condition, () => wanted.bodyOf(text)));
    for (const segment of segments) if (tests.every((holds) => holds(segment))) found.push({ text, ...segment });
  }
  return found;
}

function hasTheme({ themes }: CodedMaterial, from: number, to: number, mask: Uint8Array): boolean {
  for (let at = from; at < to; at++) if (mask[themes[at] ?? -1] === 1) return true;
  return false;
}

/** Codings of the masked themes in one text, those of one theme that overlap as one. They come by where they begin. */
function united(
  { themes, starts, ends }: CodedMaterial,
  from: number,
  to: number,
  mask: Uint8Array,
  isWanted: (coding: number) => boolean,
): Growing[] {
  const all: Growing[] = [];
  const last = new Map<number, Growing>();
  for (let at = from; at < to; at++) {
    const theme = themes[at] ?? -1;
    if (mask[theme] !== 1 || !isWanted(at)) continue;
    const start = starts[at] ?? 0;
    const end = ends[at] ?? 0;
    const open = last.get(theme);
    if (open !== undefined && start < open.end) {
      open.end = Math.max(open.end, end);
      open.codings.push(at);
      continue;
    }
    const segment = { theme, start, end, codings: [at] };
    last.set(theme, segment);
    all.push(segment);
  }
  return all;
}

function conditionTest(
  material: CodedMaterial,
  from: number,
  to: number,
  condition: PlaceCondition,
  body: () => string,
): (segment: Growing) => boolean {
  const others = united(material, from, to, condition.themes, () => true);
  return (segment) => isPlacedSo(segment, others, condition, body) === condition.isWith;
}
