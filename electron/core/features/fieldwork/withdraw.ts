import { z } from 'zod';
import { RespondentId, WaveId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { findRespondent } from './find-respondent.ts';
import { impossible } from './impossible.ts';

/**
 * Takes a participant out at once: the mark on the person, the status of every interview, an event in every wave, and every
 * consent. Readers ask for one of the first two. @throws AppError NOT_FOUND, ANONYMISED, EVENT_IMPOSSIBLE
 */
export function withdraw(call: Call, { respondentId, withdrawnOn }: { readonly respondentId: RespondentId; readonly withdrawnOn: string }) {
  const { sql } = call;
  const row = findRespondent(sql, respondentId);
  if (row.project_status === 'anonymised') throw new AppError('ANONYMISED');
  if (row.erased_at !== null) throw impossible(row.code, 'erased', 'withdrawn');
  if (row.withdrawn_at !== null) throw impossible(row.code, 'withdrawn', 'withdrawn');
  call.operation.label({ code: row.code });
  markWithdrawn(call, respondentId, withdrawnOn);
  return {};
}

const WaveRow = z.object({ wave_id: WaveId });
const waveSql = `
SELECT wave_id FROM disposition_event WHERE respondent_id = :respondentId UNION SELECT wave_id FROM interview WHERE respondent_id = :respondentId`;

/** Writes the withdrawal itself. */
export function markWithdrawn({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, respondentId: string, withdrawnOn: string): void {
  const at = new Date(workspace.now()).toISOString();
  sql.run('UPDATE respondent SET withdrawn_at = :at WHERE id = :respondentId', { respondentId, at });
  sql.run("UPDATE interview SET status = 'withdrawn' WHERE respondent_id = :respondentId", { respondentId });
  sql.run('UPDATE consent SET withdrawn_on = :withdrawnOn WHERE respondent_id = :respondentId AND withdrawn_on IS NULL', {
    respondentId,
    withdrawnOn,
  });
  for (const { wave_id: waveId } of sql.all(WaveRow, waveSql, { respondentId })) {
    sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: respondentId,
      wave_id: waveId,
      kind: 'withdrawn',
      happened_on: withdrawnOn,
    });
  }
}
