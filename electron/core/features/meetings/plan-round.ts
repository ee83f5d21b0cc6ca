import { z } from 'zod';
import type { InferSchemaOutput } from '@orpc/contract';
import type { planning, SeriesChoice } from '../../../../shared/contract/meetings-planning.ts';
import type { MeetingId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { todayOf } from '../projects/today.ts';
import { addKept, makeSheet } from './change-sheets.ts';
import { draftInvitations, servingPlace } from './draft-invitations.ts';
import { assertPlaceThen } from './place-then.ts';
import { chosenProject } from './project-choice.ts';
import { saveSeries } from './series.ts';
import { insertMeeting } from './write-meeting.ts';

type PlanInput = InferSchemaOutput<NonNullable<(typeof planning.planRound)['~orpc']['inputSchema']>>;
const Named = z.object({ name: z.string() });

/**
 * A round with a meeting for each place, draft invitations to the organisations that serve them, and the question sheet as draft; all in
 * the caller's operation. @throws AppError NOT_FOUND, PLACE_NOT_THEN, NAME_TAKEN
 */
export function planRound(call: Call, input: PlanInput): { roundId: string; meetingIds: MeetingId[]; invitations: number } {
  const { sql, workspace, operation } = call;
  const placeIds = [...new Set(input.placeIds)];
  operation.label({ name: input.name, count: placeIds.length });
  for (const placeId of placeIds) assertPlaceThen(sql, placeId, input.planned?.sortOn ?? null);
  const projectId = chosenProject(call, input.project, input.language, input.today);
  const roundId = workspace.newId();
  sql.insert('meeting_round', {
    id: roundId,
    project_id: projectId,
    series_id: seriesFor(call, input.series, placeIds),
    name: input.name,
    year: input.year,
    planned_as_said: input.planned?.asSaid ?? null,
    planned_sort_on: input.planned?.sortOn ?? null,
    planned_precision: input.planned?.precision ?? null,
  });
  const today = todayOf(call, input.today);
  let invitations = 0;
  const meetingIds = placeIds.map((placeId) => {
    const meetingId = insertMeeting(call, projectId, { ...meetingFields(call, input, placeId), roundId });
    if (input.hasInvitations) invitations += draftInvitations(call, meetingId, servingPlace(call, placeId, today), input.language);
    return meetingId;
  });
  if (input.bankQuestionIds.length > 0) addKept(call, makeSheet(call, { roundId }), input.bankQuestionIds);
  return { roundId, meetingIds, invitations };
}

function meetingFields({ sql }: Call, input: PlanInput, placeId: string) {
  const place = sql.get(Named, 'SELECT name FROM place WHERE id = :placeId', { placeId })?.name ?? '';
  return {
    kind: input.kind,
    kindName: input.kindName,
    title: input.title.replaceAll('{place}', place),
    placeId,
    format: input.format,
    // The round's period is the meeting's until it gets a day of its own.
    planned: input.planned,
    language: input.language,
  };
}

/** A new series goes round the places of its first round. */
function seriesFor(call: Call, choice: SeriesChoice | null, placeIds: readonly string[]): string | null {
  if (choice === null) return null;
  if ('newName' in choice)
    return saveSeries(call, { id: null, name: choice.newName, timesPerYear: choice.timesPerYear, note: null, placeIds });
  const found = call.sql.get(z.object({ id: z.string() }), 'SELECT id FROM meeting_series WHERE id = :id', { id: choice.id });
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found.id;
}
