/** How many of those asked came to each end, in AAPOR's letters. Persons who took part outside any list are not among them. */
export interface Outcomes {
  /** I: complete interviews. */
  readonly complete: number;
  /** P: partial interviews. */
  readonly partial: number;
  /** R: refusals, break-offs and those who withdrew. */
  readonly refused: number;
  /** NC: not reached after the last try. */
  readonly notReached: number;
  /** O: eligible, but no interview for another reason: agreed and not held yet, or begun and not ended. */
  readonly other: number;
  /** UH + UO: nobody knows yet whether they are eligible. */
  readonly unknown: number;
  /** NE: not in the target group. */
  readonly notEligible: number;
}

/** AAPOR's rates as shares 0–1; null where the denominator is empty. */
export interface ResponseRates {
  /** The estimated share of eligible persons among those of unknown eligibility. */
  readonly eligibleShare: number | null;
  readonly rr1: number | null;
  readonly rr2: number | null;
  readonly rr3: number | null;
  readonly rr4: number | null;
  readonly rr5: number | null;
  readonly rr6: number | null;
  readonly coop1: number | null;
  readonly coop2: number | null;
  readonly coop3: number | null;
  readonly coop4: number | null;
  readonly ref1: number | null;
  readonly ref2: number | null;
  readonly ref3: number | null;
  readonly con1: number | null;
  readonly con2: number | null;
  readonly con3: number | null;
}

/**
 * Response, cooperation, refusal and contact rates. Source: AAPOR Standard Definitions, 10th edition (2023), chapter on
 * outcome rates. `eligibleShare` (AAPOR's e) is the proportional allocation: known eligible of all whose eligibility is known.
 * @throws RangeError for a count that is negative or no whole number
 */
export function responseRates(outcomes: Outcomes): ResponseRates {
  for (const count of Object.values(outcomes) as number[]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Counts must be whole and not negative, got ${count}`);
  }
  const { complete, partial, refused, notReached, other, unknown, notEligible } = outcomes;
  const interviewed = complete + partial;
  const spoken = interviewed + refused + other;
  const eligible = spoken + notReached;
  const eligibleShare = share(eligible, eligible + notEligible);
  const all = eligible + unknown;
  const likely = eligible + (eligibleShare ?? 1) * unknown;
  return {
    eligibleShare,
    rr1: share(complete, all),
    rr2: share(interviewed, all),
    rr3: share(complete, likely),
    rr4: share(interviewed, likely),
    rr5: share(complete, eligible),
    rr6: share(interviewed, eligible),
    coop1: share(complete, spoken),
    coop2: share(interviewed, spoken),
    coop3: share(complete, interviewed + refused),
    coop4: share(interviewed, interviewed + refused),
    ref1: share(refused, all),
    ref2: share(refused, likely),
    ref3: share(refused, eligible),
    con1: share(spoken, all),
    con2: share(spoken, likely),
    con3: share(spoken, eligible),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
