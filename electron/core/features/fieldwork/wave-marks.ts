import { z } from 'zod';
import type { ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import type { Precision } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { projectOfWave } from './find-respondent.ts';
import { writeInsufficient, writeLimit, type OutcomeLimits } from './settings.ts';

export interface FrameInput {
  readonly waveId: WaveId;
  readonly frame: { readonly count: number; readonly precision: Precision } | null;
}

/** Says how many were within reach. @throws AppError NOT_FOUND */
export function setFrame(call: Call, { waveId, frame }: FrameInput): Record<string, never> {
  const { name } = projectOfWave(call.sql, waveId);
  call.operation.label({ wave: name });
  call.sql.run('UPDATE wave SET frame_count = :count, frame_precision = :precision WHERE id = :waveId', {
    waveId,
    count: frame?.count ?? null,
    precision: frame?.precision ?? null,
  });
  return {};
}

/** @throws AppError NOT_FOUND */
export function markInsufficient(call: Call, { waveId, note }: { readonly waveId: WaveId; readonly note: string | null }) {
  const { name } = projectOfWave(call.sql, waveId);
  call.operation.label({ wave: name }, note === null ? 'fieldwork.markInsufficient.undoOff' : undefined);
  writeInsufficient(call.sql, waveId, note);
  return {};
}

/** @throws AppError NOT_FOUND */
export function setLimit(
  call: Call,
  limit: keyof OutcomeLimits,
  { projectId, percent }: { readonly projectId: ProjectId; readonly percent: number },
) {
  const found = call.sql.get(z.object({ id: z.string() }), 'SELECT id FROM project WHERE id = :projectId', { projectId });
  if (found === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ percent });
  writeLimit(call.sql, projectId, limit, percent);
  return {};
}
