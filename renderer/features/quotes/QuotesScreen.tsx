/** Being made. */
export function QuotesScreen() {
  return null;
}
