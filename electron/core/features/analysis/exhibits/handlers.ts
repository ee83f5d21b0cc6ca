import type { analysisExhibits } from '../../../../../shared/contract/analysis-exhibits.ts';
import type { Handlers } from '../../../rpc/call.ts';

export const exhibitHandlers: Handlers<typeof analysisExhibits> = {};
