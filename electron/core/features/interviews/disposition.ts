import { z } from 'zod';
import type { Call } from '../../rpc/call.ts';
import { dayOf, type InterviewRecord } from './interview-row.ts';

/** Records that an interview has come to a new state, on the day it was held or the one given; the same twice on one day is once. */
export function noteEvent(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  interview: InterviewRecord,
  kind: 'partial' | 'complete' | 'declined' | 'in-check' | 'verified',
  happenedOn: string = dayOf(interview),
): void {
  const event = { respondentId: interview.respondent_id, waveId: interview.wave_id, kind, happenedOn };
  const known = sql.get(
    z.object({ id: z.string() }),
    'SELECT id FROM disposition_event WHERE respondent_id = :respondentId AND wave_id = :waveId AND kind = :kind AND happened_on = :happenedOn',
    event,
  );
  if (known !== undefined) return;
  sql.insert('disposition_event', {
    id: workspace.newId(),
    respondent_id: interview.respondent_id,
    wave_id: interview.wave_id,
    kind,
    happened_on: happenedOn,
  });
}
