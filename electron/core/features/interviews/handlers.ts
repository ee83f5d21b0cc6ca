import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readInterview } from './detail.ts';
import { finishInterview } from './finish.ts';
import { findInterview } from './interview-row.ts';
import { findUnfinished, listInterviews } from './list.ts';
import { confirmAnswer, writeNote } from './notes.ts';
import { keepPlace } from './place.ts';
import { readStartForm, startInterview } from './start.ts';
import { writeAnswer } from './write-answer.ts';

export const interviewHandlers: Handlers<typeof contract.interviews> = {
  list: (call, input) => listInterviews(call, input),
  unfinished: (call, { projectId }) => findUnfinished(call, projectId),
  startForm: (call, { projectId }) => readStartForm(call, projectId),
  start: (call, input) => startInterview(call, input),
  get: (call, { interviewId }) => readInterview(call, interviewId),
  answer: (call, input) => writeAnswer(call, input),
  confirm: (call, input) => confirmAnswer(call, input),
  moveTo: ({ sql, workspace }, { interviewId, questionId }) => {
    // Who reads a file that cannot be written keeps the place in the window only.
    if (workspace.isReadOnly) return {};
    findInterview(sql, interviewId);
    keepPlace(sql, interviewId, { questionId, at: new Date(workspace.now()).toISOString() });
    return {};
  },
  remark: (call, input) => writeNote(call, input, 'remark'),
  specify: (call, input) => writeNote(call, input, 'specify'),
  complete: (call, { interviewId }) => finishInterview(call, interviewId, 'complete'),
  endPartial: (call, { interviewId }) => finishInterview(call, interviewId, 'partial'),
};
