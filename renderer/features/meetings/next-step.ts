import type { MeetingDetails } from '../../../shared/contract/meetings.ts';

/** What a meeting needs next; the screen says it and offers the key for it. */
export type NextStep =
  | 'resume'
  | 'date'
  | 'invite'
  | 'send-invitations'
  | 'write-sheet'
  | 'send-sheet'
  | 'answers'
  | 'hold'
  | 'minutes'
  | 'send-minutes'
  | 'send-again'
  | 'nothing';

type Known = Pick<MeetingDetails, 'status' | 'planned' | 'held' | 'invitations' | 'sheets' | 'lines'>;

/** The first thing that is missing, in the order the work is done. `today` is an ISO day. */
export function nextStep(meeting: Known, today: string): NextStep {
  const { status } = meeting;
  if (status === 'cancelled') return 'resume';
  if (status === 'changed-after-sending') return 'send-again';
  if (status === 'minutes-sent') return 'nothing';
  if (status === 'in-session') return 'minutes';
  if (status === 'held' || meeting.held !== null) return meeting.lines === 0 ? 'minutes' : 'send-minutes';
  return beforeIt(meeting, today);
}

function beforeIt({ planned, invitations, sheets }: Known, today: string): NextStep {
  if (planned.sortOn !== null && planned.sortOn <= today) return 'hold';
  if (invitations.length === 0) return 'invite';
  if (planned.precision !== 'day') return 'date';
  if (invitations.some(({ status }) => status === 'draft' || status === 'prepared')) return 'send-invitations';
  const [sheet] = sheets;
  if (sheet === undefined || sheet.questions.length === 0) return 'write-sheet';
  if (sheet.sentOn === null) return 'send-sheet';
  return invitations.some(({ status }) => status === 'sent') ? 'answers' : 'hold';
}
