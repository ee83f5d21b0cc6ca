import { z } from 'zod';
import { readGroups } from '../../../analysis/group-persons.ts';
import { countedInterviews } from '../../../analysis/units.ts';
import type { Statements } from '../../../db/statements.ts';
import type { NamedId } from '../descriptions.ts';

const Row = z.object({
  key: z.int(),
  respondent_id: z.string(),
  code: z.string(),
  wave_id: z.string(),
  wave: z.string(),
  version_id: z.string(),
  kind: z.string(),
});

/** One interview that leaves. */
export interface LeavingInterview {
  readonly key: number;
  readonly respondentId: string;
  readonly code: string;
  readonly wave: NamedId;
  readonly versionId: string;
  /** Whether what was said as this person of a group, or in this round, leaves: not of a person who said no. */
  readonly isKept: (instance: number) => boolean;
  /** The persons of a group who take part; null where one person was asked. */
  readonly persons: readonly number[] | null;
}

/** Whose words and answers leave: equal while nobody has withdrawn, or said no in a group. */
export function signOfPersons(interviews: readonly LeavingInterview[]): string {
  return interviews.map(({ key, persons }) => `${key}:${persons?.join(' ') ?? ''}`).join();
}

const interviewSql = `
SELECT i.key, i.respondent_id, respondent.code, i.wave_id, wave.name AS wave, i.version_id, i.kind
FROM interview i JOIN respondent ON respondent.id = i.respondent_id JOIN wave ON wave.id = i.wave_id
WHERE i.project_id = :projectId AND ${countedInterviews} ORDER BY wave.ordinal, wave.id, i.key`;

const IdRow = z.object({ id: z.string() });

/** The project's first wave, whoever was interviewed in it: what has no wave in its name is of this one, at every export. */
export function readFirstWave(sql: Statements, projectId: string): string | undefined {
  return sql.get(IdRow, 'SELECT id FROM wave WHERE project_id = :projectId ORDER BY ordinal, id LIMIT 1', { projectId })?.id;
}

/** Interviews of a project that count, in the order of waves. Whoever has withdrawn, declined or not been finished with is not among them. */
export function readInterviews(sql: Statements, projectId: string): LeavingInterview[] {
  const groupOf = readGroups(sql, projectId);
  return sql.all(Row, interviewSql, { projectId }).map((row) => {
    const group = row.kind === 'group' ? groupOf(row.key) : null;
    return {
      key: row.key,
      respondentId: row.respondent_id,
      code: row.code,
      wave: { id: row.wave_id, name: row.wave },
      versionId: row.version_id,
      isKept: (instance) => {
        const owner = group?.ownerOf(instance) ?? 0;
        return owner === 0 || group?.persons.includes(owner) === true;
      },
      persons: group?.persons ?? null,
    };
  });
}
