/** What was told of columns as the gate was asked about them, "Alle" first, in the order of the table. */
export function inTableOrder<T>(all: T, asked: readonly T[], order: readonly number[] = []): T[] {
  const placed = [...asked];
  for (const [at, column] of order.entries()) {
    const one = asked[at];
    if (one !== undefined) placed[column] = one;
  }
  return [all, ...placed];
}
