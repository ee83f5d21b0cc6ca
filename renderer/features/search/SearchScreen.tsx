/** Being made. */
export function SearchScreen() {
  return null;
}
