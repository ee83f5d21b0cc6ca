import type { Overview, OverviewPlace, Promised, WheelMeeting } from '../../../../shared/contract/projects.ts';
import type { ActionRow } from '../../../../shared/contract/actions.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import { listActions } from '../actions/list-actions.ts';
import { listMeetings, meetingYears } from '../meetings/list-meetings.ts';
import { listProjects } from './list-projects.ts';
import { overviewPlaces } from './overview-places.ts';

export interface OverviewSelection {
  readonly projectId: ProjectId | undefined;
  readonly year: number | undefined;
  /** ISO day on the person's wall. */
  readonly today: string;
}

/** What needs somebody: the year's meetings, promises not kept or not told, places and projects. */
export function readOverview({ sql, actorId }: Pick<Call, 'sql' | 'actorId'>, { projectId, year, today }: OverviewSelection): Overview {
  const years = meetingYears(sql, projectId);
  const shownYear = year ?? latestYear(years, Number(today.slice(0, 4)));
  return {
    year: shownYear,
    years,
    meetings: listMeetings(sql, { projectId, year: shownYear }).map(toWheel),
    promises: listActions(sql, { projectId, due: undefined, today, limit: 500, offset: 0 }).filter(isPromise).map(toPromise),
    places: overviewPlaces(sql, projectId, today) satisfies OverviewPlace[],
    projects: listProjects(sql, actorId, projectId),
  };
}

/** The latest year that has begun, else the first one to come, else this year. */
function latestYear(years: readonly number[], thisYear: number): number {
  return years.find((year) => year <= thisYear) ?? years.at(-1) ?? thisYear;
}

function toWheel(meeting: ReturnType<typeof listMeetings>[number]): WheelMeeting {
  const { id, title, area, status, planned, held, isFirstOfKind, gapReason } = meeting;
  return { id, title, area, status, planned, held, isFirstOfKind, gapReason };
}

/** Not done, or over without the users having been told. What was handed over is no longer ours to keep. */
function isPromise(action: ActionRow): boolean {
  if (action.status === 'agreed' || action.status === 'under-way') return true;
  return action.status !== 'handed-over' && !action.isReportedBack;
}

function toPromise(action: ActionRow): Promised {
  const { id, code, wording, language, status, due, daysOverdue, owner, place } = action;
  const agreedOn = action.events.find((event) => event.kind === 'agreed')?.on ?? action.meeting?.on ?? null;
  return { id, code, wording, language, status, due, daysOverdue, owner, place, agreedOn, isReportedBack: action.isReportedBack };
}
