import { z } from 'zod';
import type { Coder } from '../../../../shared/contract/agreement.ts';
import type { Statements } from '../../db/statements.ts';
import { isBlind } from '../coding/blind.ts';

const CoderRow = z.object({ coder_id: z.string(), texts: z.int(), codings: z.int() });
const ActorRow = z.object({ id: z.string(), name: z.string(), initials: z.string() });

const coderSql = `
WITH of_project (id) AS (
  SELECT text.id FROM interview JOIN text ON text.interview_key = interview.key
  JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
  WHERE interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')
  UNION ALL SELECT text.id FROM meeting JOIN text ON text.meeting_id = meeting.id
  WHERE meeting.project_id = :projectId AND text.interview_key IS NULL
  UNION ALL SELECT text.id FROM document JOIN text ON text.id = document.text_id
  WHERE document.project_id = :projectId AND text.interview_key IS NULL AND text.meeting_id IS NULL),
of_coder (coder_id, text_id, codings) AS (
  SELECT coding.coder_id, of_project.id, 1 FROM of_project JOIN coding ON coding.text_id = of_project.id
  UNION ALL SELECT text_reading.coder_id, of_project.id, 0 FROM of_project JOIN text_reading ON text_reading.text_id = of_project.id)
SELECT coder_id, count(DISTINCT text_id) AS texts, sum(codings) AS codings FROM of_coder GROUP BY coder_id`;

/** Who has read and coded texts of a project, those who have read most first; how much others have coded is not told while it is blind. */
export function readCoders(
  sql: Statements,
  projectId: string,
  actorId: string,
): {
  isBlind: boolean;
  coders: z.input<typeof Coder>[];
  people: { personId: string; name: string; initials: string; isMe: boolean }[];
} {
  const blind = isBlind(sql, projectId);
  const actors = sql.all(ActorRow, 'SELECT id, name, initials FROM actor WHERE is_consensus = 0 ORDER BY name, id');
  const counts = new Map(sql.all(CoderRow, coderSql, { projectId }).map((row) => [row.coder_id, row]));
  const coders = actors.flatMap(({ id, name, initials }) => {
    const found = counts.get(id);
    if (found === undefined) return [];
    const isMe = id === actorId;
    return [{ coderId: id, name, initials, isMe, texts: found.texts, codings: blind && !isMe ? null : found.codings }];
  });
  return {
    isBlind: blind,
    coders: coders.toSorted((a, b) => b.texts - a.texts),
    people: actors.map(({ id, name, initials }) => ({ personId: id, name, initials, isMe: id === actorId })),
  };
}
