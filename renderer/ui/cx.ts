/** Joins class names and drops what is absent. Always a string, which React Aria's strict `className` asks for. */
export function cx(...names: readonly (string | undefined | false | null)[]): string {
  return names.filter(Boolean).join(' ');
}
