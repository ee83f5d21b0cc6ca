import { z } from 'zod';
import type { MeetingRequest } from '../../../../shared/contract/meetings-planning.ts';
import { MeetingStatus, RequestStatus } from '../../../../shared/contract/meeting-terms.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { named } from './names.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'operation'>;
const text = z.string().nullable();
const RequestRow = z.object({
  id: z.string(),
  wording: z.string(),
  organisation_id: text,
  organisation: text,
  person_id: text,
  person: text,
  place_id: text,
  place: text,
  code: text,
  asked_by_as_said: text,
  asked_on: text,
  status: RequestStatus,
  answer: text,
  meeting_id: MeetingId.nullable(),
  meeting_title: text,
  meeting_status: MeetingStatus.nullable(),
});
const requestSql = `SELECT meeting_request.id, meeting_request.wording, meeting_request.organisation_id, organisation.name AS organisation,
  meeting_request.person_id, person.name AS person, meeting_request.place_id, place.name AS place, place.code,
  meeting_request.asked_by_as_said, meeting_request.asked_on, meeting_request.status, meeting_request.answer, meeting_request.meeting_id,
  meeting.title AS meeting_title, meeting.status AS meeting_status
FROM meeting_request LEFT JOIN organisation ON organisation.id = meeting_request.organisation_id
LEFT JOIN person ON person.id = meeting_request.person_id LEFT JOIN place ON place.id = meeting_request.place_id
LEFT JOIN meeting ON meeting.id = meeting_request.meeting_id
ORDER BY meeting_request.status <> 'new', meeting_request.asked_on DESC, meeting_request.id DESC LIMIT 500`;

/** Requests for a meeting: unanswered first, newest first. */
export function listRequests(sql: Statements): MeetingRequest[] {
  return sql.all(RequestRow, requestSql).map((row) => ({
    id: row.id,
    wording: row.wording,
    askedBy: {
      organisation: named(row.organisation_id, row.organisation),
      person: named(row.person_id, row.person),
      asSaid: row.asked_by_as_said,
    },
    place: named(row.place_id, row.place, row.code),
    askedOn: row.asked_on,
    status: row.status,
    answer: row.answer,
    meeting:
      row.meeting_id === null || row.meeting_status === null
        ? null
        : { id: row.meeting_id, title: row.meeting_title ?? '', status: row.meeting_status },
  }));
}

const Count = z.object({ n: z.int() });

/** How many requests nobody has answered. */
export function countNewRequests(sql: Statements): number {
  return sql.get(Count, "SELECT count(*) AS n FROM meeting_request WHERE status = 'new'")?.n ?? 0;
}

/** What a request is made of. */
export interface RequestFields {
  readonly id: string | null;
  readonly wording: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly askedByAsSaid: string | null;
  readonly askedOn: string | null;
}

/** Records a request, or corrects one. @throws AppError NOT_FOUND */
export function saveRequest({ sql, workspace, operation }: Writing, { id, ...fields }: RequestFields): { id: string } {
  operation.label({ wording: cut(fields.wording) });
  const row = {
    wording: fields.wording,
    organisation_id: fields.organisationId,
    person_id: fields.personId,
    place_id: fields.placeId,
    asked_by_as_said: fields.askedByAsSaid,
    asked_on: fields.askedOn,
  };
  if (id === null) {
    const made = workspace.newId();
    sql.insert('meeting_request', { id: made, ...row, status: 'new' });
    return { id: made };
  }
  updateRow(sql, 'meeting_request', id, row);
  return { id };
}

const OpenRow = z.object({ wording: z.string(), status: RequestStatus, organisation_id: text, person_id: text, place_id: text });
export type OpenRequest = z.infer<typeof OpenRow>;

/** A request that waits for an answer. @throws AppError NOT_FOUND, ALREADY_ANSWERED */
export function openRequest({ sql, operation }: Writing, id: string): OpenRequest {
  const row = sql.get(OpenRow, 'SELECT wording, status, organisation_id, person_id, place_id FROM meeting_request WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ wording: cut(row.wording) });
  if (row.status !== 'new') throw new AppError('ALREADY_ANSWERED');
  return row;
}

/** Says what came of a request. */
export function answerRequest({ sql }: Writing, id: string, status: RequestStatus, answer: string | null, meetingId: string | null): void {
  sql.run('UPDATE meeting_request SET status = :status, answer = :answer, meeting_id = :meetingId WHERE id = :id', {
    id,
    status,
    answer,
    meetingId,
  });
}

/** @throws AppError NOT_FOUND */
export function removeRequest({ sql, operation }: Writing, id: string): void {
  const row = sql.get(z.object({ wording: z.string() }), 'SELECT wording FROM meeting_request WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ wording: cut(row.wording) });
  sql.run('DELETE FROM meeting_request WHERE id = :id', { id });
}
