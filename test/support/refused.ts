import { expect } from 'vitest';

/** Matches a refusal with this error code. */
export function refused(code: string): unknown {
  return expect.objectContaining({ code });
}
