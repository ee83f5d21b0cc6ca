import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { keepQuestion, removeKept } from './keep.ts';
import { bankVersions, listBank } from './kept.ts';
import { useQuestions } from './use.ts';

export const bankHandlers: Handlers<typeof contract.bank> = {
  list: ({ sql }, input) => ({ questions: listBank(sql, input) }),
  versions: ({ sql }, { key }) => ({ questions: bankVersions(sql, key) }),
  keep: keepQuestion,
  use: (call, input) => ({ questionIds: useQuestions(call, input) }),
  remove: (call, input) => {
    removeKept(call, input);
    return {};
  },
};
