/** Being made. */
export function FrameworkScreen() {
  return null;
}
