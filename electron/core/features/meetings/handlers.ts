import type { contract } from '../../../../shared/contract/index.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { addAgendaItem, changeAgendaItem, moveAgendaItem, removeAgendaItem } from './agenda.ts';
import { changeInvitation, invite, inviteMissed, markInvitations, removeInvitations } from './change-invitations.ts';
import {
  addBankQuestions,
  addQuestion,
  changeQuestion,
  changeSheet,
  markDiscussed,
  moveQuestion,
  removeQuestion,
} from './change-sheets.ts';
import { exportTimeline } from './export-timeline.ts';
import { getMeeting } from './get-meeting.ts';
import { listMeetings, meetingYears, upcomingMeetings } from './list-meetings.ts';
import { sheetSent } from './mark-sent.ts';
import { cancelMeeting, removeMeeting, resumeMeeting, setPurposes } from './meeting-states.ts';
import { endedPlace } from './place-then.ts';
import { planRound } from './plan-round.ts';
import { chosenProject } from './project-choice.ts';
import { answerRequest, countNewRequests, listRequests, openRequest, removeRequest, saveRequest } from './requests.ts';
import { addRole, removeRole } from './roles.ts';
import { changeRound, readRound, removeRound } from './rounds.ts';
import { listSeries, removeSeries, saveSeries } from './series.ts';
import { readTimeline } from './timeline.ts';
import { changeMeeting, insertMeeting, meetingState } from './write-meeting.ts';

type MeetingsHandlers = Handlers<typeof contract.meetings>;

const reading = {
  list: ({ sql }, input) => ({ meetings: listMeetings(sql, input), years: meetingYears(sql, input.projectId) }),
  upcoming: ({ sql }, { limit }) => ({ meetings: upcomingMeetings(sql, limit), requests: countNewRequests(sql) }),
  get: ({ sql }, input) => getMeeting(sql, input.meetingId),
  round: ({ sql }, { roundId }) => readRound(sql, roundId),
  series: ({ sql }) => ({ series: listSeries(sql) }),
  requests: ({ sql }) => ({ requests: listRequests(sql) }),
  timeline: ({ sql }, input) => ({ timeline: readTimeline(sql, input) }),
  exportTimeline: (call, input) => exportTimeline(call, input),
  placesThen: ({ sql }, { placeIds, on }) => ({ ended: placeIds.flatMap((id) => endedPlace(sql, id, on) ?? []) }),
} satisfies Partial<MeetingsHandlers>;

const planning = {
  saveSeries: (call, input) => {
    call.operation.label({ name: input.name });
    return { id: saveSeries(call, input) };
  },
  removeSeries: does((call, { id }) => removeSeries(call, id)),
  planRound: (call, input) => planRound(call, input),
  changeRound: does((call, { roundId, fields }) => changeRound(call, roundId, fields)),
  removeRound: does((call, { roundId }) => removeRound(call, roundId)),
  create: (call, { project, fields }) => {
    call.operation.label({ title: cut(fields.title) });
    return { meetingId: insertMeeting(call, chosenProject(call, project, fields.language), fields) };
  },
  change: does((call, { meetingId, fields }) => changeMeeting(call, meetingId, fields)),
  setPurposes: does((call, { meetingId, purposes }) => setPurposes(call, meetingId, purposes)),
  cancel: does((call, { meetingId, reason }) => cancelMeeting(call, meetingId, reason)),
  resume: does((call, { meetingId }) => resumeMeeting(call, meetingId)),
  remove: does((call, { meetingId }) => removeMeeting(call, meetingId)),
  saveRequest: (call, input) => saveRequest(call, input),
  acceptRequest: (call, { id, project, kind, title, language }) => {
    const request = openRequest(call, id);
    const projectId = chosenProject(call, project, language);
    const meetingId = insertMeeting(call, projectId, { kind, title, language, placeId: request.place_id });
    const { organisation_id: organisationId, person_id: personId } = request;
    if (organisationId !== null || personId !== null)
      call.sql.insert('meeting_role', {
        id: call.workspace.newId(),
        meeting_id: meetingId,
        role: 'initiator',
        person_id: personId,
        organisation_id: organisationId,
      });
    answerRequest(call, id, 'accepted', null, meetingId);
    return { meetingId };
  },
  declineRequest: (call, { id, answer }) => {
    openRequest(call, id);
    answerRequest(call, id, 'declined', answer, null);
    return {};
  },
  removeRequest: does((call, { id }) => removeRequest(call, id)),
} satisfies Partial<MeetingsHandlers>;

const parts = {
  addRole: (call, input) => addRole(call, input),
  removeRole: does((call, { id }) => removeRole(call, id)),
  invite: (call, { meetingId, ...who }) => invite(call, meetingId, who),
  inviteMissed: (call, { fromRoundId, toRoundId }) => inviteMissed(call, fromRoundId, toRoundId),
  markInvitations: does((call, { ids, status, on }) => markInvitations(call, ids, status, on)),
  changeInvitation: does((call, input) => changeInvitation(call, input)),
  removeInvitations: does((call, { ids }) => removeInvitations(call, ids)),
  addAgendaItem: (call, { meetingId, afterId, title }) => addAgendaItem(call, meetingId, afterId, title),
  changeAgendaItem: does((call, { id, fields }) => changeAgendaItem(call, id, fields)),
  moveAgendaItem: does((call, { id, to }) => moveAgendaItem(call, id, to)),
  removeAgendaItem: does((call, { id }) => removeAgendaItem(call, id)),
  addBankQuestions: (call, { owner, bankQuestionIds }) => addBankQuestions(call, owner, bankQuestionIds),
  addQuestion: (call, { owner, wording }) => addQuestion(call, owner, wording),
  changeQuestion: does((call, { owner, questionId, wording }) => changeQuestion(call, owner, questionId, wording)),
  moveQuestion: does((call, { owner, questionId, to }) => moveQuestion(call, owner, questionId, to)),
  removeQuestion: does((call, { owner, questionId }) => removeQuestion(call, owner, questionId)),
  changeSheet: does((call, { owner, title, intro }) => changeSheet(call, owner, title, intro)),
  markSheetSent: does((call, { meetingId, on }) => sendSheet(call, meetingId, on)),
  markDiscussed: does((call, { meetingId, questionId, wasDiscussed }) => markDiscussed(call, meetingId, questionId, wasDiscussed)),
} satisfies Partial<MeetingsHandlers>;

export const meetingsHandlers: MeetingsHandlers = { ...reading, ...planning, ...parts };

function sendSheet(call: Call, meetingId: Parameters<typeof getMeeting>[1], on: string): void {
  call.operation.label({ title: cut(meetingState(call, meetingId).title) });
  if (sheetSent(call, meetingId, on) === null) throw new AppError('NOT_FOUND');
}

/** A method that has nothing to answer. */
function does<I>(work: (call: Call, input: I) => void): (call: Call, input: I) => Record<never, never> {
  return (call, input) => {
    work(call, input);
    return {};
  };
}
