/** Persons who gave the same answers over three or more linked waves; null where a wave is missing. */
export interface RepeatedAnswers {
  readonly values: readonly (number | null)[];
  readonly count: number;
}

/** A pattern without missing waves. */
export interface CompleteAnswers {
  readonly values: readonly number[];
  readonly count: number;
}

/** The complete cases, and how many persons were lost for a missing wave; print both. */
export interface CompleteCases {
  readonly complete: readonly CompleteAnswers[];
  readonly waves: number;
  readonly base: number;
  readonly lost: number;
}

/**
 * Keeps persons with an answer in every wave.
 * @throws RangeError for patterns of unlike length or counts that are not whole numbers ≥ 0
 */
export function completeCases(answers: readonly RepeatedAnswers[]): CompleteCases {
  const waves = answers[0]?.values.length ?? 0;
  const valid = answers.every(({ values, count }) => values.length === waves && Number.isSafeInteger(count) && count >= 0);
  if (!valid) throw new RangeError('Linked waves need patterns of one length with whole numbers of at least 0');
  const complete = answers.flatMap(({ values, count }) => {
    const known = values.filter((value) => value !== null);
    return known.length === waves && count > 0 ? [{ values: known, count }] : [];
  });
  const sum = (list: readonly { readonly count: number }[]): number => list.reduce((all, { count }) => all + count, 0);
  return { complete, waves, base: sum(complete), lost: sum(answers) - sum(complete) };
}
