import type { contract } from '../../../../shared/contract/index.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { changeBlock } from './blocks/change-block.ts';
import { insertBlocks, insertInSection } from './blocks/insert-blocks.ts';
import { listBlocks } from './blocks/list-blocks.ts';
import { listPlaces } from './blocks/list-places.ts';
import { markRead } from './blocks/mark-read.ts';
import { moveBlocks, removeBlocks } from './blocks/move-blocks.ts';
import { takeOver } from './blocks/take-over.ts';
import { changeReport } from './change-report.ts';
import { createReport } from './create-report.ts';
import { assemble } from './document/assemble.ts';
import { readStyle } from './document/read-style.ts';
import { exportReport } from './export/export-report.ts';
import { listReports } from './list-reports.ts';
import { seeLogo } from './style/see-logo.ts';
import { setHouseStyle } from './style/set-house-style.ts';

/** A command that answers nothing. */
function does<I>(work: (call: Call, input: I) => void): (call: Call, input: I) => Record<string, never> {
  return (call, input) => {
    work(call, input);
    return {};
  };
}

export const reportsHandlers: Handlers<typeof contract.reports> = {
  list: ({ sql }, { projectId }) => ({ reports: listReports(sql, projectId) }),
  blocks: ({ sql }, { reportId }) => ({ blocks: listBlocks(sql, reportId) }),
  document: (call, { reportId }) => assemble(call, reportId).document,
  places: ({ sql, actorId }, { projectId }) => ({ places: listPlaces(sql, projectId, actorId) }),
  create: (call, input) => ({ reportId: createReport(call, input) }),
  change: does((call, { reportId, ...change }) => changeReport(call, reportId, change)),
  insert: (call, { reportId, after, blocks }) => ({ blockIds: insertBlocks(call, reportId, after, blocks) }),
  insertInSection: (call, input) => ({ blockIds: insertInSection(call, input) }),
  changeBlock: does((call, input) => changeBlock(call, input)),
  move: does((call, input) => moveBlocks(call, input)),
  remove: does((call, { blockIds }) => removeBlocks(call, blockIds)),
  markRead: does((call, { blockId }) => markRead(call, blockId)),
  takeOver: (call, { blockId }) => ({ blockIds: takeOver(call, blockId) }),
  houseStyle: ({ sql }) => readStyle(sql),
  seeLogo: (call) => seeLogo(call),
  setHouseStyle: (call, input) => setHouseStyle(call, input),
  export: (call, input) => exportReport(call, input),
};
