import { z } from 'zod';
import { InterviewId, ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { removeIfNowhere } from './add-asked.ts';
import { eventsOfInterview } from './interview-events.ts';
import { deleteInterviews } from './interview-content.ts';

const Row = z.object({ id: InterviewId, key: z.int(), respondent_id: z.string(), wave_id: WaveId, code: z.string() });

/** Interviews by id, within one project. @throws AppError NOT_FOUND when one is not there */
export function findInterviews(
  { sql }: Pick<Call, 'sql'>,
  projectId: ProjectId,
  interviewIds: readonly InterviewId[],
): z.infer<typeof Row>[] {
  const ids = [...new Set(interviewIds)];
  const rows = sql.all(
    Row,
    `SELECT interview.id, interview.key, respondent_id, wave_id, respondent.code FROM interview JOIN respondent ON respondent.id = respondent_id
     WHERE interview.id IN (SELECT value FROM json_each(:ids)) AND interview.project_id = :projectId`,
    { ids: JSON.stringify(ids), projectId },
  );
  if (rows.length !== ids.length) throw new AppError('NOT_FOUND');
  return rows;
}

/**
 * Takes interviews away with everything that hangs on them. Those who were on the list of those asked stay there, as they were
 * before the interview began; those who were not are gone. @throws AppError NOT_FOUND
 */
export function removeInterviews(
  call: Call,
  { projectId, interviewIds }: { readonly projectId: ProjectId; readonly interviewIds: readonly InterviewId[] },
): { removed: number } {
  const { sql } = call;
  const rows = findInterviews(call, projectId, interviewIds);
  call.operation.label({ count: rows.length, code: rows[0]?.code ?? '' });
  deleteInterviews(sql, { ids: JSON.stringify(rows.map((row) => row.id)), keys: JSON.stringify(rows.map((row) => row.key)) });
  for (const row of rows) {
    sql.run(
      `DELETE FROM disposition_event WHERE id IN (SELECT value FROM json_each(:events))
         AND NOT EXISTS (SELECT 1 FROM interview WHERE interview.respondent_id = :respondentId AND interview.wave_id = :waveId)`,
      { respondentId: row.respondent_id, waveId: row.wave_id, events: eventsOfInterview(sql, row.respondent_id, row.wave_id) },
    );
    removeIfNowhere(sql, row.respondent_id);
  }
  return { removed: rows.length };
}
