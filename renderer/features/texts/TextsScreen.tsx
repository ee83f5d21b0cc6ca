/** Being made. */
export function TextsScreen() {
  return null;
}
