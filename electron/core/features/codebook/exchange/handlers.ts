import type { codebookExchange } from '../../../../../shared/contract/codebook-exchange.ts';
import type { Handlers } from '../../../rpc/call.ts';
import { exportFacts, exportFile } from './export-file.ts';
import { importFile, inspectFile } from './import-file.ts';

export const codebookExchangeHandlers: Handlers<typeof codebookExchange> = {
  exportFacts: ({ sql }) => exportFacts(sql),
  exportFile,
  inspectFile,
  importFile,
  discardFile: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
};
