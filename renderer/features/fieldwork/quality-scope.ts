import type { ProjectId, WaveId } from '../../../shared/model/ids.ts';

/** Which interviews the quality screen is about. */
export interface QualityScope {
  readonly projectId: ProjectId;
  readonly waveId?: WaveId;
}
