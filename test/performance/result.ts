import type { Contest, Ratio } from './contest.ts';

/** Targets of the design: what a careful implementation reaches, and the hard one. Ratios, or an exponent. */
export interface Target {
  readonly good: number;
  readonly hard?: number;
}

/** One line of the table. */
export interface Result {
  readonly bench: string;
  readonly size: string;
  readonly peer: string;
  readonly ownMs: number | null;
  readonly peerMs: number | null;
  readonly ratio: Ratio;
  /** Ratio of the first calls; null where it says nothing. */
  readonly firstRatio: number | null;
  readonly target: Target | null;
  /** What else was seen: p99, sizes, what was compared. */
  readonly note: string;
  readonly contest: Contest | null;
}

/** A bench: its name, and what it measures on the workspaces it is given. */
export interface Bench<C> {
  readonly name: string;
  readonly run: (context: C) => Promise<readonly Result[]>;
}

/** A result that comes from a contest. */
export function fromContest(
  bench: string,
  size: string,
  found: Contest,
  about: { readonly target?: Target; readonly note?: string } = {},
): Result {
  return {
    bench,
    size,
    peer: found.peer.name,
    ownMs: found.own.medianMs,
    peerMs: found.peer.medianMs,
    ratio: found.ratio,
    firstRatio: found.firstRatio,
    target: about.target ?? null,
    note: about.note ?? '',
    contest: found,
  };
}

/** A single number held against a target: an exponent, or a p99 over another median. */
export function single(
  bench: string,
  size: string,
  peer: string,
  value: number,
  about: { readonly target?: Target; readonly note?: string } = {},
): Result {
  return {
    bench,
    size,
    peer,
    ownMs: null,
    peerMs: null,
    ratio: { median: value, min: value, max: value },
    firstRatio: null,
    target: about.target ?? null,
    note: about.note ?? '',
    contest: null,
  };
}

/** `hard` and `good` are reached, `over` is not; empty without a target. */
export function verdict({ target, ratio }: Result): '' | 'hard' | 'ok' | 'over' {
  if (target === null) return '';
  if (target.hard !== undefined && ratio.median <= target.hard) return 'hard';
  return ratio.median <= target.good ? 'ok' : 'over';
}

function figure(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return size >= 10 ? value.toFixed(1) : value.toFixed(size >= 0.1 ? 2 : 3);
}

function spread({ median, min, max }: Ratio): string {
  return min === max ? figure(median) : `${figure(median)} [${figure(min)}..${figure(max)}]`;
}

const head = ['bench', 'size', 'ms', 'peer', 'peer ms', 'ratio', 'first', 'target', '', 'note'];

function fieldsOf(result: Result): string[] {
  const { bench, size, peer, ownMs, peerMs, ratio, firstRatio, target, note } = result;
  return [
    bench,
    size,
    ownMs === null ? '' : figure(ownMs),
    peer,
    peerMs === null ? '' : figure(peerMs),
    spread(ratio),
    firstRatio === null ? '' : figure(firstRatio),
    target === null ? '' : `≤ ${target.good}${target.hard === undefined ? '' : ` (${target.hard})`}`,
    verdict(result),
    note,
  ];
}

/** The results as an aligned table. */
export function table(results: readonly Result[]): string {
  const rows = [head, ...results.map(fieldsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = new Set([2, 4, 5, 6]);
  const line = (row: readonly string[]): string =>
    row
      .map((field, column) => (isNumber.has(column) ? field.padStart(widths[column] ?? 0) : field.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const [first, ...rest] = rows;
  return [line(first ?? []), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(line)].join('\n');
}

/** Fails the run when a bench and its peer disagree: a fast wrong answer scores nothing. @throws Error */
export function requireSame(bench: string, own: unknown, peer: unknown): void {
  const [mine, theirs] = [JSON.stringify(own), JSON.stringify(peer)];
  if (mine !== theirs) throw new Error(`${bench}: the result differs from the peer's:\n  ${mine.slice(0, 300)}\n  ${theirs.slice(0, 300)}`);
}
