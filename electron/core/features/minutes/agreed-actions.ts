import { z } from 'zod';
import { ActionStatus } from '../../../../shared/contract/actions.ts';
import type { AgreedAction } from '../../../../shared/contract/minutes.ts';
import { ActionId, type MeetingId } from '../../../../shared/model/ids.ts';
import { VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { named } from './named.ts';

const Row = z.object({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  status: ActionStatus,
  organisation_id: z.string().nullable(),
  organisation: z.string().nullable(),
  person_id: z.string().nullable(),
  person: z.string().nullable(),
  owner_as_said: z.string().nullable(),
  parties: z.string().nullable(),
  due_as_said: z.string().nullable(),
  due_sort_on: z.string().nullable(),
  due_precision: VagueDate.shape.precision,
  reported_back_on: z.string().nullable(),
});
const actionSql = `SELECT action.id, action.code, action.wording, action.status, organisation.id AS organisation_id,
  organisation.name AS organisation, person.id AS person_id, person.name AS person, action.owner_as_said,
  action.parties, action.due_as_said, action.due_sort_on, action.due_precision,
  (SELECT max(told_on) FROM report_back WHERE report_back.action_id = action.id) AS reported_back_on
FROM action LEFT JOIN organisation ON organisation.id = action.owner_organisation_id LEFT JOIN person ON person.id = action.owner_person_id
WHERE action.meeting_id = :meetingId AND (:isAll = 1 OR action.status IN ('agreed', 'under-way')) ORDER BY action.code LIMIT 500`;

/** What was agreed in a meeting: all of it, or only what is not over. */
export function agreedActions(sql: Statements, meetingId: MeetingId, which: 'all' | 'open'): AgreedAction[] {
  return sql.all(Row, actionSql, { meetingId, isAll: which === 'all' ? 1 : 0 }).map((row) => ({
    id: row.id,
    code: row.code,
    wording: row.wording,
    status: row.status,
    owner: row.owner_as_said ?? row.person ?? row.organisation,
    ownerOrganisation: named(row.organisation_id, row.organisation),
    ownerPerson: named(row.person_id, row.person),
    ownerAsSaid: row.owner_as_said,
    parties: row.parties,
    due: { asSaid: row.due_as_said, sortOn: row.due_sort_on, precision: row.due_precision },
    reportedBackOn: row.reported_back_on,
  }));
}
