/** The first header row of every column; with two rows, an empty first cell over a filled second one continues the one to its left. */
export function carriedHeaders(headers: readonly (readonly string[])[]): string[] {
  let current = '';
  return headers.map(([first = '', second = '']) => {
    if (first !== '') current = first;
    else if (second === '') current = '';
    return current;
  });
}
