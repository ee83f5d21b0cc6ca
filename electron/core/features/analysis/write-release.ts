import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { AppError } from '../../app-error.ts';
import type { OperationHandle } from '../../db/operations.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { dayIn } from '../../words.ts';
import { readRegister, subtractableReleases } from './register.ts';
import type { MadeExhibit } from './release-exhibit.ts';

interface Wanted {
  readonly projectId: string;
  readonly definition: ExhibitDefinition;
}

/**
 * The one gate: what may not leave stops here, whichever way it wanted to go.
 * @throws AppError NOT_RELEASABLE, TOO_FEW
 */
export function assertReleasable(sql: Statements, { exhibit, gated, facts, raw }: MadeExhibit, { projectId, definition }: Wanted): void {
  if (gated.findings.length > 0) throw new AppError('NOT_RELEASABLE', { count: gated.findings.length });
  const [earlier] = subtractableReleases(readRegister(sql, projectId), definition, exhibit, {
    rule: facts.rule,
    most: raw.rounds?.most,
  });
  if (earlier !== undefined) {
    const params = {
      number: earlier.number,
      date: dayIn(definition.language, earlier.releasedAt),
      recipient: earlier.recipient ?? '',
      hasRecipient: earlier.recipient === null ? 'no' : 'yes',
    };
    throw new AppError('NOT_RELEASABLE', params, 'analysis.finding.subtraction');
  }
  const hasAnything = exhibit.rows.some(({ cells }) => cells.some(({ state }) => state === 'shown' || state === 'words'));
  if (!hasAnything) throw new AppError('TOO_FEW', { threshold: facts.rule.threshold });
}

interface Release extends Wanted {
  /** Carries its release number. */
  readonly exhibit: ReleasedExhibit;
  /** A file's ending, or `clipboard`. */
  readonly format: string;
  readonly recipient?: string | undefined;
  readonly releasedAt: string;
}

/** Enters a table in the register of releases: what left, when, in which form, to whom, and the figures themselves. */
export function writeRelease(
  call: Pick<Call, 'sql' | 'workspace' | 'actorId'>,
  operation: Pick<OperationHandle, 'label'>,
  { projectId, definition, exhibit, format, recipient = '', releasedAt }: Release,
): void {
  const number = exhibit.releaseNumber ?? 0;
  operation.label({ number }, 'analysis.export.deed');
  call.sql.insert('release', {
    id: call.workspace.newId(),
    number,
    project_id: projectId,
    exhibit_id: null,
    definition: JSON.stringify(definition),
    figures: JSON.stringify(exhibit),
    format,
    recipient: recipient.trim() === '' ? null : recipient.trim(),
    released_by: call.actorId,
    released_at: releasedAt,
    recalled_at: null,
  });
}
