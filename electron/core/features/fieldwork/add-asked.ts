import { z } from 'zod';
import type { RespondentId } from '../../../../shared/model/ids.ts';
import type { EventPrecision } from '../../../../shared/model/participation.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { projectOfWave } from './find-respondent.ts';
import { nextCodes } from './next-codes.ts';

export interface AddInput {
  readonly projectId: string;
  readonly waveId: string;
  readonly groups: readonly { readonly recruitedBy: string; readonly count: number }[];
  readonly invitedOn: string;
  readonly precision: EventPrecision;
}

/**
 * Adds persons under the next codes. They are shuffled before anyone gets a code or an id, so that neither tells who stood where
 * on anybody's list. @throws AppError NOT_FOUND
 */
export function addAsked(call: Call, input: AddInput): { added: number; firstCode: string; lastCode: string } {
  const { sql, workspace, session } = call;
  const wave = projectOfWave(sql, input.waveId);
  if (wave.projectId !== input.projectId) throw new AppError('NOT_FOUND');
  const persons = shuffled(
    input.groups.flatMap((group) => Array.from({ length: group.count }, () => group.recruitedBy)),
    session.deps.random,
  );
  const codes = nextCodes(sql, input.projectId, persons.length);
  for (const [index, recruitedBy] of persons.entries()) {
    const respondentId = workspace.newId();
    sql.insert('respondent', {
      id: respondentId,
      project_id: input.projectId,
      code: codes[index] ?? '',
      recruited_by: recruitedBy === '' ? null : recruitedBy,
    });
    sql.insert('disposition_event', {
      id: workspace.newId(),
      respondent_id: respondentId,
      wave_id: input.waveId,
      kind: 'invited',
      happened_on: input.invitedOn,
      precision: input.precision,
    });
  }
  call.operation.label({ count: persons.length, wave: wave.name });
  return { added: persons.length, firstCode: codes[0] ?? '', lastCode: codes.at(-1) ?? '' };
}

/** Fisher–Yates with the random bytes given; rejection keeps every order equally likely. */
function shuffled<T>(items: readonly T[], random: (count: number) => Uint8Array): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, random);
    // Both places are inside the list.
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

function below(limit: number, random: (count: number) => Uint8Array): number {
  const most = Math.floor(0x1_0000_0000 / limit) * limit;
  for (;;) {
    const value = new DataView(Uint8Array.from(random(4)).buffer).getUint32(0);
    if (value < most) return value % limit;
  }
}

/** Takes persons off the list of a wave. Whoever has an interview there stays; whoever is nowhere else is gone. */
export function removeAsked(
  call: Call,
  { waveId, respondentIds }: { readonly waveId: string; readonly respondentIds: readonly RespondentId[] },
) {
  const { sql } = call;
  const { name } = projectOfWave(sql, waveId);
  let removed = 0;
  for (const respondentId of respondentIds) {
    if (!canLeave(sql, respondentId, waveId)) continue;
    sql.run('DELETE FROM disposition_event WHERE respondent_id = :respondentId AND wave_id = :waveId', { respondentId, waveId });
    removeIfNowhere(sql, respondentId);
    removed += 1;
  }
  call.operation.label({ count: removed, wave: name });
  return { removed };
}

const Found = z.object({ found: z.int() });

function canLeave(sql: Statements, respondentId: string, waveId: string): boolean {
  const row = sql.get(
    Found,
    `SELECT EXISTS (SELECT 1 FROM interview WHERE respondent_id = :respondentId AND wave_id = :waveId)
       OR EXISTS (SELECT 1 FROM respondent WHERE id = :respondentId AND withdrawn_at IS NOT NULL)
       OR NOT EXISTS (SELECT 1 FROM disposition_event WHERE respondent_id = :respondentId AND wave_id = :waveId) AS found`,
    { respondentId, waveId },
  );
  return row?.found === 0;
}

/** Removes a respondent to whom nothing points any more: no event, no interview, nothing charted. Consents go with it. */
export function removeIfNowhere(sql: Statements, respondentId: string): void {
  const isSomewhere = sql.get(
    Found,
    `SELECT EXISTS (SELECT 1 FROM disposition_event WHERE respondent_id = :respondentId)
       OR EXISTS (SELECT 1 FROM interview WHERE respondent_id = :respondentId)
       OR EXISTS (SELECT 1 FROM framework_cell WHERE respondent_id = :respondentId) AS found`,
    { respondentId },
  );
  if (isSomewhere?.found !== 0) return;
  sql.run('DELETE FROM consent WHERE respondent_id = :respondentId', { respondentId });
  sql.run('DELETE FROM respondent WHERE id = :respondentId', { respondentId });
}
