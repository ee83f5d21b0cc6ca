/** Being made. */
export function ClearanceScreen() {
  return null;
}
