import type { autocode } from '../../../../shared/contract/autocode.ts';
import type { Handlers } from '../../rpc/call.ts';
import { previewRule } from './preview.ts';
import { runRule } from './run.ts';

export const autocodeHandlers: Handlers<typeof autocode> = {
  preview: (call, input) => previewRule(call, input),
  run: (call, input) => runRule(call, input),
};
