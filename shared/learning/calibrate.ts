/** Scores from `from[n]` on mean the sureness `sureness[n]`; both rise. */
export interface Calibration {
  readonly from: readonly number[];
  readonly sureness: readonly number[];
}

/** Fewer outcomes than this tell nothing together. */
const smallestBlock = 25;
/** Log-odds of about one in twelve: the great many scores below say nothing about where to begin. */
const leastScore = -2.5;
const mostScore = 10;
const stepsPerUnit = 100;
const placeCount = (mostScore - leastScore) * stepsPerUnit + 1;

/** Scores that a model gave themes on texts it had not seen, and how many of them a coder had put there; to a hundredth. */
export class Outcomes {
  readonly right = new Int32Array(placeCount);
  readonly count = new Int32Array(placeCount);

  /** Scores too low ever to be suggested are not kept. */
  add(score: number, isRight: boolean): void {
    if (score < leastScore) return;
    const place = Math.floor((Math.min(score, mostScore) - leastScore) * stepsPerUnit);
    this.count[place] = (this.count[place] ?? 0) + 1;
    if (isRight) this.right[place] = (this.right[place] ?? 0) + 1;
  }
}

interface Block {
  readonly from: number;
  readonly right: number;
  readonly count: number;
}

/**
 * Turns scores into shares: of all held-out outcomes with about this score, so many were right. Isotonic regression by pooling
 * adjacent violators (Ayer et al. 1955) over blocks of at least 25 outcomes, so that a surer score never means a lower share.
 */
export function calibrate(parts: readonly Outcomes[]): Calibration {
  const pooled: Block[] = [];
  for (const block of blocksOf(parts)) {
    pooled.push(block);
    for (;;) {
      const last = pooled.at(-1);
      const before = pooled.at(-2);
      if (last === undefined || before === undefined || before.right * last.count < last.right * before.count) break;
      pooled.splice(-2, 2, join(before, last));
    }
  }
  return { from: pooled.map(({ from }) => from), sureness: pooled.map(({ right, count }) => right / count) };
}

function join(before: Block, last: Block): Block {
  return { from: before.from, right: before.right + last.right, count: before.count + last.count };
}

/** Neighbouring scores until there are enough of them; what is left over belongs to the last block. */
function blocksOf(parts: readonly Outcomes[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (let place = 0; place < placeCount; place += 1) {
    const count = parts.reduce((sum, part) => sum + (part.count[place] ?? 0), 0);
    if (count === 0) continue;
    const right = parts.reduce((sum, part) => sum + (part.right[place] ?? 0), 0);
    const own: Block = { from: leastScore + place / stepsPerUnit, right, count };
    open = open === null ? own : join(open, own);
    if (open.count < smallestBlock) continue;
    blocks.push(open);
    open = null;
  }
  if (open === null) return blocks;
  const last = blocks.pop();
  return [...blocks, last === undefined ? open : join(last, open)];
}

/** The share for a score; 0 below every score there was. */
export function surenessOf({ from, sureness }: Calibration, score: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) <= score) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (sureness[low - 1] ?? 0);
}
