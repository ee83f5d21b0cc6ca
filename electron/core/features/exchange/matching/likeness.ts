import { spellingKey } from '../reading/value-forms.ts';

/**
 * The key under which two wordings are the same question to a reader of headers: case, punctuation and an instruction in brackets
 * at the end ("(Check all that apply)") do not count. Empty for a text without letters or digits.
 */
export function wordingKey(text: string): string {
  const bare = spellingKey(text).replace(/\s*\([^()]*\)\s*$/u, '');
  const kept = bare === '' ? spellingKey(text) : bare;
  return kept.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/**
 * How alike two wordings are, 0 to 1: Dice's coefficient (2 × shared ÷ all) over words, or over runs of three letters where that
 * is higher, so that "programs" is near "program". Both texts as `wordingKey` gives them.
 */
export function likeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  return Math.max(dice(words(one), words(other)), dice(letterRuns(one), letterRuns(other)));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const part of one) if (other.has(part)) shared += 1;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function words(text: string): Set<string> {
  return new Set(text.split(' '));
}

function letterRuns(text: string): Set<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}

export interface Pair {
  readonly one: number;
  readonly other: number;
  readonly score: number;
}

/**
 * Pairs the items of two lists one to one, the most alike first; of equally alike pairs the one that keeps the lists' order. Items
 * without a partner of at least `floor` stay alone.
 */
export function pairUp(ones: number, others: number, scoreOf: (one: number, other: number) => number, floor: number): Pair[] {
  const all: Pair[] = [];
  for (let one = 0; one < ones; one += 1) {
    for (let other = 0; other < others; other += 1) {
      const score = scoreOf(one, other);
      if (score >= floor) all.push({ one, other, score });
    }
  }
  const drift = ({ one, other }: Pair): number => Math.abs(one / Math.max(1, ones) - other / Math.max(1, others));
  const sorted = all.toSorted((a, b) => b.score - a.score || drift(a) - drift(b) || a.one - b.one || a.other - b.other);
  const takenOnes = new Set<number>();
  const takenOthers = new Set<number>();
  return sorted.filter(({ one, other }) => {
    if (takenOnes.has(one) || takenOthers.has(other)) return false;
    takenOnes.add(one);
    takenOthers.add(other);
    return true;
  });
}
