import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { assignRole } from './assign-role.ts';
import { importSurvey } from './import-survey.ts';
import { inspectUpload } from './inspect-upload.ts';
import { tryMapping } from './try-mapping.ts';

export const exchangeHandlers: Handlers<typeof contract.exchange> = {
  inspect: inspectUpload,
  assignRole,
  tryMapping,
  importSurvey,
  discard: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
};
