import type { RecurrenceFilter, RecurrencePlaceMode, Unmentioned } from '../../../../shared/contract/recurrence.ts';
import type { MeetingId, ThemeId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openPlaceBook } from './join-places.ts';
import { readLines, readMeetings } from './read-lines.ts';
import { readThemeOrder } from './read-themes.ts';
import { rolledUp } from './tally.ts';

/** Themes in use that no line in the selection brings up, with the latest time anybody did, anywhere. */
export function listUnmentioned(
  workspace: Workspace,
  { filter, placeMode }: { readonly filter: RecurrenceFilter; readonly placeMode: RecurrencePlaceMode },
): { themes: Unmentioned[]; mentioned: number } {
  const { sql } = workspace;
  const places = openPlaceBook(workspace, placeMode);
  const { parents, order, inUse } = readThemeOrder(sql);
  const mentioned = new Set(
    readLines(workspace, readMeetings(sql, filter, places), filter).flatMap((line) => [...rolledUp(line.themes, parents).keys()]),
  );
  const everywhere = readMeetings(sql, {}, places);
  const meetingOf = new Map(everywhere.map((meeting, index) => [meeting.id, { ...meeting, index }]));
  // Later meetings write over earlier ones: what stands at the end is the last.
  const lastIn = new Map<string, string>();
  const indexOf = (meetingId: string): number => meetingOf.get(meetingId)?.index ?? -1;
  for (const line of readLines(workspace, everywhere, {})) {
    for (const themeId of rolledUp(line.themes, parents).keys()) {
      const known = lastIn.get(themeId);
      if (known === undefined || indexOf(known) < indexOf(line.meetingId)) lastIn.set(themeId, line.meetingId);
    }
  }
  const themes = order.flatMap((id): Unmentioned[] => {
    if (mentioned.has(id) || !inUse.has(id)) return [];
    const meeting = meetingOf.get(lastIn.get(id) ?? '');
    const last =
      meeting === undefined
        ? null
        : {
            // The ids of a workspace's rows are the contract's.
            meetingId: meeting.id as MeetingId,
            meeting: meeting.title,
            held: meeting.held,
            place: meeting.placeId === null ? null : places.nameOf(meeting.placeId),
          };
    return [{ themeId: id as ThemeId, last }];
  });
  return { themes, mentioned: order.filter((id) => mentioned.has(id)).length };
}
