import type { BlockProblem, ReportDocument } from '../../../../shared/contract/reports-document.ts';

export type WaitingKind = BlockProblem['code'] | 'changed';

/** Something that is in the way, or worth a look: how many blocks (figures, where they have changed) it is about, and the first of them. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly count: number;
  readonly isBlocking: boolean;
  readonly blockIds: readonly string[];
}

const order: readonly WaitingKind[] = [
  'quote-withdrawn',
  'quote-not-cleared',
  'exhibit-stopped',
  'exhibit-gone',
  'about-gone',
  'photo-not-allowed',
  'changed',
  'finding-needs-a-look',
  'finding-not-final',
  'text-to-write',
  'checklist-open',
];

/** What waits in a report: what stops it first, then what has changed, then what is only unfinished. */
export function waitingIn({ blocks }: Pick<ReportDocument, 'blocks'>): readonly Waiting[] {
  const found = new Map<WaitingKind, Waiting>();
  const add = (kind: WaitingKind, blockId: string, count: number, isBlocking: boolean): void => {
    const old = found.get(kind) ?? { kind, count: 0, isBlocking: false, blockIds: [] };
    found.set(kind, { kind, count: old.count + count, isBlocking: old.isBlocking || isBlocking, blockIds: [...old.blockIds, blockId] });
  };
  for (const { id, problems, changed } of blocks) {
    for (const { code, isBlocking } of problems) add(code, id, 1, isBlocking);
    if (changed > 0) add('changed', id, changed, false);
  }
  const rank = ({ kind, isBlocking }: Waiting): number => order.indexOf(kind) - (isBlocking ? order.length : 0);
  return [...found.values()].toSorted((one, other) => rank(one) - rank(other));
}
