import type { codebook } from '../../../../shared/contract/codebook.ts';
import type { Handlers } from '../../rpc/call.ts';

export const codebookHandlers: Handlers<typeof codebook> = {};
