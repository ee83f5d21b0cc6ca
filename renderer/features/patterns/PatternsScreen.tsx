/** Being made. */
export function PatternsScreen() {
  return null;
}
