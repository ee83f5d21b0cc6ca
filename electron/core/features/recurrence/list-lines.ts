import { z } from 'zod';
import {
  RecurrenceLine,
  type RecurrenceBy,
  type RecurrenceFilter,
  type RecurrencePlaceMode,
} from '../../../../shared/contract/recurrence.ts';
import { LineMark } from '../../../../shared/contract/meeting-terms.ts';
import { Perspective } from '../../../../shared/contract/observations.ts';
import { MeetingId, ThemeId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { mayBeSeen } from '../coding/index.ts';
import { columnKeys } from './columns-of.ts';
import { openPlaceBook } from './join-places.ts';
import { perspectiveSql, readLines, readMeetings } from './read-lines.ts';
import { readThemeOrder } from './read-themes.ts';
import { rolledUp } from './tally.ts';

const mostLines = 200;

export interface LinesInput {
  readonly filter: RecurrenceFilter;
  readonly by: RecurrenceBy;
  readonly placeMode: RecurrencePlaceMode;
  readonly themeId: ThemeId;
  readonly key: string | undefined;
}

const Row = z.object({
  id: z.string(),
  meeting_id: MeetingId,
  body: z.string(),
  language: Language,
  mark: LineMark.nullable(),
  perspective: Perspective.nullable(),
  attribution: RecurrenceLine.shape.attribution,
  attributed_to: z.string().nullable(),
});
const detailSql = `
SELECT minute_line.id, minute_line.meeting_id, text.body, text.language, minute_line.mark, ${perspectiveSql} AS perspective, minute_line.attribution,
  coalesce(body.name, organisation.name) AS attributed_to
FROM json_each(:ids) AS wanted JOIN minute_line ON minute_line.id = wanted.value JOIN text ON text.id = minute_line.text_id
LEFT JOIN body ON body.id = minute_line.attributed_body_id
LEFT JOIN organisation ON organisation.id = minute_line.attributed_organisation_id
LEFT JOIN agenda_item ON agenda_item.id = minute_line.agenda_item_id
ORDER BY agenda_item.ordinal NULLS FIRST, minute_line.ordinal`;

const ReasonRow = z.object({ id: z.string(), theme_id: ThemeId, reason: z.string().nullable() });
const reasonSql = `
SELECT minute_line.id, coding.theme_id, max(coding.reason) AS reason
FROM json_each(:ids) AS wanted JOIN minute_line ON minute_line.id = wanted.value JOIN text ON text.id = minute_line.text_id
JOIN counted_coding AS coding ON coding.text_id = text.id
WHERE ${mayBeSeen()}
GROUP BY minute_line.id, coding.theme_id`;

/** The lines that bring up a theme or one under it, in a column or in all: by time, then as in the minutes. */
export function listLines(workspace: Workspace, input: LinesInput): { lines: RecurrenceLine[]; total: number } {
  const { sql } = workspace;
  const book = openPlaceBook(workspace, input.placeMode);
  const meetings = readMeetings(sql, input.filter, book);
  const places = book.columnsFor(input.by === 'places' ? meetings.flatMap(({ placeId }) => placeId ?? []) : []);
  const keyOf = columnKeys(input.by, { meetings, places });
  const { parents } = readThemeOrder(sql);
  const found = readLines(workspace, meetings, input.filter).filter(
    (line) => (input.key === undefined || keyOf(line) === input.key) && rolledUp(line.themes, parents).has(input.themeId),
  );
  const meetingOf = new Map(meetings.map((meeting, index) => [meeting.id, { ...meeting, index }]));
  const order = (id: string): number => meetingOf.get(id)?.index ?? 0;
  const wanted = found.toSorted((a, b) => order(a.meetingId) - order(b.meetingId));
  const ids = JSON.stringify(wanted.map(({ id }) => id));
  const rows = sql.all(Row, detailSql, { ids }).toSorted((a, b) => order(a.meeting_id) - order(b.meeting_id));
  const reasons = new Map(
    sql.all(ReasonRow, reasonSql, { ids, actorId: workspace.knownActor() }).map((row) => [`${row.id} ${row.theme_id}`, row.reason]),
  );
  const themesOf = new Map(wanted.map((line) => [line.id, line.themes]));
  const lines = rows.slice(0, mostLines).map((row): RecurrenceLine => {
    const meeting = meetingOf.get(row.meeting_id);
    const place = meeting?.placeId == null ? null : book.nameOf(meeting.placeId);
    return {
      id: row.id,
      meetingId: row.meeting_id,
      meeting: meeting?.title ?? '',
      held: meeting?.held ?? null,
      place,
      body: row.body,
      language: row.language,
      mark: row.mark,
      perspective: row.perspective,
      attribution: row.attribution,
      attributedTo: row.attributed_to,
      themes: [...(themesOf.get(row.id) ?? [])].flatMap(([themeId, isExplicit]) =>
        rolledUp(new Map([[themeId, true]]), parents).has(input.themeId)
          ? // The ids of a workspace's themes are the contract's.
            [
              {
                themeId: themeId as ThemeId,
                isInferred: !isExplicit,
                reason: isExplicit ? null : (reasons.get(`${row.id} ${themeId}`) ?? null),
              },
            ]
          : [],
      ),
    };
  });
  return { lines, total: found.length };
}
