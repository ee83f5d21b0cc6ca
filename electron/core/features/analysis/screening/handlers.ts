import type { analysisScreening } from '../../../../../shared/contract/analysis-screening.ts';
import type { Handlers } from '../../../rpc/call.ts';

export const screeningHandlers: Handlers<typeof analysisScreening> = {};
