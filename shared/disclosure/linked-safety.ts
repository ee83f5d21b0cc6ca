import { createAttack, reachOf } from './linked-bounds.ts';
import type { Attack, Reach } from './linked-bounds.ts';
import { needOfCell } from './linked-problem.ts';
import type { LinkedFinding, LinkedModel } from './linked-problem.ts';
import type { AuditReason } from './table.ts';

/** A safe number with all that its safety rests on, or why it is not safe and whose knowledge breaks it (−1: nobody's). */
export type CellSafety =
  | { readonly safe: true; readonly used: ReadonlySet<number> }
  | { readonly safe: false; readonly reason: AuditReason; readonly without: number };

/** Numbers that are unknown to readers and must stay so. */
export function guardedCells({ problem, guarded }: LinkedModel, hidden: ArrayLike<number>): readonly number[] {
  return problem.cells.flatMap(({ print }, cell) => (guarded[cell] === true && (print === 'absent' || hidden[cell] === 1) ? [cell] : []));
}

/** Whether a hidden number is safe from every reader, and from the one person in another hidden cell. */
export function cellSafety(model: LinkedModel, attack: Attack, cell: number): CellSafety {
  const outside = safetyWithout(model, attack, cell, -1);
  if (!outside.safe || model.sensitive[cell] !== true) return outside;
  const used = new Set(outside.used);
  for (const other of outside.used) {
    if (!isInsider(model, other, cell)) continue;
    const inside = safetyWithout(model, attack, cell, other);
    if (!inside.safe) return { safe: false, reason: 'insider', without: other };
    for (const one of inside.used) used.add(one);
  }
  return { safe: true, used };
}

/** Whether the one person in `other` is somebody else than the persons of `cell`. */
function isInsider({ single, within, problem }: LinkedModel, other: number, cell: number): boolean {
  if (single[other] !== true || other === cell || within[cell]?.has(other) === true) return false;
  return !(within[other]?.has(cell) === true && problem.cells[cell]?.value === 1);
}

function safetyWithout({ problem, rule }: LinkedModel, attack: Attack, cell: number, without: number): CellSafety {
  const own = problem.cells[cell];
  if (own === undefined) return { safe: true, used: new Set() };
  const { reach, width } = needOfCell(own, rule, without !== -1);
  const up = reachOf(attack, cell, 1, Math.max(width, reach - own.value), without);
  const down: Reach =
    up.amount < width ? reachOf(attack, cell, -1, Math.min(own.value, width - up.amount), without) : { amount: 0, used: new Set() };
  if (up.amount + down.amount === 0) return { safe: false, reason: 'exact', without };
  if (own.value + up.amount < reach) return { safe: false, reason: 'below-threshold', without };
  if (up.amount + down.amount < width) return { safe: false, reason: 'narrow', without };
  return { safe: true, used: up.used.union(down.used) };
}

/**
 * The attacker: every hidden number anew against a reader of everything in print who knows that persons are whole. Independent of how
 * the pattern was found.
 */
export function auditLinked(model: LinkedModel, hidden: ArrayLike<number>): readonly LinkedFinding[] {
  const attack = createAttack(model, hidden);
  return guardedCells(model, hidden).flatMap((cell): readonly LinkedFinding[] => {
    const safety = cellSafety(model, attack, cell);
    return safety.safe ? [] : [{ cell, reason: safety.reason }];
  });
}
