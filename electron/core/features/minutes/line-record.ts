import { z } from 'zod';
import type { ActionFields } from '../../../../shared/contract/minutes.ts';
import type { LineMark } from '../../../../shared/contract/meeting-terms.ts';
import type { Call } from '../../rpc/call.ts';
import { writeAction } from '../actions/write-action.ts';
import { writeFinding } from '../findings/write-finding.ts';
import { writeObservation } from '../observations/write-observation.ts';
import { shortened } from '../themes/theme-terms.ts';
import type { LineRecord } from './line-row.ts';
import { isOpen, type MeetingRecord } from './meeting-row.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'session'>;

/**
 * Keeps the record that a marked line became in step with its words: made when there are words, reworded while the minutes are being
 * taken and the record still says what the line said. `words` are the new ones, `line.body` those before.
 */
export function settleRecord(
  call: Writing,
  meeting: MeetingRecord,
  line: LineRecord,
  { words, action }: { readonly words: string; readonly action?: ActionFields | undefined },
): void {
  const { sql } = call;
  const wording = words.trim();
  if (line.mark === null || line.mark === 'theme' || wording === '') return;
  const before = line.body.trim();
  const standing = recordOf(line);
  if (standing === null) {
    const column = columnOf(line.mark);
    const id = makeRecord(call, meeting, line, wording, action);
    sql.run(`UPDATE minute_line SET ${column} = :id WHERE id = :lineId`, { id, lineId: line.id });
    return;
  }
  if (!isOpen(meeting) || before === wording) return;
  const column = standing.table === 'observation' ? 'title' : 'wording';
  sql.run(`UPDATE ${standing.table} SET ${column} = :wording WHERE id = :id AND ${column} = :before`, {
    id: standing.id,
    wording,
    before,
  });
}

interface Standing {
  readonly table: 'action' | 'finding' | 'observation';
  readonly id: string;
}

function recordOf(line: LineRecord): Standing | null {
  if (line.action_id !== null) return { table: 'action', id: line.action_id };
  if (line.finding_id !== null) return { table: 'finding', id: line.finding_id };
  return line.observation_id === null ? null : { table: 'observation', id: line.observation_id };
}

function columnOf(mark: LineMark): 'action_id' | 'finding_id' | 'observation_id' {
  if (mark === 'action') return 'action_id';
  return mark === 'finding' ? 'finding_id' : 'observation_id';
}

function makeRecord(call: Writing, meeting: MeetingRecord, line: LineRecord, wording: string, action: ActionFields | undefined): string {
  const common = { meetingId: meeting.id, projectId: meeting.project_id, placeId: meeting.place_id, language: meeting.language };
  if (line.mark === 'action') return writeAction(call, { ...common, ...action, wording });
  if (line.mark === 'finding') {
    const happenedOn = meeting.held_on ?? undefined;
    return writeFinding(call, { ...common, wording, happenedOn, evidence: [{ textId: line.text_id, meetingId: meeting.id }] });
  }
  if (line.mark === null || line.mark === 'theme') throw new Error(`a line marked ${String(line.mark)} becomes no record`);
  return writeObservation(call, {
    ...common,
    kind: line.mark,
    title: wording,
    textId: line.text_id,
    saidOn: meeting.held_on,
    attribution: line.attribution,
    attributedBodyId: line.attributed_body_id,
    attributedOrganisationId: line.attributed_organisation_id,
    perspective: line.perspective,
  });
}

const Kept = z.object({ name: z.string() });

/** Records somebody has worked on since their line made them: they are more than the line now. */
const workedOnSql = {
  action: `SELECT code AS name FROM action WHERE id = :id AND (wording <> :words OR status <> 'agreed' OR result IS NOT NULL
    OR finding_id IS NOT NULL OR observation_id IS NOT NULL OR addressee IS NOT NULL OR channel IS NOT NULL
    OR reviewing_body_id IS NOT NULL OR follow_up_meeting_id IS NOT NULL OR is_existing_measure = 1
    OR (SELECT count(*) FROM action_event WHERE action_id = :id) > 1
    OR EXISTS (SELECT 1 FROM report_back WHERE action_id = :id))`,
  finding: `SELECT code AS name FROM finding WHERE id = :id AND (wording <> :words OR status <> 'preliminary' OR polarity <> 'neutral'
    OR level IS NOT NULL OR service_id IS NOT NULL OR amount_as_said IS NOT NULL
    OR (SELECT count(*) FROM finding_event WHERE finding_id = :id) > 1
    OR EXISTS (SELECT 1 FROM finding_wording WHERE finding_id = :id)
    OR EXISTS (SELECT 1 FROM finding_evidence WHERE finding_id = :id AND text_id IS NOT :textId)
    OR EXISTS (SELECT 1 FROM action WHERE finding_id = :id) OR EXISTS (SELECT 1 FROM report_back WHERE finding_id = :id)
    OR EXISTS (SELECT 1 FROM report_block WHERE finding_id = :id))`,
  observation: `SELECT title AS name FROM observation WHERE id = :id AND (title <> :words OR body IS NOT NULL OR status <> 'new'
    OR is_shareable = 1 OR service_id IS NOT NULL OR amount_as_said IS NOT NULL
    OR (SELECT count(*) FROM observation_event WHERE observation_id = :id) > 1
    OR EXISTS (SELECT 1 FROM action WHERE observation_id = :id))`,
} as const;

const removalSql = {
  action: ['DELETE FROM action_event WHERE action_id = :id', 'DELETE FROM action WHERE id = :id'],
  finding: [
    'DELETE FROM finding_event WHERE finding_id = :id',
    'DELETE FROM finding_evidence WHERE finding_id = :id',
    'DELETE FROM finding WHERE id = :id',
  ],
  observation: ['DELETE FROM observation_event WHERE observation_id = :id', 'DELETE FROM observation WHERE id = :id'],
} as const;

/**
 * Parts a line from the record it became. The record goes with the mark, unless somebody has worked on it since: then it stays by
 * itself, and its code or title is answered.
 */
export function releaseRecord({ sql }: Pick<Call, 'sql'>, line: LineRecord): string | null {
  const standing = recordOf(line);
  if (standing === null) return null;
  const { table, id } = standing;
  const words = line.body.trim();
  const params = { id, words, ...(table === 'finding' ? { textId: line.text_id } : {}) };
  const kept = sql.get(Kept, workedOnSql[table], params);
  sql.run('UPDATE minute_line SET action_id = NULL, finding_id = NULL, observation_id = NULL WHERE id = :id', { id: line.id });
  if (kept !== undefined) return shortened(kept.name);
  for (const text of removalSql[table]) sql.run(text, { id });
  return null;
}
