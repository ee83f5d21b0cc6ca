/** The sides of the meetings, as the address names them; rounds need no name. */
export const meetingViews = ['rounds', 'wheel', 'timeline', 'upcoming', 'requests', 'series'] as const;
export type MeetingsView = (typeof meetingViews)[number];

/** The side an address asks for. */
export function viewOf(asked: string | undefined): MeetingsView {
  return meetingViews.find((view) => view === asked) ?? 'rounds';
}
