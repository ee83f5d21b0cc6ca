/** The parameters column: `start=1 end=10 step=1`, separated by blanks, commas or semicolons. A word without a value has ''. */
export function readParameters(cell: string): Map<string, string> {
  const parts = cell
    .replace(/\s*=\s*/gu, '=')
    .split(/[\s,;]+/u)
    .filter((part) => part !== '');
  return new Map(
    parts.map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at).toLowerCase(), part.slice(at + 1)];
    }),
  );
}

/** The numbers a range question offers. */
export interface RangeParameters {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Decimals that its numbers have. */
  readonly decimals: number;
}

/** A range's bounds and step; what is not given is 1, 10 and 1. Null when they are no numbers or make no range. */
export function readRange(parameters: ReadonlyMap<string, string>): RangeParameters | null {
  const texts = [parameters.get('start') ?? '1', parameters.get('end') ?? '10', parameters.get('step') ?? '1'];
  if (!texts.every((text) => /^-?\d{1,12}(?:\.\d{1,9})?$/u.test(text))) return null;
  const [start = 1, end = 10, step = 1] = texts.map(Number);
  if (step <= 0 || start >= end || step > end - start) return null;
  const decimals = Math.min(6, Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0)));
  return { start, end, step, decimals };
}
