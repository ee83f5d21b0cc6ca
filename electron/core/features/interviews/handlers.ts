import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { addTurn, removeTurn } from './change-turns.ts';
import { readInterview } from './detail.ts';
import { setFacts } from './facts.ts';
import { finishInterview } from './finish.ts';
import { findUnfinished, listInterviews, readFacets } from './list.ts';
import { moveTo } from './move-to.ts';
import { listInterviewers } from './interviewers.ts';
import { confirmAnswer, writeNote, writeNotes } from './notes.ts';
import { readStartForm } from './start-form.ts';
import { startInterview } from './start.ts';
import { writeAnswer } from './write-answer.ts';

export const interviewHandlers: Handlers<typeof contract.interviews> = {
  list: (call, input) => listInterviews(call, input),
  facets: (call, input) => readFacets(call, input),
  unfinished: (call, { projectId }) => findUnfinished(call, projectId),
  interviewers: (call, { projectId }) => listInterviewers(call, projectId),
  startForm: (call, { projectId }) => readStartForm(call, projectId),
  start: (call, input) => startInterview(call, input),
  get: (call, { interviewId }) => readInterview(call, interviewId),
  answer: (call, input) => writeAnswer(call, input),
  confirm: (call, input) => confirmAnswer(call, input),
  moveTo: (call, input) => moveTo(call, input),
  addTurn: (call, input) => addTurn(call, input),
  removeTurn: (call, input) => removeTurn(call, input),
  setFacts: (call, input) => setFacts(call, input),
  notes: (call, input) => writeNotes(call, input),
  remark: (call, input) => writeNote(call, input, 'remark'),
  specify: (call, input) => writeNote(call, input, 'specify'),
  complete: (call, { interviewId }) => finishInterview(call, interviewId, 'complete'),
  endPartial: (call, { interviewId }) => finishInterview(call, interviewId, 'partial'),
};
