/** A stretch that differs: `a` from..to became `b` at..until. Counted in tokens, or in UTF-16 units where it is about texts. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly until: number;
}

/** After so many edits the way is settled as far as it has come and goes on from there: near the shortest, in time that grows evenly. */
const mostEdits = 1000;

/**
 * The shortest way from one list of tokens to the other, as the stretches that differ, in order. With over a thousand edits it is a
 * short way, not always the shortest.
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), 251–266.
 */
export function editScript(a: Int32Array, b: Int32Array): Replacement[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  if (a.length === b.length && head === a.length) return [];
  const whole = { from: head, to: a.length - tail, at: head, until: b.length - tail };
  if (whole.from === whole.to || whole.at === whole.until) return [whole];
  const found: Replacement[] = [];
  for (let x = whole.from, y = whole.at; x < whole.to || y < whole.until;) {
    const way = shortest(a.subarray(x, whole.to), b.subarray(y, whole.until));
    for (const one of way.edits) found.push({ from: one.from + x, to: one.to + x, at: one.at + y, until: one.until + y });
    x += way.x;
    y += way.y;
  }
  return found;
}

interface Way {
  readonly edits: Replacement[];
  /** How far it leads. */
  readonly x: number;
  readonly y: number;
}

/** Forward through the diagonals until both ends are reached or the edits are used up; then the farthest place is taken. */
function shortest(a: Int32Array, b: Int32Array): Way {
  const limit = Math.min(a.length + b.length, mostEdits);
  const reach = new Int32Array(2 * limit + 3);
  const centre = limit + 1;
  const rounds: Int32Array[] = [];
  let far = { x: 0, y: 0 };
  for (let edits = 0; edits <= limit; edits += 1) {
    rounds.push(reach.slice(centre - edits - 1, centre + edits + 2));
    far = { x: 0, y: 0 };
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = centre + diagonal;
      let x = goesDown(reach, at, diagonal, edits) ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reach[at] = x;
      if (x <= a.length && x - diagonal <= b.length) far = farther(far, { x, y: x - diagonal }, a.length / b.length);
      if (x >= a.length && x - diagonal >= b.length) return { edits: walkBack(rounds, a.length, b.length), x: a.length, y: b.length };
    }
  }
  return { edits: walkBack(rounds, far.x, far.y), ...far };
}

/** The place with more of both behind it; of equals the one that has come as far in the one as in the other. */
function farther(old: Pick<Way, 'x' | 'y'>, now: Pick<Way, 'x' | 'y'>, slope: number): Pick<Way, 'x' | 'y'> {
  const gained = now.x + now.y - old.x - old.y;
  if (gained !== 0) return gained > 0 ? now : old;
  return Math.abs(now.x - now.y * slope) < Math.abs(old.x - old.y * slope) ? now : old;
}

function goesDown(reach: Int32Array, at: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
}

function walkBack(rounds: readonly Int32Array[], endX: number, endY: number): Replacement[] {
  const found: Replacement[] = [];
  let x = endX;
  let y = endY;
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const reach = rounds[edits] ?? new Int32Array();
    const diagonal = x - y;
    const at = edits + 1 + diagonal;
    const isDown = goesDown(reach, at, diagonal, edits);
    const fromX = reach[isDown ? at + 1 : at - 1] ?? 0;
    const fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
    const edit = { from: fromX, to: isDown ? fromX : fromX + 1, at: fromY, until: isDown ? fromY + 1 : fromY };
    const next = found.at(-1);
    if (next !== undefined && next.from === edit.to && next.at === edit.until)
      found[found.length - 1] = { from: edit.from, to: next.to, at: edit.at, until: next.until };
    else found.push(edit);
    x = fromX;
    y = fromY;
  }
  return found.toReversed();
}
