/** What an option filter can ask for, written as people type it: "fylke = 99; kyst = ja". */
export function writeFilterValues(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([column, value]) => `${column} = ${value}`)
    .join('; ');
}

/** Reads it back; parts without a sign or a column are passed over. */
export function readFilterValues(text: string): Record<string, string> {
  const pairs = text.split(';').flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    const column = part.slice(0, at).trim();
    return at === -1 || column === '' ? [] : [[column, part.slice(at + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}
