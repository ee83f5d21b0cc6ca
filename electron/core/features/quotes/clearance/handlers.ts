import type { quotesClearance } from '../../../../../shared/contract/quotes-clearance.ts';
import type { Handlers } from '../../../rpc/call.ts';
import { setAttributes } from './attributes.ts';
import { decideMark, setClearedBody } from './decide.ts';
import { getClearance } from './get-clearance.ts';
import { listClearances } from './list-clearances.ts';
import { approve, propose, sendBack, withdraw } from './lives.ts';

export const clearanceHandlers: Handlers<typeof quotesClearance> = {
  list: ({ sql, actorId }, input) => listClearances(sql, input, actorId),
  get: ({ sql, actorId }, { quoteId }) => getClearance(sql, quoteId, actorId),
  decide: (call, input) => {
    decideMark(call, input);
    return {};
  },
  setClearedBody: (call, { quoteId, body }) => {
    setClearedBody(call, quoteId, body);
    return {};
  },
  setAttributes: (call, { quoteId, attributes }) => {
    setAttributes(call, quoteId, attributes);
    return {};
  },
  propose: (call, { quoteId }) => {
    propose(call, quoteId);
    return {};
  },
  approve: (call, { quoteId }) => {
    approve(call, quoteId);
    return {};
  },
  sendBack: (call, { quoteId, note }) => {
    sendBack(call, quoteId, note);
    return {};
  },
  withdraw: (call, { quoteId }) => {
    withdraw(call, quoteId);
    return {};
  },
};
