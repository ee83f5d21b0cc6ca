import type { refi } from '../../../../shared/contract/refi.ts';
import type { Handlers } from '../../rpc/call.ts';
import { exportFacts, exportProject } from './export/export-project.ts';
import { lossList } from './loss-list.ts';
import { importProject, inspectProject } from './import/import-project.ts';

export const refiHandlers: Handlers<typeof refi> = {
  exportFacts,
  exportProject,
  lossList,
  inspectProject,
  importProject,
  discardFile: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
};
