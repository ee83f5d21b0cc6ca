import type { Certainty, Coding, Level, Polarity } from '../../../../shared/contract/coding.ts';
import { unite, type TextRange } from '../../../../shared/texts/index.ts';

/** A coding with everything that is said of it beside its theme. */
export interface CodingFacts extends TextRange {
  readonly id: string;
  readonly isWhole: boolean;
  readonly certainty: Certainty;
  readonly reason: string | null;
  readonly polarity: Polarity | null;
  readonly level: Level | null;
  readonly serviceId: string | null;
  readonly origin: Coding['origin'];
  readonly isDoubtful: boolean;
}

/** What becomes of one coder's codings of one text when those of another theme come to them. */
export interface UnitedCodings {
  /** All that stand afterwards. */
  readonly standing: readonly CodingFacts[];
  /** Those of them that are no longer what they were. */
  readonly changed: readonly CodingFacts[];
  /** Those that are now part of another. */
  readonly absorbed: readonly { readonly id: string; readonly intoId: string }[];
}

/**
 * Lets codings of one coder on one text come to codings of the same coder there, as if each had been put anew: ranges that overlap become
 * one, ranges that only touch stay apart. Nothing that was said of a coding is lost silently: see `together`.
 */
export function uniteCodings(there: readonly CodingFacts[], arriving: readonly CodingFacts[]): UnitedCodings {
  let standing = [...there];
  const changed = new Map<string, CodingFacts>();
  const holders = new Map<string, string>();
  for (const coming of arriving.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const union = unite(standing, coming);
    if (union.kept === null) {
      standing.push(coming);
      continue;
    }
    const gone = [...union.absorbed, coming];
    const kept = gone.reduce(together, { ...union.kept, start: union.range.start, end: union.range.end });
    const goneIds = new Set(gone.map(({ id }) => id));
    standing = standing.filter(({ id }) => !goneIds.has(id)).map((one) => (one.id === kept.id ? kept : one));
    for (const { id } of gone) {
      changed.delete(id);
      holders.set(id, kept.id);
    }
    changed.set(kept.id, kept);
  }
  return {
    standing,
    changed: [...changed.values()],
    absorbed: [...holders].map(([id, holder]) => ({ id, intoId: lastOf(holders, holder) })),
  };
}

/** Who holds a coding's words in the end: what absorbed it may have been absorbed itself. */
function lastOf(holders: ReadonlyMap<string, string>, id: string): string {
  let last = id;
  for (let next = holders.get(last); next !== undefined; next = holders.get(last)) last = next;
  return last;
}

/**
 * What two codings of the same words say as one. Said outright goes before read out of it, a person before a machine, and doubt stays.
 * Both reasons are kept. Two different tones are a mixed one. Where they speak of different levels or services, those of the first stand.
 */
function together(kept: CodingFacts, gone: CodingFacts): CodingFacts {
  return {
    ...kept,
    isWhole: kept.isWhole || gone.isWhole,
    certainty: kept.certainty === 'explicit' || gone.certainty === 'explicit' ? 'explicit' : 'inferred',
    reason: bothWords(kept.reason, gone.reason, '; '),
    polarity:
      kept.polarity === null || gone.polarity === null || kept.polarity === gone.polarity ? (kept.polarity ?? gone.polarity) : 'mixed',
    level: kept.level ?? gone.level,
    serviceId: kept.serviceId ?? gone.serviceId,
    origin: gone.origin === 'coder' ? 'coder' : kept.origin,
    isDoubtful: kept.isDoubtful || gone.isDoubtful,
  };
}

/** Two texts as one; a text that stands there already, whole, once. Part of another it may say the opposite: "fornøyd", "ikke fornøyd". */
export function bothWords(first: string | null, second: string | null, between: string): string | null {
  if (first === null || second === null) return first ?? second;
  const holds = (text: string, part: string): boolean => `${between}${text}${between}`.includes(`${between}${part}${between}`);
  if (holds(first, second)) return first;
  return holds(second, first) ? second : `${first}${between}${second}`;
}
