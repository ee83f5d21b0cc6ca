import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { getMeeting } from './get-meeting.ts';
import { listMeetings, meetingYears } from './list-meetings.ts';

export const meetingsHandlers: Handlers<typeof contract.meetings> = {
  list: ({ sql }, input) => ({ meetings: listMeetings(sql, input), years: meetingYears(sql, input.projectId) }),
  get: ({ sql }, input) => getMeeting(sql, input.meetingId, input.language),
};
