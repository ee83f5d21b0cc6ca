import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { OperationHandle } from '../../db/operations.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { dayIn } from '../../words.ts';
import { claimsOf, type Claim } from './claims.ts';
import { readRegister, subtractableReleases } from './register.ts';
import type { MadeExhibit } from './release-exhibit.ts';

interface Wanted {
  readonly projectId: string;
  readonly definition: ExhibitDefinition;
}

/**
 * Refuses what, with something that has left before, shows fewer persons than the threshold, and names the release.
 * @throws AppError NOT_RELEASABLE
 */
export function assertNotSubtractable(
  sql: Statements,
  claims: readonly Claim[],
  { projectId, rule, language }: { readonly projectId: string; readonly rule: DisclosureRule; readonly language: Language },
): void {
  const [earlier] = subtractableReleases(readRegister(sql, projectId), claims, rule);
  if (earlier === undefined) return;
  const params = {
    number: earlier.number,
    date: dayIn(language, earlier.releasedAt),
    recipient: earlier.recipient ?? '',
    hasRecipient: earlier.recipient === null ? 'no' : 'yes',
  };
  throw new AppError('NOT_RELEASABLE', params, 'analysis.finding.subtraction');
}

/**
 * The one gate: what may not leave stops here, whichever way it wanted to go.
 * @throws AppError NOT_RELEASABLE, TOO_FEW
 */
export function assertReleasable(sql: Statements, { exhibit, gated, facts, raw }: MadeExhibit, { projectId, definition }: Wanted): void {
  if (gated.findings > 0) throw new AppError('NOT_RELEASABLE', { count: gated.findings });
  const { language } = definition;
  assertNotSubtractable(sql, claimsOf(definition, exhibit, raw.rounds?.most), { projectId, rule: facts.rule, language });
  const hasAnything = exhibit.rows.some(({ cells }) =>
    cells.some(({ state }) => state === 'shown' || state === 'figure' || state === 'words'),
  );
  if (!hasAnything) throw new AppError('TOO_FEW', { threshold: facts.rule.threshold });
}

/** What the register keeps of something that leaves. */
export interface Release {
  readonly projectId: string;
  readonly number: number;
  /** What was asked for. */
  readonly definition: object;
  /** What left, or how much of what; `claims`: what of it could be subtracted. */
  readonly figures: object;
  /** A file's ending, `clipboard`, or what kind of data. */
  readonly format: string;
  readonly recipient?: string | undefined;
  /** UTC, ISO 8601. */
  readonly releasedAt: string;
  readonly id?: string;
}

/** Enters something in the register of releases: what left, when, in which form, to whom. */
export function enterRelease(
  call: Pick<Call, 'sql' | 'workspace' | 'actorId'>,
  operation: Pick<OperationHandle, 'label'>,
  { projectId, number, definition, figures, format, recipient = '', releasedAt, id = call.workspace.newId() }: Release,
): void {
  operation.label({ number }, 'analysis.export.deed');
  call.sql.insert('release', {
    id,
    number,
    project_id: projectId,
    exhibit_id: null,
    definition: JSON.stringify(definition),
    figures: JSON.stringify(figures),
    format,
    recipient: recipient.trim() === '' ? null : recipient.trim(),
    released_by: call.actorId,
    released_at: releasedAt,
    recalled_at: null,
  });
}

interface TableRelease extends Wanted, Pick<Release, 'format' | 'recipient' | 'releasedAt'> {
  /** Carries its release number. */
  readonly exhibit: ReleasedExhibit;
}

/** Enters a table in the register of releases, with the figures themselves. */
export function writeRelease(
  call: Pick<Call, 'sql' | 'workspace' | 'actorId'>,
  operation: Pick<OperationHandle, 'label'>,
  { exhibit, ...release }: TableRelease,
): void {
  enterRelease(call, operation, { ...release, number: exhibit.releaseNumber ?? 0, figures: exhibit });
}
