import type { RawCheck } from '../../../../shared/contract/raw-export.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { nextReleaseNumber } from '../analysis/register.ts';
import { enterRelease } from '../analysis/write-release.ts';
import { assertSamePersons, type RawSource } from './source.ts';

/** Finished files that are about to leave. */
interface LeavingData {
  readonly input: { readonly projectId: string; readonly versionId: string; readonly recipient: string };
  readonly number: number;
  readonly format: 'raw-data' | 'de-identified';
  /** What they were made of and how, as the register keeps it. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly check: RawCheck;
  /** What the check comes to now. */
  readonly checkNow: () => RawCheck;
  readonly source: RawSource;
}

/**
 * Enters finished files in the register, with what the check of who stands out came to. Between the steps of the work another window may have
 * released something, somebody may have withdrawn, or an answer that was checked may have changed; then the files are void.
 * @throws AppError CANCELLED
 */
export function enterData(call: Call, { input, number, format, definition, figures, check, checkNow, source }: LeavingData): void {
  const { projectId, recipient } = input;
  const { records, smallest, underThreshold } = check;
  const known = check.columns.flatMap(({ id, isKnown }) => (isKnown ? [id] : []));
  call.commit((operation) => {
    if (nextReleaseNumber(call.sql) !== number) throw new AppError('CANCELLED');
    assertSamePersons(call.sql, input, source.interviews);
    if (JSON.stringify(checkNow()) !== JSON.stringify(check)) throw new AppError('CANCELLED');
    enterRelease(call, operation, {
      projectId,
      number,
      definition,
      figures: { ...figures, check: { known, records, smallest, underThreshold } },
      format,
      recipient,
      releasedAt: new Date(call.session.deps.now()).toISOString(),
    });
  });
}
