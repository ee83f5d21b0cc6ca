import type { analysisExhibits } from '../../../../../shared/contract/analysis-exhibits.ts';
import type { Handlers } from '../../../rpc/call.ts';
import { readBehind } from '../behind/behind.ts';
import { gateTools } from '../gate-tools.ts';
import { exportTabBook } from '../tab-book/export-tab-book.ts';
import { tablesOf } from '../tab-book/tables.ts';
import { viewExhibit } from '../view-exhibit.ts';
import { changeKept, keep, listKept, orderKept, removeKept } from './kept.ts';
import { rerunKept } from './rerun.ts';

export const exhibitHandlers: Handlers<typeof analysisExhibits> = {
  kept: ({ sql }, { projectId }) => ({ exhibits: listKept(sql, projectId) }),
  keep: (call, input) => ({ exhibitId: keep(call, input) }),
  changeKept: (call, { exhibitId, ...change }) => {
    changeKept(call, exhibitId, change);
    return {};
  },
  orderKept: (call, { projectId, exhibitIds }) => {
    orderKept(call, projectId, exhibitIds);
    return {};
  },
  removeKept: (call, { exhibitId }) => {
    removeKept(call, exhibitId);
    return {};
  },
  rerun: (call, { projectId }) => rerunKept(call, projectId),
  tabBook: async (call, { projectId, book, from, limit }) => {
    const all = tablesOf(call.sql, projectId, book);
    const tools = gateTools(call);
    const createdAt = new Date(call.session.deps.now()).toISOString();
    const page = all.slice(from, from + limit);
    return {
      of: all.length,
      tables: page.map((definition) => ({ definition, view: viewExhibit(call.sql, { projectId, definition, createdAt, tools }) })),
    };
  },
  exportTabBook: (call, input) => exportTabBook(call, input),
  behind: ({ sql }, input) => readBehind(sql, input),
};
