// In this order neighbours differ most, also for the colour blind.
const handOutOrder = [1, 6, 2, 9, 4, 7, 11, 3, 10, 8, 5, 12] as const;
/** A bar, a double bar, a dotted bar: then a colour is used up. */
const formCount = 3;

/** A branch's mark: a colour of the palette of twelve and which form of the bar; no colour when all are used up. */
export interface BranchColour {
  readonly colour: number | null;
  readonly repeat: number;
}

/** Marks of branches in their order, from the colour each owns (null: none was chosen, the next in turn is shown). */
export function branchColours(owned: readonly (number | null)[]): BranchColour[] {
  const used = new Map<number, number>();
  return owned.map((own, index) => {
    const colour = own ?? handOutOrder[index % handOutOrder.length] ?? 1;
    const repeat = used.get(colour) ?? 0;
    used.set(colour, repeat + 1);
    return repeat < formCount ? { colour, repeat } : { colour: null, repeat: 0 };
  });
}

/** The colour a new branch gets: the least used one, first in hand-out order. */
export function nextColour(owned: readonly (number | null)[]): number {
  const uses = handOutOrder.map((colour) => owned.filter((own) => own === colour).length);
  return handOutOrder[uses.indexOf(Math.min(...uses))] ?? 1;
}
