import { z } from 'zod';
import type { WaveFigures } from '../../../../shared/contract/fieldwork-asked.ts';
import { WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import { participationStatuses } from '../../../../shared/model/participation.ts';
import { counted, Precision } from '../../../../shared/model/vague.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { answeredShares } from './answered-shares.ts';
import { personsOf } from './asked-list.ts';
import type { AskedPerson } from './read-persons.ts';
import { releasedResponse } from './released-response.ts';
import { readInsufficient, readLimits, type OutcomeLimits } from './settings.ts';

const WaveRow = z.object({ id: WaveId, name: z.string(), frame_count: z.int().nullable(), frame_precision: Precision.nullable() });
const finished = ['complete', 'in-check', 'verified'] as const;

/** How far the asking came, wave by wave, newest first, and what of it may leave. @throws AppError NOT_FOUND */
export function readResponseFigures(workspace: Workspace, projectId: ProjectId) {
  const { sql } = workspace;
  const limits = readLimits(sql, projectId);
  const waves = sql.all(
    WaveRow,
    'SELECT id, name, frame_count, frame_precision FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC',
    { projectId },
  );
  const { name, rule } = readProjectFacts(sql, projectId);
  return {
    waves: waves.map((wave) => {
      const figures = figuresOf(workspace, projectId, wave, limits);
      return { ...figures, released: releasedResponse(figures, rule) };
    }),
    ...limits,
    minimumBase: rule.minimumBase,
    threshold: rule.threshold,
    project: name,
  };
}

function figuresOf(
  workspace: Workspace,
  projectId: ProjectId,
  wave: z.infer<typeof WaveRow>,
  limits: OutcomeLimits,
): Omit<WaveFigures, 'released'> {
  const { sql } = workspace;
  const persons = personsOf(workspace, { projectId, waveId: wave.id });
  const listed = persons.filter((person) => person.isListed);
  const took = persons.filter((person) => isFinished(person) || person.status === 'partial');
  const byStatus = Map.groupBy(listed, (person) => person.status);
  return {
    waveId: wave.id,
    name: wave.name,
    frame: counted(wave.frame_count, wave.frame_precision),
    hasList: listed.length > 0,
    asked: listed.length,
    statuses: participationStatuses.flatMap((status) => {
      const count = byStatus.get(status)?.length ?? 0;
      return count === 0 ? [] : [{ status, count }];
    }),
    reminded: listed.filter((person) => person.wasReminded).length,
    agreed: listed.filter((person) => person.hasAgreed || person.interviewId !== null).length,
    ...fallingShort(workspace, listed, limits),
    complete: took.filter(isFinished).length,
    partial: took.filter((person) => person.status === 'partial').length,
    unlisted: took.filter((person) => !person.isListed).length,
    insufficient: readInsufficient(sql, wave.id),
  };
}

function isFinished(person: AskedPerson): boolean {
  return finished.some((status) => status === person.status);
}

/** Ended interviews of listed persons that by what is answered count for less than they were ended as. Without a list nothing is a rate. */
function fallingShort(workspace: Workspace, persons: readonly AskedPerson[], { partialFrom, completeFrom }: OutcomeLimits) {
  const ended = persons.filter((person) => isFinished(person) || person.status === 'partial');
  const shares = answeredShares(
    workspace,
    ended.flatMap(({ interviewKey }) => interviewKey ?? []),
  );
  const percentOf = ({ interviewKey }: AskedPerson): number => 100 * (shares.get(interviewKey ?? -1) ?? 1);
  const brokenOff = ended.filter((person) => percentOf(person) < partialFrom);
  return {
    brokenOff: brokenOff.length,
    short: {
      partial: ended.filter((person) => isFinished(person) && percentOf(person) >= partialFrom && percentOf(person) < completeFrom).length,
      brokenOff: brokenOff.filter(isFinished).length,
    },
  };
}
