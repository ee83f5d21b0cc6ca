import type { framework } from '../../../../shared/contract/framework.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readCellQuotes } from './cell-quotes.ts';
import { checkFile } from './export/check-file.ts';
import { exportFramework } from './export/export-framework.ts';
import { listFrameworks } from './find-framework.ts';
import { linkQuote, unlinkQuote } from './link-quote.ts';
import { makeFinding } from './make-finding.ts';
import { placesOf } from './places-of.ts';
import { nextEmpty, readRows } from './read-rows.ts';
import { finishCell, writeSummary } from './write-cell.ts';
import { createFramework, removeFramework, renameFramework, setThemes } from './write-framework.ts';

export const frameworkHandlers: Handlers<typeof framework> = {
  list: ({ sql }, { projectId }) => ({
    frameworks: listFrameworks(sql, projectId).map(({ projectId: _project, ...one }) => one),
  }),
  rows: ({ sql, actorId }, { from, limit, beside, ...scope }) => readRows(sql, actorId, scope, { from, limit, beside }),
  nextEmpty: ({ sql }, { row, column, ...scope }) => ({ place: nextEmpty(sql, scope, { row, column }) }),
  quotes: ({ sql, actorId }, place) => readCellQuotes(sql, actorId, place),
  placesOf: ({ sql, actorId }, words) => ({ places: placesOf(sql, actorId, words) }),
  create: (call, input) => ({ frameworkId: createFramework(call, input) }),
  rename: (call, { frameworkId, name }) => {
    renameFramework(call, frameworkId, name);
    return {};
  },
  remove: (call, { frameworkId }) => {
    removeFramework(call, frameworkId);
    return {};
  },
  setThemes: (call, { frameworkId, themeIds }) => {
    setThemes(call, frameworkId, themeIds);
    return {};
  },
  write: (call, { summary, ...place }) => ({ cellId: writeSummary(call, place, summary) }),
  finish: (call, { isDone, ...place }) => ({ cellId: finishCell(call, place, isDone) }),
  link: (call, { textId, start, end, ...place }) => linkQuote(call, place, { textId, start, end }),
  unlink: (call, { quoteId, ...place }) => {
    unlinkQuote(call, place, quoteId);
    return {};
  },
  makeFinding: (call, input) => makeFinding(call, input),
  fileCheck: ({ sql }, scope) => checkFile(sql, scope),
  export: (call, input) => exportFramework(call, input),
};
