import type { contract } from '../../../../shared/contract/index.ts';
import { WaveId } from '../../../../shared/model/ids.ts';
import { readWaves } from '../../analysis/units.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { copyExhibit } from './copy-exhibit.ts';
import { exhibitHandlers } from './exhibits/handlers.ts';
import { exportExhibit } from './export-exhibit.ts';
import { gateTools } from './gate-tools.ts';
import { insideView } from './inside-view.ts';
import { makeExhibit } from './release-exhibit.ts';
import { screeningHandlers } from './screening/handlers.ts';
import { listVariables } from './variables.ts';
import { viewExhibit } from './view-exhibit.ts';
import { weightHandlers } from './weights/handlers.ts';

function now({ session }: Call): string {
  return new Date(session.deps.now()).toISOString();
}

export const analysisHandlers: Handlers<(typeof contract)['analysis']> = {
  ...exhibitHandlers,
  ...screeningHandlers,
  ...weightHandlers,
  variables: ({ sql }, { projectId }) => ({
    groups: listVariables(sql, projectId),
    waves: readWaves(sql, projectId).map(({ id, name }) => ({ id: WaveId.parse(id), name })),
  }),
  exhibit: (call, { projectId, definition }) =>
    viewExhibit(call.sql, { projectId, definition, createdAt: now(call), tools: gateTools(call), hasWays: true }),
  insideView: (call, { projectId, definition }) =>
    insideView(makeExhibit(call.sql, { projectId, definition, createdAt: now(call), tools: gateTools(call) })),
  copy: (call, input) => ({ released: copyExhibit(call, input) }),
  export: (call, input) => exportExhibit(call, input),
};
