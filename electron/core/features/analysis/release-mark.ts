import { dataMark } from '../../db/data-mark.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { nextReleaseNumber } from './register.ts';

/** What something that leaves is made under: the number it gets, and the state of the data. */
export interface ReleaseMark {
  readonly number: number;
  readonly data: string;
}

/** To be taken before the first thing is counted. */
export function takeReleaseMark({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>): ReleaseMark {
  return { number: nextReleaseNumber(sql), data: dataMark(workspace) };
}

/**
 * To be asked right before it is entered, with nothing to wait for in between: between the steps another window may have released something, or somebody may
 * have withdrawn; then the number, the checks and the file are void. @throws AppError CANCELLED
 */
export function assertMarkStands(call: Pick<Call, 'sql' | 'workspace'>, { number, data }: ReleaseMark): void {
  const now = takeReleaseMark(call);
  if (now.number !== number || now.data !== data) throw new AppError('CANCELLED', {}, 'analysis.export.changedMeanwhile');
}
