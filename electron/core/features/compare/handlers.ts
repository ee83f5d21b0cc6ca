import type { contract } from '../../../../shared/contract/index.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { gateTools } from '../analysis/gate-tools.ts';
import { compareFigures } from './figures.ts';
import { compareMeetings } from './meetings.ts';
import { compareProjects } from './projects.ts';

function now({ session }: Call): string {
  return new Date(session.deps.now()).toISOString();
}

export const compareHandlers: Handlers<(typeof contract)['compare']> = {
  figures: async (call, input) => compareFigures(call.sql, { ...input, createdAt: now(call), tools: gateTools(call) }),
  projects: async (call, input) => compareProjects(call.sql, { ...input, createdAt: now(call), tools: gateTools(call) }),
  meetings: async (call, input) => compareMeetings(call.workspace, { ...input, createdAt: now(call), tools: gateTools(call) }),
};
