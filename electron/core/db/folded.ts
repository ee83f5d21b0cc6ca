/** The capital letters of the four languages that SQLite's lower() leaves alone. */
const capitals = [...'ÆØÅÄÖÜÉÈÔÓÒÁÀŠČŽĐŊŦ'] as const;

/** SQL of a column without regard to capital letters, also the Nordic ones; to be searched with what `foldedText` makes. */
export function folded(column: string): string {
  return capitals.reduce((inner, letter) => `replace(${inner}, '${letter}', '${letter.toLowerCase()}')`, `lower(coalesce(${column}, ''))`);
}

/** What is looked for, made alike. Null when nothing is looked for. */
export function foldedText(text: string | undefined): string | null {
  const wanted = (text ?? '').trim().normalize('NFC').toLowerCase();
  return wanted === '' ? null : wanted;
}
