import type { AutoCodeRule, AutoCodeUnit } from '../../../../shared/contract/autocode.ts';
import { createVariantFinder, patternHits, readPattern, readVariant } from '../../../../shared/search/index.ts';
import { paragraphs, sentences, type TextRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { ScopeText } from './scope-texts.ts';
import { createTimeLimit, TookTooLong } from './time-limit.ts';

/** A stretch for the theme, with the hits that made it. */
export interface PlannedPlace extends TextRange {
  readonly hits: readonly TextRange[];
}

export interface FoundText {
  readonly text: ScopeText;
  readonly places: readonly PlannedPlace[];
  readonly hitCount: number;
}

const mostHitsInText = 20_000;
/** So many characters are looked through at a time, and so long it may take: a usual pattern needs a hundredth of it. */
const charactersAtATime = 100_000;
const msAtATime = 500;
/** Nobody else is answered while a preview is made: a pattern that is a little slow everywhere may not take longer in all. */
const msInAll = 5000;

type Hits = (text: ScopeText) => TextRange[];

/** Looks a rule up in texts; made once for many. @throws AppError PATTERN_UNREADABLE */
export function createPlaceFinder(rule: AutoCodeRule, unit: AutoCodeUnit): (texts: readonly ScopeText[]) => FoundText[] {
  const hitsIn = hitsOf(rule);
  const inTime = createTimeLimit(msAtATime, msInAll);
  return (texts) =>
    inPortions(texts).flatMap((portion) => {
      const found = rule.kind === 'pattern' ? limited(() => inTime(() => portion.map(hitsIn))) : portion.map(hitsIn);
      return portion.flatMap((text, index) => {
        const hits = found[index] ?? [];
        return hits.length === 0 ? [] : [{ text, places: placesOf(text, hits, unit), hitCount: hits.length }];
      });
    });
}

function hitsOf(rule: AutoCodeRule): Hits {
  if (rule.kind === 'words') {
    const find = createVariantFinder(
      rule.variants.flatMap((typed) => readVariant(typed) ?? []),
      rule.hasForms,
    );
    return (text) => find(text.body, text.language, mostHitsInText);
  }
  if (rule.pattern.trim() === '') return () => [];
  const pattern = readPattern(rule.pattern, rule.isCaseSensitive);
  if (pattern === null) throw new AppError('PATTERN_UNREADABLE');
  return (text) => patternHits(text.body, pattern, mostHitsInText);
}

/** @throws AppError PATTERN_TOO_SLOW */
function limited<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TookTooLong) throw new AppError('PATTERN_TOO_SLOW');
    throw error;
  }
}

function inPortions(texts: readonly ScopeText[]): ScopeText[][] {
  const portions: ScopeText[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (characters + text.body.length > charactersAtATime) {
      portions.push([]);
      characters = 0;
    }
    portions.at(-1)?.push(text);
    characters += text.body.length;
  }
  return portions;
}

/** The stretches that hold the hits; one stretch for all hits that meet in it. */
export function placesOf(
  { body, language }: Pick<ScopeText, 'body' | 'language'>,
  hits: readonly TextRange[],
  unit: AutoCodeUnit,
): PlannedPlace[] {
  if (unit === 'text') return [{ start: 0, end: body.length, hits }];
  if (unit === 'hit') return hits.map((hit) => ({ ...hit, hits: [hit] }));
  const pieces = unit === 'sentence' ? sentences(body, language) : paragraphs(body);
  const places: (TextRange & { hits: TextRange[] })[] = [];
  // Hits and pieces both come in their order: no piece is looked at again that ends before a hit.
  let first = 0;
  for (const hit of hits) {
    while ((pieces[first]?.end ?? Number.POSITIVE_INFINITY) <= hit.start) first += 1;
    let end = hit.end;
    for (let at = first; at < pieces.length && (pieces[at]?.start ?? 0) < hit.end; at += 1) end = Math.max(end, pieces[at]?.end ?? 0);
    // A hit that runs over several pieces takes all of them.
    const range = { start: Math.min(hit.start, pieces[first]?.start ?? hit.start), end };
    const last = places.at(-1);
    if (last === undefined || range.start >= last.end) places.push({ ...range, hits: [hit] });
    else {
      places[places.length - 1] = { start: last.start, end: Math.max(last.end, end), hits: last.hits };
      last.hits.push(hit);
    }
  }
  return places;
}
