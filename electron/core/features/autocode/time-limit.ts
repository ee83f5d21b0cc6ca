import { createContext, Script } from 'node:vm';

/** Thrown when work was stopped because it took too long. */
export class TookTooLong extends Error {}

const script = new Script('work()');

/**
 * Makes a runner of pure work that stops it after `ms` milliseconds, and when all it has run took `inAll`: also in the middle of a regular
 * expression that would never end. Nothing but its own values may be touched by the work: it can stop anywhere. The runner throws
 * TookTooLong.
 */
export function createTimeLimit(ms: number, inAll: number): <T>(work: () => T) => T {
  let left = inAll;
  let step: () => void = () => undefined;
  const context = createContext({ work: () => step() });
  return <T>(work: () => T): T => {
    const results: T[] = [];
    step = () => {
      results.push(work());
    };
    if (left < 1) throw new TookTooLong();
    const begun = performance.now();
    try {
      script.runInContext(context, { timeout: Math.min(ms, Math.floor(left)) });
    } catch (error) {
      // Made by another realm, so it is no Error of this one.
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        throw new TookTooLong();
      throw error;
    } finally {
      left -= performance.now() - begun;
    }
    const [result] = results;
    // The work ran to its end, so its result is there; it may itself be undefined.
    return result as T;
  };
}
