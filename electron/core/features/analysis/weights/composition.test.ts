import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE } from '../../../../../shared/disclosure/index.ts';
import { tellsComposition, type Share } from './composition.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function printed(shares: readonly Share[]): number {
  const total = shares.reduce((sum, { weight, base }) => sum + weight * base, 0);
  return Math.round((100 * shares.reduce((sum, { weight, yes }) => sum + weight * yes, 0)) / total);
}

/** Every split of the count over the strata that prints the same percentage, one by one. */
function splits(shares: readonly Share[], percent: number): number[][] {
  const count = shares.reduce((sum, { yes }) => sum + yes, 0);
  const grow = ([first, ...rest]: readonly Share[], left: number): number[][] => {
    if (first === undefined) return left === 0 ? [[]] : [];
    const own = Array.from({ length: Math.min(first.base, left) + 1 }, (_, at) => at);
    return own.flatMap((taken) => grow(rest, left - taken).map((others) => [taken, ...others]));
  };
  return grow(shares, count).filter((split) => printed(shares.map((share, at) => ({ ...share, yes: split[at] ?? 0 }))) === percent);
}

describe('what a weighted percentage tells', () => {
  it('[F79] two groups with unlike weights are told apart by it, where few of one gave the answer', () => {
    const shares = [
      { weight: 0.8, yes: 2, base: 30 },
      { weight: 1.3, yes: 18, base: 20 },
    ];
    expect(splits(shares, printed(shares)).length).toBeLessThan(3);
    expect(tellsComposition(shares, printed(shares), DEFAULT_RULE)).toBe(true);
  });

  it('nothing is told where every part of it is large, or where the weights are alike', () => {
    const large = [
      { weight: 0.8, yes: 12, base: 30 },
      { weight: 1.3, yes: 11, base: 20 },
    ];
    expect(tellsComposition(large, printed(large), DEFAULT_RULE)).toBe(false);
    const alike = [
      { weight: 1, yes: 2, base: 30 },
      { weight: 1, yes: 18, base: 30 },
    ];
    expect(tellsComposition(alike, printed(alike), DEFAULT_RULE)).toBe(false);
  });

  it('what is let through leaves as many splits as the rule asks, or as the count alone leaves, in any random cell', () => {
    const next = seeded(11);
    let open = 0;
    for (let round = 0; round < 300; round += 1) {
      const shares = Array.from({ length: 2 + Math.floor(next() * 2) }, (): Share => {
        const base = 10 + Math.floor(next() * 25);
        return { weight: 0.9 + next() * 0.3, base, yes: Math.floor(next() * Math.min(base, 14)) };
      });
      const percent = printed(shares);
      if (tellsComposition(shares, percent, DEFAULT_RULE)) continue;
      open += 1;
      const possible = splits(shares, percent);
      const count = shares.reduce((sum, { yes }) => sum + yes, 0);
      const total = shares.reduce((sum, { base }) => sum + base, 0);
      for (const [at, { yes, base }] of shares.entries()) {
        if (!(yes > 0 && yes < 5) && !(base - yes > 0 && base - yes < 5)) continue;
        const known = possible.map((split) => split[at] ?? 0);
        const [low, high] = [Math.min(...known), Math.max(...known)];
        const alone = { low: Math.max(0, count - (total - base)), high: Math.min(count, base) };
        expect(high - low).toBeGreaterThanOrEqual(Math.min(5, alone.high - alone.low));
        expect(high).toBeGreaterThanOrEqual(Math.min(5, alone.high));
      }
    }
    expect(open).toBeGreaterThan(20);
  });
});
