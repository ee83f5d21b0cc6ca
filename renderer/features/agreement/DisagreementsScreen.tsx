/** Being made. */
export function DisagreementsScreen() {
  return null;
}
