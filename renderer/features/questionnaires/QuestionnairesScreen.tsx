/** Being built. */
export function QuestionnairesScreen() {
  return null;
}
