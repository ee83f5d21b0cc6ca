import { z } from 'zod';
import type { Timeline } from '../../../../shared/contract/meetings-timeline.ts';
import { ActionId, MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { meetingYears } from './list-meetings.ts';

/** More than this nobody reads in one picture. */
const mostMeetings = 60;
const mostActions = 40;

export interface TimelineScope {
  readonly projectId?: ProjectId | undefined;
  readonly year?: number | undefined;
  /** ISO day on the person's wall. */
  readonly today: string;
}

const ProjectRow = z.object({ id: ProjectId, name: z.string() });
const latestSql = `SELECT project.id, project.name FROM meeting JOIN project ON project.id = meeting.project_id
WHERE (:projectId IS NULL OR project.id = :projectId) AND meeting.status <> 'cancelled'
ORDER BY coalesce(meeting.held_on, meeting.planned_sort_on, '9999') > :today, coalesce(meeting.held_on, meeting.planned_sort_on) DESC, project.name LIMIT 1`;

const MeetingRow = z.object({
  id: MeetingId,
  title: z.string(),
  held_on: z.string().nullable(),
  planned_as_said: z.string().nullable(),
  planned_sort_on: z.string().nullable(),
  planned_precision: VagueDate.shape.precision,
});
const meetingSql = `SELECT id, title, held_on, planned_as_said, planned_sort_on, planned_precision FROM meeting
WHERE project_id = :projectId AND (held_on IS NOT NULL OR status <> 'cancelled')
ORDER BY coalesce(held_on, planned_sort_on) DESC, title, id`;

const ActionRow = z.object({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  status: z.string(),
  agreed_on: z.string().nullable(),
  due_as_said: z.string().nullable(),
  due_sort_on: z.string().nullable(),
  due_precision: VagueDate.shape.precision,
  done_on: z.string().nullable(),
});
// Without a day of its own an action was agreed when its meeting was held; it was done when that was last said of it.
const actionSql = `SELECT action.id, action.code, action.wording, action.status, coalesce(action.agreed_on, meeting.held_on) AS agreed_on,
  action.due_as_said, action.due_sort_on, action.due_precision,
  (SELECT max(happened_on) FROM action_event WHERE action_event.action_id = action.id AND action_event.kind = 'done') AS done_on
FROM action LEFT JOIN meeting ON meeting.id = action.meeting_id
WHERE coalesce(action.project_id, meeting.project_id) = :projectId
ORDER BY coalesce(action.agreed_on, meeting.held_on) DESC, length(action.code) DESC, action.code DESC`;

/** Where only a period is known, its own words stand beside the name: the mark stands at the period's end. */
function labelOf(name: string, asSaid: string | null, precision: VagueDate['precision']): string {
  return asSaid === null || precision === null || precision === 'day' ? name : `${name} («${asSaid}»)`;
}

function meetingMark(row: z.infer<typeof MeetingRow>): Timeline['meetings'][number] | null {
  const on = row.held_on ?? row.planned_sort_on;
  if (on === null) return null;
  const label = row.held_on === null ? labelOf(row.title, row.planned_as_said, row.planned_precision) : row.title;
  return { key: row.id, label, on: on.slice(0, 10), isHeld: row.held_on !== null };
}

function actionWay(row: z.infer<typeof ActionRow>): Timeline['actions'][number] | null {
  if (row.agreed_on === null) return null;
  const isDone = row.status === 'done';
  return {
    key: row.id,
    label: isDone ? row.wording : labelOf(row.wording, row.due_as_said, row.due_precision),
    agreedOn: row.agreed_on,
    dueOn: row.due_sort_on,
    doneOn: isDone ? (row.done_on ?? row.agreed_on) : null,
  };
}

const isOver = (status: string): boolean => status === 'not-done' || status === 'handed-over';

/** Meetings and actions of a project, those that reach into a year or all; the latest ones where there are many. */
export function readTimeline(sql: Statements, { projectId, year, today }: TimelineScope): Timeline | null {
  const project = sql.get(ProjectRow, latestSql, { projectId: projectId ?? null, today });
  if (project === undefined) return null;
  const of = { projectId: project.id };
  const reaches = (from: string, to: string): boolean =>
    year === undefined || (Number(from.slice(0, 4)) <= year && Number(to.slice(0, 4)) >= year);
  const rows = sql.all(MeetingRow, meetingSql, of);
  const marks = rows.flatMap((row) => meetingMark(row) ?? []).filter(({ on }) => reaches(on, on));
  const found = sql.all(ActionRow, actionSql, of);
  const ways = found
    .filter(({ status }) => !isOver(status))
    .flatMap((row) => actionWay(row) ?? [])
    .filter(({ agreedOn, dueOn, doneOn }) => reaches(agreedOn, doneOn ?? dueOn ?? agreedOn));
  const ended = found.filter((row) => isOver(row.status) && (row.agreed_on === null || reaches(row.agreed_on, row.agreed_on)));
  const [meetings, actions] = [marks.slice(0, mostMeetings), ways.slice(0, mostActions)];
  return {
    projectId: project.id,
    project: project.name,
    year: year ?? null,
    years: meetingYears(sql, project.id),
    today,
    meetings,
    actions,
    undated:
      rows.filter((row) => meetingMark(row) === null).length + found.filter((row) => !isOver(row.status) && row.agreed_on === null).length,
    ended: ended.length,
    leftOut: marks.length - meetings.length + ways.length - actions.length,
  };
}
