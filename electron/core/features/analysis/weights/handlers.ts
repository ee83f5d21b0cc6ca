import type { analysisWeights } from '../../../../../shared/contract/analysis-weights.ts';
import type { Handlers } from '../../../rpc/call.ts';

export const weightHandlers: Handlers<typeof analysisWeights> = {};
