import type { contract } from '../../../../shared/contract/index.ts';
import { remembered } from '../../db/remembered.ts';
import type { Handlers } from '../../rpc/call.ts';
import { listInterviewIds } from '../interviews/list.ts';
import { addAsked, removeAsked } from './add-asked.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { listAsked, listAskedIds } from './asked-list.ts';
import { batchCheck } from './batch-check.ts';
import { changeInterviews } from './change-interviews.ts';
import { giveConsent, withdrawConsent } from './consents.ts';
import { erase } from './erase.ts';
import { exportResponse } from './export-response.ts';
import { readParticipant } from './participant.ts';
import { countQuality, listQuality } from './quality-lists.ts';
import { recordEvent, removeEvent } from './record-event.ts';
import { removeInterviews } from './remove-interviews.ts';
import { readResponseFigures } from './response-figures.ts';
import { readStatistics } from './statistics.ts';
import { markInsufficient, setFrame, setLimit } from './wave-marks.ts';
import { withdraw } from './withdraw.ts';
import { readWithdrawalReach } from './withdrawal-reach.ts';

export const fieldworkHandlers: Handlers<typeof contract.fieldwork> = {
  listAsked: ({ workspace }, input) => listAsked(workspace, input),
  askedIds: ({ workspace }, input) => listAskedIds(workspace, input),
  participant: ({ sql }, { respondentId }) => readParticipant(sql, respondentId),
  addAsked: (call, input) => addAsked(call, input),
  removeAsked: (call, input) => removeAsked(call, input),
  recordEvent: (call, input) => recordEvent(call, input),
  removeEvent: (call, { eventId }) => removeEvent(call, eventId),
  setFrame: (call, input) => setFrame(call, input),
  markInsufficient: (call, input) => markInsufficient(call, input),
  responseFigures: ({ workspace }, { projectId }) =>
    remembered(workspace, `figures ${projectId}`, () => readResponseFigures(workspace, projectId)),
  exportResponse: (call, input) => exportResponse(call, input),
  setPartialFrom: (call, input) => setLimit(call, 'partialFrom', input),
  setCompleteFrom: (call, input) => setLimit(call, 'completeFrom', input),
  giveConsent: (call, input) => giveConsent(call, input),
  withdrawConsent: (call, input) => withdrawConsent(call, input),
  withdrawalReach: ({ sql, workspace }, { respondentId }) => readWithdrawalReach(sql, workspace.path, respondentId),
  withdraw: (call, input) => withdraw(call, input),
  erase: (call, input) => erase(call, input),
  quality: ({ sql, workspace }, input) => remembered(workspace, `quality ${JSON.stringify(input)}`, () => countQuality(sql, input)),
  listQuality: ({ sql }, input) => listQuality(sql, input),
  batchCheck: (call, input) => batchCheck(call, input),
  askToConfirm: (call, input) => askToConfirm(call, input),
  statistics: ({ sql, workspace }, input) => remembered(workspace, `statistics ${JSON.stringify(input)}`, () => readStatistics(sql, input)),
  interviewIds: ({ sql }, input) => listInterviewIds(sql, input),
  changeInterviews: (call, input) => changeInterviews(call, input),
  removeInterviews: (call, input) => removeInterviews(call, input),
};
