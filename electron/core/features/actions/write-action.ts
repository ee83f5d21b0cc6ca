import { z } from 'zod';
import type { ActionStatus } from '../../../../shared/contract/actions.ts';
import { ActionId, type FindingId, type MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { VagueDate } from '../../../../shared/model/vague.ts';
import { nextCode } from '../../db/next-code.ts';
import type { Call } from '../../rpc/call.ts';
import { todayOf } from '../projects/today.ts';

/** What was agreed. Everything but the words may be missing; an owner or a due that is missing is looked for, not demanded. */
export interface NewAction {
  readonly wording: string;
  readonly projectId?: ProjectId | null | undefined;
  readonly meetingId?: MeetingId | null | undefined;
  readonly findingId?: FindingId | null | undefined;
  readonly observationId?: string | null | undefined;
  readonly placeId?: string | null | undefined;
  readonly ownerOrganisationId?: string | null | undefined;
  readonly ownerPersonId?: string | null | undefined;
  readonly ownerAsSaid?: string | null | undefined;
  readonly parties?: string | null | undefined;
  /** Whom it is for beyond the parties ("politikerne"). */
  readonly addressee?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly reviewingBodyId?: string | null | undefined;
  readonly followUpMeetingId?: MeetingId | null | undefined;
  /** ISO day; without one, the day the meeting was held, or today. */
  readonly agreedOn?: string | null | undefined;
  /** The day it is where it is written down; the core's where nobody says. */
  readonly today?: string | undefined;
  readonly isExistingMeasure?: boolean | undefined;
  readonly due?: VagueDate | null | undefined;
  readonly status?: ActionStatus | undefined;
  readonly result?: string | null | undefined;
  readonly language?: Language | undefined;
}

const MeetingFacts = z.object({ project_id: z.string(), held_on: z.string().nullable() });
const meetingSql = 'SELECT project_id, held_on FROM meeting WHERE id = :meetingId';

/**
 * Writes an action inside the caller's operation, with the next free code (T13 after T12) and the first step of its life. The project is
 * the meeting's where none is given. It neither names the operation nor touches anything else.
 */
export function writeAction(call: Pick<Call, 'sql' | 'workspace' | 'session'>, action: NewAction): ActionId {
  const { sql, workspace } = call;
  const meetingId = action.meetingId ?? null;
  const meeting = meetingId === null ? undefined : sql.get(MeetingFacts, meetingSql, { meetingId });
  const agreedOn = action.agreedOn ?? meeting?.held_on ?? todayOf(call, action.today);
  const id = ActionId.parse(workspace.newId());
  const status = action.status ?? 'agreed';
  sql.insert('action', {
    id,
    project_id: action.projectId ?? meeting?.project_id ?? null,
    code: nextCode(sql, 'action', 'T'),
    meeting_id: meetingId,
    finding_id: action.findingId ?? null,
    observation_id: action.observationId ?? null,
    place_id: action.placeId ?? null,
    wording: action.wording,
    owner_organisation_id: action.ownerOrganisationId ?? null,
    owner_person_id: action.ownerPersonId ?? null,
    owner_as_said: action.ownerAsSaid ?? null,
    parties: action.parties ?? null,
    addressee: action.addressee ?? null,
    channel: action.channel ?? null,
    reviewing_body_id: action.reviewingBodyId ?? null,
    follow_up_meeting_id: action.followUpMeetingId ?? null,
    agreed_on: agreedOn,
    is_existing_measure: action.isExistingMeasure === true ? 1 : 0,
    due_as_said: action.due?.asSaid ?? null,
    due_sort_on: action.due?.sortOn ?? null,
    due_precision: action.due?.precision ?? null,
    status,
    result: action.result ?? null,
    language: action.language ?? 'nb',
  });
  sql.insert('action_event', {
    id: workspace.newId(),
    action_id: id,
    kind: status,
    happened_on: agreedOn,
    note: null,
    meeting_id: meetingId,
  });
  return id;
}
