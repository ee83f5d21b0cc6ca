import type { Attribution, ObservationKind, ObservationStatus, Perspective } from '../../../../shared/contract/observations.ts';
import type { MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Call } from '../../rpc/call.ts';
import { todayOf } from '../projects/today.ts';

/** A good example, a challenge, an idea, a question raised, something learned, a case story, an outcome or a new contact. */
export interface NewObservation {
  readonly kind: ObservationKind;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly projectId?: ProjectId | null | undefined;
  readonly meetingId?: MeetingId | null | undefined;
  /** The statement or the line in the minutes it was made from. */
  readonly textId?: string | null | undefined;
  readonly language?: Language | undefined;
  /** ISO day it was said. */
  readonly saidOn?: string | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly attributedBodyId?: string | null | undefined;
  readonly attributedOrganisationId?: string | null | undefined;
  readonly perspective?: Perspective | null | undefined;
  readonly amountAsSaid?: string | null | undefined;
  /** 'new' where none is given. */
  readonly status?: ObservationStatus | undefined;
  readonly placeId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
  readonly isShareable?: boolean | undefined;
}

/** Writes an observation and the first step of its life inside the caller's operation; answers its id. */
export function writeObservation(call: Pick<Call, 'sql' | 'workspace' | 'session'>, observation: NewObservation): string {
  const { sql, workspace } = call;
  const id = workspace.newId();
  const meetingId = observation.meetingId ?? null;
  const status = observation.status ?? 'new';
  sql.insert('observation', {
    id,
    project_id: observation.projectId ?? null,
    meeting_id: meetingId,
    text_id: observation.textId ?? null,
    kind: observation.kind,
    title: observation.title,
    body: observation.body ?? null,
    language: observation.language ?? 'nb',
    said_on: observation.saidOn ?? null,
    attribution: observation.attribution ?? null,
    attributed_body_id: observation.attributedBodyId ?? null,
    attributed_organisation_id: observation.attributedOrganisationId ?? null,
    perspective: observation.perspective ?? null,
    amount_as_said: observation.amountAsSaid ?? null,
    status,
    place_id: observation.placeId ?? null,
    service_id: observation.serviceId ?? null,
    is_shareable: observation.isShareable === true ? 1 : 0,
  });
  const happenedOn = observation.saidOn ?? todayOf(call, undefined);
  sql.insert('observation_event', { id: workspace.newId(), observation_id: id, status, happened_on: happenedOn, meeting_id: meetingId });
  return id;
}
