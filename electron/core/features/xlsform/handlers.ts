import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { exportForm } from './export-form.ts';
import { importForm } from './import-form.ts';
import { inspectForm } from './inspect-form.ts';

export const xlsformHandlers: Handlers<typeof contract.xlsform> = {
  inspect: inspectForm,
  importForm,
  exportForm,
  discard: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
};
