import { z } from 'zod';
import type { LineConflict, LineStep, WordsAt } from '../../../../shared/contract/minutes.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { removeText } from '../interviews/answer-text.ts';
import { movePositions } from '../texts/move-positions.ts';
import { ordinalAt } from './line-order.ts';
import { releaseRecord, settleRecord } from './line-record.ts';
import { findLine, type LineRecord } from './line-row.ts';
import type { MeetingRecord } from './meeting-row.ts';

type Put = Extract<LineStep, { do: 'put' }>;

/** What a step left to be said. */
export interface StepOutcome {
  readonly conflict: LineConflict | null;
  readonly kept: string | null;
}
const nothing: StepOutcome = { conflict: null, kept: null };

/** Carries out one step of an edit. @throws AppError NOT_FOUND for a line of another meeting */
export function takeStep(call: Call, meeting: MeetingRecord, step: LineStep): StepOutcome {
  const line = findLine(call.sql, step.lineId);
  if (line !== undefined && line.meeting_id !== meeting.id) throw new AppError('NOT_FOUND');
  switch (step.do) {
    case 'put':
      return line === undefined ? insert(call, meeting, step) : overwrite(call, meeting, line, step);
    case 'remove':
      return line === undefined ? nothing : remove(call, meeting, line, step.into);
    case 'move':
      if (line !== undefined) moveLine(call, meeting, step);
      return nothing;
  }
}

/** A line that is not there is made, also when somebody else has removed it meanwhile: its words are not lost. */
function insert(call: Call, meeting: MeetingRecord, step: Put): StepOutcome {
  const { sql, workspace } = call;
  const textId = workspace.newId();
  sql.insert('text', {
    id: textId,
    project_id: meeting.project_id,
    kind: 'minutes',
    meeting_id: meeting.id,
    language: meeting.language,
    speaker_role: null,
    said_on: meeting.held_on,
    body: step.body,
  });
  const { lineId, after } = step;
  const agendaItemId = itemOf(call, meeting, step.agendaItemId);
  sql.insert('minute_line', {
    id: lineId,
    meeting_id: meeting.id,
    agenda_item_id: agendaItemId,
    ordinal: ordinalAt(sql, { meetingId: meeting.id, lineId, agendaItemId, after }),
    text_id: textId,
  });
  if (step.from !== undefined) {
    const source = findLine(sql, step.from.lineId);
    if (source?.meeting_id === meeting.id) cutCodings(sql, source, { textId, at: step.from.at, length: step.body.length });
  }
  return nothing;
}

function overwrite(call: Call, meeting: MeetingRecord, line: LineRecord, step: Put): StepOutcome {
  const { sql, workspace } = call;
  if (line.body === step.body) return nothing;
  const other = step.seen === line.body ? null : otherWriter(call, line.text_id);
  if (other !== null) {
    const ownLineId = workspace.newId();
    insert(call, meeting, { ...step, lineId: ownLineId, agendaItemId: line.agenda_item_id, after: line.id, from: undefined });
    return { conflict: { lineId: line.id, ownLineId, theirs: line.body, ...other }, kept: null };
  }
  sql.run('UPDATE text SET body = :body WHERE id = :id', { id: line.text_id, body: step.body });
  // A coding is at least one character wide, also while its line is being emptied and written anew.
  movePositions(call, line.text_id, line.body === '' ? ' ' : line.body, step.body === '' ? ' ' : step.body);
  settleRecord(call, meeting, line, { words: step.body });
  return nothing;
}

const Written = z.object({ by: z.string(), at: z.string(), is_own: z.int() });
const writtenSql = `
SELECT coalesce(actor.name, '') AS by, op.at, (op.window_id = :windowId AND op.actor_id = :actorId) AS is_own
FROM op_change JOIN op ON op.seq = op_change.op_seq LEFT JOIN actor ON actor.id = op.actor_id
WHERE table_name = 'text' AND row_id = :textId ORDER BY op_change.n DESC LIMIT 1`;

/** Who wrote a text last, if it was not this window: what this window wrote itself is no surprise to it. */
function otherWriter({ sql, windowId, actorId, workspace }: Call, textId: string): { by: string; at: string } | null {
  const written = sql.get(Written, writtenSql, { textId, windowId, actorId });
  if (written?.is_own === 1) return null;
  return { by: written?.by ?? '', at: written?.at ?? new Date(workspace.now()).toISOString() };
}

function remove(call: Call, meeting: MeetingRecord, line: LineRecord, into: WordsAt | undefined): StepOutcome {
  const { sql } = call;
  const kept = releaseRecord(call, line);
  const target = into === undefined ? undefined : findLine(sql, into.lineId);
  if (into !== undefined && target?.meeting_id === meeting.id) {
    sql.run(
      `UPDATE coding SET text_id = :textId, start_offset = start_offset + :at, end_offset = end_offset + :at, is_whole = 0
       WHERE text_id = :from`,
      { textId: target.text_id, from: line.text_id, at: into.at },
    );
    sql.run('UPDATE memo SET text_id = :textId WHERE text_id = :from', { textId: target.text_id, from: line.text_id });
  }
  sql.run('DELETE FROM minute_line WHERE id = :id', { id: line.id });
  removeText(sql, line.text_id);
  return { conflict: null, kept };
}

/** Codings of the words that were cut off go with them; one that lay over the cut stays where it began, and is doubtful. */
function cutCodings(
  sql: Statements,
  source: LineRecord,
  to: { readonly textId: string; readonly at: number; readonly length: number },
): void {
  if (to.length === 0) return;
  sql.run(
    `UPDATE coding SET text_id = :textId, start_offset = start_offset - :at, end_offset = min(end_offset - :at, :length)
     WHERE text_id = :from AND is_whole = 0 AND start_offset >= :at AND start_offset - :at < :length`,
    { textId: to.textId, from: source.text_id, at: to.at, length: to.length },
  );
}

function moveLine(call: Call, meeting: MeetingRecord, step: Extract<LineStep, { do: 'move' }>): void {
  const { sql } = call;
  const { lineId, after } = step;
  const agendaItemId = itemOf(call, meeting, step.agendaItemId);
  sql.run('UPDATE minute_line SET agenda_item_id = :agendaItemId, ordinal = :ordinal WHERE id = :lineId', {
    lineId,
    agendaItemId,
    ordinal: ordinalAt(sql, { meetingId: meeting.id, lineId, agendaItemId, after }),
  });
}

const Item = z.object({ meeting_id: z.string() });

/** The item a line stands under. One that somebody has taken away meanwhile is none: the words are kept. @throws AppError NOT_FOUND for one of another meeting */
function itemOf({ sql }: Call, meeting: MeetingRecord, agendaItemId: string | null): string | null {
  if (agendaItemId === null) return null;
  const item = sql.get(Item, 'SELECT meeting_id FROM agenda_item WHERE id = :agendaItemId', { agendaItemId });
  if (item === undefined) return null;
  if (item.meeting_id !== meeting.id) throw new AppError('NOT_FOUND');
  return agendaItemId;
}
