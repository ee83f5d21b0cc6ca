import type { MeetingRow } from '../../../shared/contract/meetings.ts';

/** The meetings of one round; the key is empty for those outside a round. */
export interface RoundOfMeetings {
  readonly key: string;
  readonly meetings: readonly MeetingRow[];
}

/** When a meeting was, or is meant to be; empty when nobody has said. */
function dateOf(meeting: MeetingRow): string {
  return meeting.held?.on ?? meeting.planned.sortOn ?? '';
}

/** Meetings under their rounds. The rounds stay in the order of the list, newest first; in a round the earliest meeting is first. */
export function groupRounds(meetings: readonly MeetingRow[]): readonly RoundOfMeetings[] {
  const groups = Map.groupBy(meetings, ({ round }) => round?.id ?? '');
  return [...groups].map(([key, ofRound]) => ({ key, meetings: ofRound.toSorted((a, b) => compare(dateOf(a), dateOf(b))) }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
