import type { Platform } from '../../shared/commands/keys.ts';

/** Which modifier means "command" on this machine. */
export const platform: Platform = /mac/iu.test(navigator.platform) ? 'mac' : 'other';
