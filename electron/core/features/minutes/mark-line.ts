import { z } from 'zod';
import type { ActionFields } from '../../../../shared/contract/minutes.ts';
import type { LineMark } from '../../../../shared/contract/meeting-terms.ts';
import type { Attribution, Perspective } from '../../../../shared/contract/observations.ts';
import { CodingId, type ThemeId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { applyTheme } from '../coding/apply.ts';
import { removeCoding } from '../coding/place-codings.ts';
import { shortened, themeName } from '../themes/theme-terms.ts';
import { releaseRecord, settleRecord } from './line-record.ts';
import { requireLine, type LineRecord } from './line-row.ts';
import { findMeeting, noteChange } from './meeting-row.ts';

interface MarkInput {
  readonly lineId: string;
  readonly mark: LineMark | null;
  readonly action?: ActionFields | undefined;
}

/**
 * Marks a line, or takes its mark off. What the line had become goes with the old mark, unless somebody has worked on it: `kept` names
 * what stays. @throws AppError NOT_FOUND
 */
export function markLine(call: Call, { lineId, mark, action }: MarkInput): { kept: string[] } {
  const { sql, operation } = call;
  const line = requireLine(sql, lineId);
  if (line.mark === mark) return { kept: [] };
  const meeting = findMeeting(sql, line.meeting_id);
  const kept = releaseRecord(call, line);
  sql.run('UPDATE minute_line SET mark = :mark WHERE id = :lineId', { lineId, mark });
  if (line.mark === 'theme' && mark === null) removeOwnThemes(call, line);
  const bare = { ...line, mark, action_id: null, finding_id: null, observation_id: null };
  settleRecord(call, meeting, bare, { words: line.body, action });
  noteChange(sql, meeting);
  operation.label(
    { mark: (mark ?? line.mark ?? '').replace('-', '_'), line: shortened(line.body) },
    mark === null ? 'minutes.mark.undoOff' : 'minutes.mark.undo',
  );
  return { kept: kept === null ? [] : [kept] };
}

const Found = z.object({ id: z.string() });

/** The themes this person put on the whole line; other coders' stay. */
function removeOwnThemes(call: Call, line: LineRecord): void {
  const { sql, actorId } = call;
  const own = sql.all(Found, 'SELECT id FROM coding WHERE text_id = :textId AND coder_id = :actorId AND is_whole = 1', {
    textId: line.text_id,
    actorId,
  });
  for (const { id } of own) removeCoding(call, id);
}

interface AttributeInput {
  readonly lineId: string;
  readonly attribution: Attribution | null;
  readonly bodyId: string | null;
  readonly organisationId: string | null;
  readonly perspective: Perspective | null;
}

/** Whose words a text holds, by whose view a line is. */
const speakers: Readonly<Record<Perspective, string>> = {
  users: 'user',
  relatives: 'relative',
  staff: 'staff',
  organisations: 'organisation',
  politicians: 'politician',
};

/** Says who said a line, for the line and for what it became. @throws AppError NOT_FOUND */
export function attributeLine(call: Call, input: AttributeInput): void {
  const { sql, operation } = call;
  const line = requireLine(sql, input.lineId);
  const isNamed = input.attribution === 'body';
  const values = {
    attribution: input.attribution,
    body: isNamed ? input.bodyId : null,
    organisation: isNamed ? input.organisationId : null,
    perspective: input.perspective,
  };
  const set = `attribution = :attribution, attributed_body_id = :body, attributed_organisation_id = :organisation, perspective = :perspective`;
  sql.run(`UPDATE minute_line SET ${set} WHERE id = :id`, { ...values, id: line.id });
  if (line.observation_id !== null) sql.run(`UPDATE observation SET ${set} WHERE id = :id`, { ...values, id: line.observation_id });
  if (input.perspective !== line.perspective)
    sql.run('UPDATE text SET speaker_role = :role WHERE id = :id', {
      id: line.text_id,
      role: input.perspective === null ? null : speakers[input.perspective],
    });
  noteChange(sql, { id: findMeeting(sql, line.meeting_id).id });
  operation.label({ line: shortened(line.body) });
}

const Owned = z.object({ code: z.string() });

/** Says who owns what was agreed in a line, with whom, and by when. @throws AppError NOT_FOUND when the line holds no action */
export function agree(call: Call, { lineId, action }: { readonly lineId: string; readonly action: AgreedFields }): void {
  const { sql, operation } = call;
  const line = requireLine(sql, lineId);
  const standing = line.action_id === null ? undefined : sql.get(Owned, 'SELECT code FROM action WHERE id = :id', { id: line.action_id });
  if (standing === undefined || line.action_id === null) throw new AppError('NOT_FOUND');
  // Going through the fields of one action is one step.
  operation.mergeWith(`minutes-agree:${lineId}`);
  for (const [column, value] of columnsOf(action))
    sql.run(`UPDATE action SET ${column} = :value WHERE id = :id AND ${column} IS NOT :value`, { value, id: line.action_id });
  noteChange(sql, { id: findMeeting(sql, line.meeting_id).id });
  operation.label({ code: standing.code });
}

type AgreedFields = { readonly [K in keyof ActionFields]?: ActionFields[K] | undefined };

function columnsOf(action: AgreedFields): (readonly [string, string | null])[] {
  const { due } = action;
  const columns: (readonly [string, string | null | undefined])[] = [
    ['owner_organisation_id', action.ownerOrganisationId],
    ['owner_person_id', action.ownerPersonId],
    ['owner_as_said', action.ownerAsSaid],
    ['parties', action.parties],
    ...(due === undefined
      ? []
      : ([
          ['due_as_said', due.asSaid],
          ['due_sort_on', due.sortOn],
          ['due_precision', due.precision],
        ] as const)),
  ];
  return columns.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

interface CodeInput {
  readonly lineId: string;
  readonly themeId: ThemeId;
  readonly isInferred: boolean;
  readonly reason?: string | undefined;
}

/** Puts a theme on a line's words. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT for a line without words */
export function codeLine(call: Call, { lineId, themeId, isInferred, reason }: CodeInput): { codingId: CodingId | null } {
  const { sql, operation } = call;
  const line = requireLine(sql, lineId);
  const { codingIds } = applyTheme(call, { textIds: [line.text_id], themeId });
  const [codingId] = codingIds;
  if (codingId !== undefined && isInferred)
    sql.run("UPDATE coding SET certainty = 'inferred', reason = :reason WHERE id = :id", {
      id: codingId,
      reason: reason === undefined || reason === '' ? null : reason,
    });
  sql.run("UPDATE minute_line SET mark = 'theme' WHERE id = :lineId AND mark IS NULL", { lineId });
  operation.label({ theme: themeName(sql, themeId), line: shortened(line.body) }, 'minutes.code.undo');
  return { codingId: codingId === undefined ? null : CodingId.parse(codingId) };
}
