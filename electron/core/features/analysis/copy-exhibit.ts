import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import type { Call } from '../../rpc/call.ts';
import { gateTools } from './gate-tools.ts';
import { latestRelease, nextReleaseNumber, readRegister } from './register.ts';
import { makeExhibit } from './release-exhibit.ts';
import { assertReleasable, writeRelease } from './write-release.ts';

/**
 * Lets a table out by the clipboard. The same figures copied again are the same release; others get a number of their own.
 * @throws AppError NOT_RELEASABLE, TOO_FEW, NOT_FOUND
 */
export function copyExhibit(
  call: Call,
  { projectId, definition }: { readonly projectId: string; readonly definition: ExhibitDefinition },
): ReleasedExhibit {
  const releasedAt = new Date(call.session.deps.now()).toISOString();
  const made = makeExhibit(call.sql, { projectId, definition, createdAt: releasedAt, tools: gateTools(call) });
  assertReleasable(call.sql, made, { projectId, definition });
  const latest = latestRelease(readRegister(call.sql, projectId), definition, made.exhibit);
  if (latest?.isCurrent === true) return { ...made.exhibit, releaseNumber: latest.entry.number };
  const exhibit = { ...made.exhibit, releaseNumber: nextReleaseNumber(call.sql) };
  writeRelease(call, call.operation, { projectId, definition, exhibit, format: 'clipboard', releasedAt });
  return exhibit;
}
