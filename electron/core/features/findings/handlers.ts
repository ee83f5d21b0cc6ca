import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { listFindings } from './list-findings.ts';

export const findingsHandlers: Handlers<typeof contract.findings> = {
  list: ({ sql }, input) => ({ findings: listFindings(sql, input) }),
};
