import { z } from 'zod';
import { findingStepNeeds, nextFindingStatuses } from '../../../../shared/contract/finding-life.ts';
import { FindingStatus, type FindingFields } from '../../../../shared/contract/findings.ts';
import { FindingId, ProjectId, type MeetingId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { givenColumns, updateRow, type Given } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { isWithdrawn } from './withdrawn-evidence.ts';

const columnOf = {
  wording: 'wording',
  language: 'language',
  polarity: 'polarity',
  level: 'level',
  serviceId: 'service_id',
  placeId: 'place_id',
  meetingId: 'meeting_id',
  amountAsSaid: 'amount_as_said',
} as const;

const Known = z.object({ id: FindingId, project_id: ProjectId, code: z.string(), wording: z.string(), status: FindingStatus });
const knownColumns = 'finding.id, finding.project_id, finding.code, finding.wording, finding.status';

/** A finding as it stands in the file. @throws AppError NOT_FOUND */
export function knownFinding({ sql }: Pick<Call, 'sql'>, findingId: FindingId) {
  const known = sql.get(Known, `SELECT ${knownColumns} FROM finding WHERE id = :findingId`, { findingId });
  if (known === undefined) throw new AppError('NOT_FOUND');
  return known;
}

/** The finding that rests on something. @throws AppError NOT_FOUND */
export function findingOfEvidence({ sql }: Pick<Call, 'sql'>, evidenceId: string) {
  const known = sql.get(
    Known,
    `SELECT ${knownColumns} FROM finding_evidence JOIN finding ON finding.id = finding_evidence.finding_id WHERE finding_evidence.id = :evidenceId`,
    { evidenceId },
  );
  if (known === undefined) throw new AppError('NOT_FOUND');
  return known;
}

/** Writes what was changed in a finding; other words are kept beside the old ones. */
export function changeFinding(call: Call, findingId: FindingId, fields: Given<FindingFields>, meetingId?: MeetingId): void {
  const { sql, workspace } = call;
  const known = knownFinding(call, findingId);
  if (fields.wording !== undefined && fields.wording !== known.wording) {
    sql.insert('finding_wording', {
      id: workspace.newId(),
      finding_id: findingId,
      wording_before: known.wording,
      meeting_id: meetingId ?? null,
      changed_at: new Date(workspace.now()).toISOString(),
    });
  }
  updateRow(sql, 'finding', findingId, givenColumns(fields, columnOf));
}

/** A step in a finding's life. */
export interface FindingStep {
  readonly status: FindingStatus;
  /** ISO day. */
  readonly happenedOn: string;
  readonly meetingId?: MeetingId | undefined;
  readonly bodyId?: string | undefined;
  /** The new words, where the step changed them. */
  readonly wording?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Takes a finding one step on, with the words the step changed. `shown` is the state it is shown in, which a withdrawal may have changed.
 * @throws AppError EVENT_IMPOSSIBLE when it cannot go there from where it stands, or the step lacks what it needs
 */
export function takeFindingStep(call: Call, findingId: FindingId, shown: FindingStatus, step: FindingStep): void {
  const known = knownFinding(call, findingId);
  const isNote = shown === step.status && step.note !== undefined;
  if (!isNote) assertPossible(call, known, shown, step);
  // Made final, it no longer rests on what somebody said who has withdrawn.
  if (step.status === 'final') call.sql.run(`DELETE FROM finding_evidence WHERE finding_id = :findingId AND ${isWithdrawn}`, { findingId });
  if (step.wording !== undefined) changeFinding(call, findingId, { wording: step.wording }, step.meetingId);
  writeFindingStep(call, findingId, step);
}

function assertPossible(call: Call, known: z.infer<typeof Known>, shown: FindingStatus, step: FindingStep): void {
  const { code, id: findingId, wording } = known;
  const params = { code, from: plain(shown), to: plain(step.status) };
  if (!nextFindingStatuses(shown).includes(step.status)) throw new AppError('EVENT_IMPOSSIBLE', params, 'findings.error.noSuchStep');
  const needs = findingStepNeeds(step.status);
  if (needs.meeting && step.meetingId === undefined) throw new AppError('EVENT_IMPOSSIBLE', params, 'findings.error.meetingNeeded');
  if (needs.wording && (step.wording ?? wording) === wording)
    throw new AppError('EVENT_IMPOSSIBLE', params, 'findings.error.wordingNeeded');
  if (needs.evidence && !restsOnSomething(call, findingId)) throw new AppError('EVENT_IMPOSSIBLE', params, 'findings.error.noEvidence');
}

/** Writes one step of a finding's life inside the caller's operation. */
function writeFindingStep({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, findingId: FindingId, step: FindingStep): void {
  const { status, happenedOn, meetingId, bodyId, note } = step;
  sql.insert('finding_event', {
    id: workspace.newId(),
    finding_id: findingId,
    status,
    happened_on: happenedOn,
    meeting_id: meetingId ?? null,
    body_id: bodyId ?? null,
    note: note === undefined || note === '' ? null : note,
  });
  sql.run('UPDATE finding SET status = :status WHERE id = :findingId', { status, findingId });
}

/** What a final finding rests on has changed: somebody has to look at it again. */
export function askForALook(call: Call, known: { readonly id: FindingId; readonly status: FindingStatus }, today: string): void {
  if (known.status === 'final') writeFindingStep(call, known.id, { status: 'needs-a-look', happenedOn: today });
}

const Evidence = z.object({ id: z.string() });
const evidenceSql = `SELECT id FROM finding_evidence WHERE finding_id = :findingId
  AND coalesce(text_id, quote_id, framework_cell_id, exhibit_id, meeting_id) IS NOT NULL AND NOT ${isWithdrawn} LIMIT 1`;

/** At least one statement, quote, cell of a matrix, table or meeting; a theme or a note alone is no evidence. */
function restsOnSomething({ sql }: Pick<Call, 'sql'>, findingId: FindingId): boolean {
  return sql.get(Evidence, evidenceSql, { findingId }) !== undefined;
}

/** ICU select keys hold no hyphens. */
export function plain(status: FindingStatus): string {
  return status.replaceAll('-', '');
}
