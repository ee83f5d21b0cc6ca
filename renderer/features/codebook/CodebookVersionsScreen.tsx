/** Being made. */
export function CodebookVersionsScreen() {
  return null;
}
