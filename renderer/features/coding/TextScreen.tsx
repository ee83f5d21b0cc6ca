/** Being built. */
export function TextScreen() {
  return null;
}
