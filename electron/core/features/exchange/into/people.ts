import { z } from 'zod';
import { InterviewStatus } from '../../../../../shared/contract/interviews.ts';
import { InterviewId } from '../../../../../shared/model/ids.ts';
import type { Statements } from '../../../db/statements.ts';
import type { LoadedTarget } from './load-target.ts';

/** An interview that rows can change. */
export interface KnownInterview {
  readonly id: InterviewId;
  readonly key: number;
  readonly kind: 'person' | 'group';
  readonly status: InterviewStatus;
}

/** A participant of the project. */
export interface KnownPerson {
  readonly respondentId: string;
  /** Withdrawn or erased: nothing of theirs comes in again. */
  readonly isGone: boolean;
  /** Has been asked in this wave already. */
  readonly isInWave: boolean;
  /** Their interview with the very version that the file is matched with; the latest where there are several. */
  readonly interview: KnownInterview | null;
}

const PersonRow = z.object({ id: z.string(), code: z.string(), withdrawn_at: z.string().nullable(), erased_at: z.string().nullable() });
const InterviewRow = z.object({
  id: InterviewId,
  key: z.int(),
  respondent_id: z.string(),
  kind: z.enum(['person', 'group']),
  version_id: z.string(),
  status: InterviewStatus,
});

const interviewsSql = `
SELECT id, key, respondent_id, kind, version_id, status FROM interview
WHERE project_id = :projectId AND (:waveId IS NULL OR wave_id = :waveId)
  AND version_id IN (SELECT id FROM questionnaire_version WHERE questionnaire_id = :questionnaireId) ORDER BY key`;

/** Everybody in the project by participant code. In mode `new` a wave that is yet to be made has nobody in it. */
export function readPeople(sql: Statements, { projectId, loaded, choice }: LoadedTarget): Map<string, KnownPerson> {
  const { questionnaireId } = loaded.version;
  const isNewWave = choice.mode === 'new' && choice.waveId === null;
  const rows = isNewWave ? [] : sql.all(InterviewRow, interviewsSql, { projectId, questionnaireId, waveId: choice.waveId });
  const byPerson = Map.groupBy(rows, ({ respondent_id: id }) => id);
  const people = sql.all(PersonRow, 'SELECT id, code, withdrawn_at, erased_at FROM respondent WHERE project_id = :projectId', {
    projectId,
  });
  return new Map(
    people.map(({ id, code, withdrawn_at: withdrawnAt, erased_at: erasedAt }): [string, KnownPerson] => {
      const interviews = byPerson.get(id) ?? [];
      const own = interviews.findLast((row) => row.version_id === choice.versionId && row.status !== 'withdrawn');
      return [
        code,
        {
          respondentId: id,
          isGone: withdrawnAt !== null || erasedAt !== null || interviews.some(({ status }) => status === 'withdrawn'),
          isInWave: interviews.length > 0,
          interview: own === undefined ? null : { id: own.id, key: own.key, kind: own.kind, status: own.status },
        },
      ];
    }),
  );
}
