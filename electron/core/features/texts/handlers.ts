import type { texts } from '../../../../shared/contract/texts.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readCodings, readSomeCodings } from '../coding/read-codings.ts';
import { correctText } from './correct.ts';
import { documentsHandlers } from './documents/handlers.ts';
import { readMemos, readProjectMemos, removeMemo, writeMemo } from './memos.ts';
import { readText } from './read-text.ts';
import { settleDoubtful } from './settle-doubtful.ts';

export const textsHandlers: Handlers<typeof texts> = {
  ...documentsHandlers,
  read: ({ sql, actorId }, input) => readText(sql, input.textId, actorId),
  codings: ({ sql, actorId }, input) => ({ codings: readSomeCodings(sql, input.codingIds, actorId) }),
  correct: (call, input) => correctText(call, input),
  settleDoubtful: (call, input) => ({ texts: readCodings(call.sql, settleDoubtful(call, input.codingIds), call.actorId) }),
  memos: (call, input) => ({ memos: readMemos(call, input.on) }),
  projectMemos: (call, input) => readProjectMemos(call, input),
  writeMemo: (call, input) => ({ memoId: writeMemo(call, input) }),
  removeMemo: (call, input) => {
    removeMemo(call, input.memoId);
    return {};
  },
};
