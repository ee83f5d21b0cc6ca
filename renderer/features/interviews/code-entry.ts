/** A code that can be typed: its number and how it is printed ("7", "07"). */
export interface TypedCode {
  readonly code: number;
  readonly printed: string;
}

/** What a key did. `pending` are the digits that wait for one more or for Enter; a refused digit leaves them as they were. */
export type CodeEntry =
  | { readonly kind: 'taken'; readonly code: number }
  | { readonly kind: 'pending'; readonly pending: string }
  | { readonly kind: 'refused'; readonly typed: string; readonly pending: string };

/**
 * The prefix rule (interaction.md 1.4): a code is taken as soon as no other code could begin with what has been typed; otherwise
 * it waits for another digit or Enter. No clock is involved, and a digit is never passed on to the next question. A code printed
 * with a leading zero may also be typed without it.
 */
export function typeDigit(pending: string, digit: string, codes: readonly TypedCode[]): CodeEntry {
  const typed = pending + digit;
  const exact = exactly(typed, codes);
  const canGoOn = codes.some((code) => spellings(code).some((spelling) => spelling.length > typed.length && spelling.startsWith(typed)));
  if (canGoOn) return { kind: 'pending', pending: typed };
  return exact === undefined ? { kind: 'refused', typed, pending } : { kind: 'taken', code: exact.code };
}

/** Enter takes what waits, if it is a code by itself. */
export function takePending(pending: string, codes: readonly TypedCode[]): CodeEntry {
  const exact = exactly(pending, codes);
  return exact === undefined ? { kind: 'refused', typed: pending, pending } : { kind: 'taken', code: exact.code };
}

function exactly(typed: string, codes: readonly TypedCode[]): TypedCode | undefined {
  return codes.find((code) => spellings(code).includes(typed));
}

function spellings({ code, printed }: TypedCode): string[] {
  return printed === String(code) ? [printed] : [printed, String(code)];
}
