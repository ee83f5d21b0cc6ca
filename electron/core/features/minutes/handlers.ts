import type { contract } from '../../../../shared/contract/index.ts';
import type { LineStep } from '../../../../shared/contract/minutes.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { markDiscussed } from '../meetings/change-sheets.ts';
import { shortened } from '../themes/theme-terms.ts';
import { putAttendee, readAttendance, removeAttendee, setContact, setTotal } from './attendance.ts';
import { beginMinutes, finishMinutes, setItemDone } from './course.ts';
import { getMinutes } from './get-minutes.ts';
import { agree, attributeLine, codeLine, markLine } from './mark-line.ts';
import { findMeeting, noteChange } from './meeting-row.ts';
import { addOutcome, changeOutcome, readOutcomes, removeOutcome, setImpression } from './outcomes.ts';
import { addPhoto, changePhoto, putShown, readPhotos, removePhoto, removeShown, seePhoto } from './photos.ts';
import { keepPlace } from './place.ts';
import { takeStep, type StepOutcome } from './write-lines.ts';

/** Handlers that answer nothing but that it is done. */
function done(): Record<string, never> {
  return {};
}

export const minutesHandlers: Handlers<typeof contract.minutes> = {
  get: ({ sql, actorId }, input) => getMinutes(sql, input.meetingId, input.language, actorId),
  begin: (call, input) => beginMinutes(call, input.meetingId),
  finish: (call, input) => finishMinutes(call, input),
  write: (call, { meetingId, step, caret }) => {
    call.operation.mergeWith(`minutes-line:${step.lineId}`);
    const [outcome] = takeSteps(call, meetingId, [step]);
    call.operation.label({ line: shortened(step.body) });
    keepPlace(call.sql, meetingId, { lineId: outcome?.conflict?.ownLineId ?? step.lineId, caret });
    return { conflict: outcome?.conflict ?? null };
  },
  edit: (call, { meetingId, deed, steps }) => {
    const outcomes = takeSteps(call, meetingId, steps);
    call.operation.label({ deed, count: steps.length });
    return {
      conflicts: outcomes.flatMap(({ conflict }) => (conflict === null ? [] : [conflict])),
      kept: outcomes.flatMap(({ kept }) => (kept === null ? [] : [kept])),
    };
  },
  stay: ({ sql, workspace }, { meetingId, lineId, caret }) => {
    // Who reads a file that cannot be written keeps the place in the window only.
    if (!workspace.isReadOnly) keepPlace(sql, meetingId, { lineId, caret });
    return {};
  },
  mark: (call, input) => markLine(call, input),
  attribute: (call, input) => (attributeLine(call, input), done()),
  agree: (call, input) => (agree(call, input), done()),
  code: (call, input) => codeLine(call, input),
  setItemDone: (call, input) => (setItemDone(call, input), done()),
  setDiscussed: (call, { meetingId, questionId, wasDiscussed }) => (markDiscussed(call, meetingId, questionId, wasDiscussed), done()),
  attendance: ({ sql }, input) => readAttendance(sql, input.meetingId),
  putAttendee: (call, input) => putAttendee(call, input),
  removeAttendee: (call, input) => (removeAttendee(call, input.id), done()),
  setTotal: (call, input) => (setTotal(call, input), done()),
  setContact: (call, input) => (setContact(call, input), done()),
  outcomes: ({ sql }, input) => readOutcomes(sql, input.meetingId),
  setImpression: (call, input) => (setImpression(call, input), done()),
  addOutcome: (call, input) => addOutcome(call, input),
  changeOutcome: (call, input) => (changeOutcome(call, input), done()),
  removeOutcome: (call, input) => removeOutcome(call, input.id),
  photos: ({ sql }, input) => readPhotos(sql, input.meetingId),
  addPhoto: (call, input) => addPhoto(call, input),
  changePhoto: (call, input) => (changePhoto(call, input), done()),
  removePhoto: (call, input) => (removePhoto(call, input.id), done()),
  putShown: (call, input) => putShown(call, input),
  removeShown: (call, input) => (removeShown(call, input.id), done()),
  seePhoto: (call, input) => seePhoto(call, input.id),
};

function takeSteps(call: Call, meetingId: string, steps: readonly LineStep[]): StepOutcome[] {
  const meeting = findMeeting(call.sql, meetingId);
  const outcomes = steps.map((step) => takeStep(call, meeting, step));
  noteChange(call.sql, meeting);
  return outcomes;
}
