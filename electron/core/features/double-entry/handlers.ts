import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { answerSecond, specifySecond } from './answer-second.ts';
import { addSecondRound, removeSecondRound } from './change-rounds.ts';
import { decide, finishPass, verify } from './decide.ts';
import { decideRound } from './decide-round.ts';
import { readDiscrepancies } from './discrepancies.ts';
import { readErrorRates } from './error-rates.ts';
import { readSecond, startPass } from './start-pass.ts';

export const doubleEntryHandlers: Handlers<typeof contract.doubleEntry> = {
  start: (call, { interviewId }) => startPass(call, interviewId),
  get: (call, { interviewId }) => readSecond(call, interviewId),
  answer: (call, input) => answerSecond(call, input),
  specify: (call, input) => specifySecond(call, input),
  addTurn: (call, input) => addSecondRound(call, input),
  removeTurn: (call, input) => removeSecondRound(call, input),
  finish: (call, { interviewId }) => finishPass(call, interviewId),
  discrepancies: (call, { interviewId }) => readDiscrepancies(call, interviewId),
  decide: (call, input) => decide(call, input),
  decideRound: (call, input) => decideRound(call, input),
  verify: (call, { interviewId }) => verify(call, interviewId),
  errorRates: (call, { projectId }) => readErrorRates(call, projectId),
};
