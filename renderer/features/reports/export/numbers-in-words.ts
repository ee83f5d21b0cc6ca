/** Numbers in their order, neighbours as a stretch: "12–15, 18". */
export function numbersInWords(numbers: readonly number[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = stretches.at(-1);
    if (last !== undefined && number <= last.to + 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  return stretches.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
