/** Being built. */
export function InterviewsScreen() {
  return null;
}
