import { z } from 'zod';
import { type RecurrenceFilter } from '../../../../shared/contract/recurrence.ts';
import { Perspective } from '../../../../shared/contract/observations.ts';
import { Language } from '../../../../shared/model/text.ts';
import { heldDate, HeldDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { mayBeSeen } from '../coding/index.ts';
import type { PlaceBook } from './join-places.ts';
import type { SpokenLine } from './tally.ts';

/** A meeting that has minutes. */
export interface MinutedMeeting {
  readonly id: string;
  readonly title: string;
  readonly placeId: string | null;
  readonly held: HeldDate | null;
}

/** A line of minutes with what columns and filters ask for. */
export interface CodedLine extends SpokenLine {
  readonly id: string;
  readonly language: Language;
  readonly perspective: Perspective | null;
  readonly bodyId: string | null;
}

const MeetingRow = z.object({
  id: z.string(),
  title: z.string(),
  place_id: z.string().nullable(),
  held_on: z.string().nullable(),
  held_precision: HeldDate.shape.precision.nullable(),
});
// The minutes' own day stands in where nobody has said when the meeting was. Grouped over minute_line_by_meeting.
const meetingSql = `
SELECT meeting.id, meeting.title, meeting.place_id, coalesce(meeting.held_on, min(nullif(text.said_on, ''))) AS held_on, meeting.held_precision
FROM meeting JOIN minute_line ON minute_line.meeting_id = meeting.id JOIN text ON text.id = minute_line.text_id
LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
WHERE (:projectId IS NULL OR meeting.project_id = :projectId)
AND (:roundId IS NULL OR meeting.round_id = :roundId)
AND (:seriesId IS NULL OR meeting_round.series_id = :seriesId)
GROUP BY meeting.id ORDER BY held_on NULLS FIRST, meeting.title, meeting.id`;

/** Whose view a line gives: as marked, else as the role of the one who spoke says. */
export const perspectiveSql = `coalesce(minute_line.perspective, CASE text.speaker_role
  WHEN 'user' THEN 'users' WHEN 'relative' THEN 'relatives' WHEN 'staff' THEN 'staff' WHEN 'representative' THEN 'organisations' END)`;

const LineRow = z.object({
  id: z.string(),
  meeting_id: z.string(),
  language: Language,
  perspective: Perspective.nullable(),
  body_id: z.string().nullable(),
  theme_id: z.string().nullable(),
  is_explicit: z.int().nullable(),
});
// The meetings lead: minute_line_by_meeting, the text's key, coding_by_text.
const lineSql = `
SELECT minute_line.id, minute_line.meeting_id, text.language, ${perspectiveSql} AS perspective, minute_line.attributed_body_id AS body_id,
  coding.theme_id, max(coding.certainty = 'explicit') AS is_explicit
FROM json_each(:meetings) AS wanted JOIN minute_line ON minute_line.meeting_id = wanted.value
JOIN text ON text.id = minute_line.text_id LEFT JOIN counted_coding AS coding ON coding.text_id = text.id AND ${mayBeSeen()}
WHERE (:language IS NULL OR text.language = :language) AND (:mark IS NULL OR minute_line.mark = :mark)
AND (:bodyId IS NULL OR minute_line.attributed_body_id = :bodyId) AND (:perspective IS NULL OR ${perspectiveSql} = :perspective)
GROUP BY minute_line.id, coding.theme_id`;

/** Meetings with minutes that the filter lets through, oldest first; those without a day before all. */
export function readMeetings(sql: Statements, filter: RecurrenceFilter, places: PlaceBook): MinutedMeeting[] {
  const rows = sql.all(MeetingRow, meetingSql, {
    projectId: filter.projectId ?? null,
    roundId: filter.roundId ?? null,
    seriesId: filter.seriesId ?? null,
  });
  const wanted =
    filter.placeId === undefined
      ? null
      : places.within(
          filter.placeId,
          rows.flatMap((row) => row.place_id ?? []),
        );
  return rows
    .map((row) => ({ id: row.id, title: row.title, placeId: row.place_id, held: heldDate(row.held_on, row.held_precision) }))
    .filter(({ placeId, held }) => (wanted === null || (placeId !== null && wanted.has(placeId))) && isWithin(held, filter));
}

function isWithin(held: HeldDate | null, { fromYear, toYear }: RecurrenceFilter): boolean {
  if (fromYear === undefined && toYear === undefined) return true;
  const year = yearOf(held);
  return year !== null && year >= (fromYear ?? year) && year <= (toYear ?? year);
}

/** The year a meeting was held in, as far as anyone knows. */
export function yearOf(held: HeldDate | null): number | null {
  return held === null ? null : Number(held.on.slice(0, 4));
}

/** The lines of these meetings that the filter lets through, each with its themes, as far as the person at the machine may see them. */
export function readLines(workspace: Workspace, meetings: readonly MinutedMeeting[], filter: RecurrenceFilter): CodedLine[] {
  const rows = workspace.sql.all(LineRow, lineSql, {
    meetings: JSON.stringify(meetings.map(({ id }) => id)),
    language: filter.language ?? null,
    mark: filter.mark ?? null,
    perspective: filter.perspective ?? null,
    bodyId: filter.bodyId ?? null,
    actorId: workspace.knownActor(),
  });
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, [first, ...others]]) => {
    if (first === undefined) return [];
    const themes = [first, ...others].flatMap(({ theme_id: themeId, is_explicit: isExplicit }) =>
      themeId === null ? [] : [[themeId, isExplicit === 1] as const],
    );
    const { meeting_id: meetingId, language, perspective, body_id: bodyId } = first;
    return [{ id, meetingId, language, perspective, bodyId, themes: new Map(themes) }];
  });
}
