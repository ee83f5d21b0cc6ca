/** One contestant: what is timed, and what must happen before each timed call without being timed. */
export interface Side {
  readonly name: string;
  readonly run: () => unknown;
  readonly prepare?: () => unknown;
  /** Calls per round; the round counts as their median. */
  readonly calls: number;
  /** `run` gives the milliseconds it took by its own clock: another program, whose way here and back is not its work. */
  readonly timesItself?: true;
}

/** Milliseconds of one contestant: the very first call, and the median of the rounds' medians. */
export interface Timing {
  readonly name: string;
  readonly firstMs: number;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** 99th percentile of all calls after the first; of few calls it is the slowest one. */
  readonly p99Ms: number;
  readonly calls: number;
}

/** Own time ÷ peer's time, formed inside each round. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Contest {
  readonly own: Timing;
  readonly peer: Timing;
  readonly ratio: Ratio;
  /** Ratio of the two first calls, when nothing is compiled or cached yet. */
  readonly firstRatio: number;
}

/** The middle of a list; of an even number the mean of the two in the middle. NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

function p99(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}

async function timed(side: Side): Promise<number> {
  await side.prepare?.();
  const begun = performance.now();
  // Waiting for what is no promise would time the microtask queue.
  const answer = side.run();
  const value: unknown = answer instanceof Promise ? await answer : answer;
  const spent = performance.now() - begun;
  if (side.timesItself !== true) return spent;
  if (typeof value !== 'number') throw new Error(`${side.name} does not say how long it took`);
  return value;
}

interface Runner {
  readonly side: Side;
  readonly firstMs: number;
  readonly rounds: number[];
  readonly samples: number[];
}

async function playRound({ side, rounds, samples }: Runner): Promise<void> {
  const calls: number[] = [];
  for (let call = 0; call < side.calls; call++) calls.push(await timed(side));
  rounds.push(median(calls));
  samples.push(...calls);
}

function timingOf({ side, firstMs, rounds, samples }: Runner): Timing {
  return {
    name: side.name,
    firstMs,
    medianMs: median(rounds),
    minMs: Math.min(...rounds),
    maxMs: Math.max(...rounds),
    p99Ms: p99(samples),
    calls: samples.length,
  };
}

/**
 * Times two contestants against each other: one first call each, then `rounds` rounds (at least five) in which both run, the
 * beginner changing from round to round, so that whatever else the machine does meets both alike.
 */
export async function contest(own: Side, peer: Side, rounds = 5): Promise<Contest> {
  const runners: Runner[] = [];
  for (const side of [own, peer]) runners.push({ side, firstMs: await timed(side), rounds: [], samples: [] });
  for (let round = 0; round < rounds; round++) {
    for (const runner of round % 2 === 0 ? runners : runners.toReversed()) await playRound(runner);
  }
  const [mine, theirs] = runners;
  if (mine === undefined || theirs === undefined) throw new Error('a contest has two sides');
  const ratios = mine.rounds.map((ms, round) => ms / (theirs.rounds[round] ?? Number.NaN));
  return {
    own: timingOf(mine),
    peer: timingOf(theirs),
    ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
    firstRatio: mine.firstMs / theirs.firstMs,
  };
}

/** Exponent b of cost ~ size^b between two sizes. */
export function growth(from: { readonly size: number; readonly ms: number }, to: { readonly size: number; readonly ms: number }): number {
  return Math.log(to.ms / from.ms) / Math.log(to.size / from.size);
}
