import { z } from 'zod';
import { ObservationKind, ObservationStatus, type ObservationFields } from '../../../../shared/contract/observations.ts';
import type { MeetingId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { givenColumns, updateRow, type Given } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';

const columnOf = {
  kind: 'kind',
  title: 'title',
  body: 'body',
  language: 'language',
  projectId: 'project_id',
  meetingId: 'meeting_id',
  saidOn: 'said_on',
  attribution: 'attribution',
  attributedBodyId: 'attributed_body_id',
  attributedOrganisationId: 'attributed_organisation_id',
  perspective: 'perspective',
  amountAsSaid: 'amount_as_said',
  placeId: 'place_id',
  serviceId: 'service_id',
} as const;

const Known = z.object({ kind: ObservationKind, title: z.string(), status: ObservationStatus.nullable(), is_shareable: z.int() });

/** What an observation is and how it stands; one without a status is new. @throws AppError NOT_FOUND */
export function knownObservation({ sql }: Pick<Call, 'sql'>, observationId: string) {
  const known = sql.get(Known, 'SELECT kind, title, status, is_shareable FROM observation WHERE id = :observationId', { observationId });
  if (known === undefined) throw new AppError('NOT_FOUND');
  return { ...known, status: known.status ?? 'new' };
}

/**
 * Writes what was changed in an observation. What becomes a case story, and a case story with other words, may not be told to others before
 * somebody has said again how it was made unrecognisable. @throws AppError NOT_FOUND
 */
export function changeObservation(call: Call, observationId: string, fields: Given<ObservationFields>): void {
  const known = knownObservation(call, observationId);
  const isStory = (fields.kind ?? known.kind) === 'case-story';
  const isOtherwise = known.kind !== 'case-story' || fields.body !== undefined || fields.title !== undefined;
  const row = givenColumns(fields, columnOf);
  updateRow(call.sql, 'observation', observationId, isStory && isOtherwise ? { ...row, is_shareable: 0 } : row);
}

/** A step in an observation's life. */
export interface ObservationStep {
  readonly status: ObservationStatus;
  /** ISO day. */
  readonly happenedOn: string;
  readonly note?: string | undefined;
  readonly meetingId?: MeetingId | undefined;
}

/** Writes one step of an observation's life inside the caller's operation. */
export function addObservationStep(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  observationId: string,
  step: ObservationStep,
): void {
  const { status, happenedOn, note, meetingId } = step;
  sql.insert('observation_event', {
    id: workspace.newId(),
    observation_id: observationId,
    status,
    happened_on: happenedOn,
    note: note === undefined || note === '' ? null : note,
    meeting_id: meetingId ?? null,
  });
  sql.run('UPDATE observation SET status = :status WHERE id = :observationId', { status, observationId });
}
