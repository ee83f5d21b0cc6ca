import { z } from 'zod';
import { InterviewId } from '../../../../shared/model/ids.ts';
import { median } from '../../../../shared/statistics/index.ts';
import type { Statements } from '../../db/statements.ts';
import type { QualityScope } from './quality-lists.ts';

const Row = z.object({
  interview_id: InterviewId,
  code: z.string(),
  by_name: z.string().nullable(),
  initials: z.string().nullable(),
  held_on: z.string().nullable(),
  began_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  seconds: z.number().nullable(),
});

const sqlText = `
SELECT interview.id AS interview_id, respondent.code, actor.name AS by_name, actor.initials, held_on, began_at, ended_at,
  (SELECT sum(seconds) FROM section_time WHERE section_time.interview_key = interview.key) AS seconds
FROM interview JOIN respondent ON respondent.id = interview.respondent_id LEFT JOIN actor ON actor.id = interview.interviewer_id
WHERE interview.project_id = :projectId AND (:waveId IS NULL OR interview.wave_id = :waveId)
  AND interview.status IN ('complete', 'in-check', 'verified') AND respondent.withdrawn_at IS NULL`;

/** How long one interview took. */
export interface Duration {
  readonly interviewId: InterviewId;
  readonly code: string;
  readonly by: string;
  readonly initials: string;
  readonly heldOn: string | null;
  readonly minutes: number;
}

/** Fewer say nothing about what is usual. */
const fewest = 5;
/** Shorter than a third of the median, or longer than three times: worth a look, never wrong by itself. */
const factor = 3;

/**
 * What finished interviews took, and those far from the median: by the clock where it was held when that is known, else the time
 * spent entering. Null when too few say.
 */
export function readDurations(
  sql: Statements,
  { projectId, waveId }: QualityScope,
): { readonly median: number; readonly short: number; readonly long: number; readonly outside: Duration[] } | null {
  const known = sql.all(Row, sqlText, { projectId, waveId: waveId ?? null }).flatMap((row): Duration[] => {
    const minutes = minutesOf(row);
    if (minutes === null) return [];
    return [
      {
        interviewId: row.interview_id,
        code: row.code,
        by: row.by_name ?? '',
        initials: row.initials ?? '',
        heldOn: row.held_on,
        minutes,
      },
    ];
  });
  if (known.length < fewest) return null;
  const middle = median(known.map((one) => one.minutes)) ?? 0;
  const [short, long] = [middle / factor, middle * factor];
  return {
    median: middle,
    short,
    long,
    outside: known.filter((one) => one.minutes < short || one.minutes > long).toSorted((a, b) => b.minutes - a.minutes),
  };
}

function minutesOf(row: z.infer<typeof Row>): number | null {
  if (row.began_at !== null && row.ended_at !== null) {
    const minutes = clock(row.ended_at) - clock(row.began_at);
    // One that ended after midnight.
    return minutes >= 0 ? minutes : minutes + 24 * 60;
  }
  return row.seconds === null || row.seconds <= 0 ? null : row.seconds / 60;
}

/** Minutes since midnight of "13:05". */
function clock(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
