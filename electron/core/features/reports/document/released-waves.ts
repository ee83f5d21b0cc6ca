import type { WaveReleased } from '../../../../../shared/contract/fieldwork-release.ts';
import type { WaveId } from '../../../../../shared/model/ids.ts';
import type { Counted } from '../../../../../shared/model/vague.ts';
import { readResponseFigures } from '../../fieldwork/response-figures.ts';
import { fromData } from './data-memory.ts';
import type { Ground } from './ground.ts';

/** A round of asking as it may stand in print. */
export interface ReleasedWave {
  readonly waveId: WaveId;
  readonly name: string;
  /** How many were within reach, as far as is known. */
  readonly frame: Counted | null;
  readonly released: WaveReleased;
}

/** The rounds of asking of the report's project, oldest first. */
export function releasedWaves({ call: { workspace }, report: { projectId } }: Ground): readonly ReleasedWave[] {
  return fromData(workspace, `waves ${projectId}`, () =>
    readResponseFigures(workspace, projectId)
      .waves.map(({ waveId, name, frame, released }) => ({ waveId, name, frame, released }))
      .toReversed(),
  );
}

/** Those that anything may be told of. */
export function toldWaves(ground: Ground): ReleasedWave[] {
  return releasedWaves(ground).filter(({ released }) => released.kind !== 'few');
}
