import { z } from 'zod';
import { loadSolver } from '../../electron/core/analysis/solver.ts';
import { makeExhibit } from '../../electron/core/features/analysis/release-exhibit.ts';
import { nextReleaseNumber } from '../../electron/core/features/analysis/register.ts';
import { assertReleasable, writeRelease } from '../../electron/core/features/analysis/write-release.ts';
import type { OperationHandle } from '../../electron/core/db/operations.ts';
import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import { ExhibitDefinition } from '../../shared/contract/analysis.ts';

/** What has left the program in the sample: kept tables, by name, through the same gate as anybody's. */
const sent = [
  { name: 'Fikk vite hva svarene ble brukt til', format: 'xlsx', recipient: 'Fjordvik kommune', at: '2025-05-28T09:30:00.000Z' },
] as const;

const Kept = z.object({ project_id: z.string(), definition: z.string() });

// The same solver as in the program, or the two would hide different numbers.
const solve = await loadSolver();

/** Enters the sample's releases, with the figures the gate lets through. @throws AppError when it does not let them */
export function writeReleases(workspace: Workspace, operation: OperationHandle, releasedBy: string): void {
  for (const { name, format, recipient, at } of sent) {
    const kept = workspace.sql.get(Kept, 'SELECT project_id, definition FROM exhibit WHERE name = :name', { name });
    if (kept === undefined) throw new Error(`no exhibit is called ${name}`);
    const wanted = { projectId: kept.project_id, definition: ExhibitDefinition.parse(JSON.parse(kept.definition)) };
    const made = makeExhibit(workspace.sql, { ...wanted, createdAt: at, tools: { solve } });
    assertReleasable(workspace.sql, made, wanted);
    const exhibit = { ...made.exhibit, releaseNumber: nextReleaseNumber(workspace.sql) };
    writeRelease({ sql: workspace.sql, workspace, actorId: releasedBy }, operation, {
      ...wanted,
      exhibit,
      format,
      recipient,
      releasedAt: at,
    });
  }
}
