/** Being built. */
export function ThemesScreen() {
  return null;
}
