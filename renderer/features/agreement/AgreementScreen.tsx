/** Being made. */
export function AgreementScreen() {
  return null;
}
