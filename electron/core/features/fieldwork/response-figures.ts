import { z } from 'zod';
import type { WaveFigures } from '../../../../shared/contract/fieldwork-asked.ts';
import { InterviewId, VersionId, WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import { participationStatuses } from '../../../../shared/model/participation.ts';
import { Language } from '../../../../shared/model/text.ts';
import { counted, Precision } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { createProgressReader } from '../interviews/list-progress.ts';
import { personsOf } from './asked-list.ts';
import type { AskedPerson } from './read-persons.ts';
import { releasedResponse } from './released-response.ts';
import { readInsufficient, readPartialFrom } from './settings.ts';

const WaveRow = z.object({ id: WaveId, name: z.string(), frame_count: z.int().nullable(), frame_precision: Precision.nullable() });
const PartialRow = z.object({
  id: InterviewId,
  key: z.int(),
  version_id: VersionId,
  language: Language,
  seed: z.int(),
  held_on: z.string().nullable(),
  started_at: z.string(),
});
const partialSql = `
SELECT id, key, version_id, language, seed, held_on, started_at FROM interview
WHERE project_id = :projectId AND status = 'partial' AND wave_id = :waveId`;
const finished = ['complete', 'in-check', 'verified'] as const;

/** How far the asking came, wave by wave, newest first, and what of it may leave. @throws AppError NOT_FOUND */
export function readResponseFigures(workspace: Workspace, projectId: ProjectId) {
  const { sql } = workspace;
  const partialFrom = readPartialFrom(sql, projectId);
  const waves = sql.all(
    WaveRow,
    'SELECT id, name, frame_count, frame_precision FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC',
    { projectId },
  );
  const { name, rule } = readProjectFacts(sql, projectId);
  return {
    waves: waves.map((wave) => {
      const figures = figuresOf(workspace, projectId, wave, partialFrom);
      return { ...figures, released: releasedResponse(figures, rule) };
    }),
    partialFrom,
    minimumBase: rule.minimumBase,
    threshold: rule.threshold,
    project: name,
  };
}

function figuresOf(
  workspace: Workspace,
  projectId: ProjectId,
  wave: z.infer<typeof WaveRow>,
  partialFrom: number,
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
    brokenOff: brokenOff(sql, projectId, wave.id, byStatus.get('partial') ?? [], partialFrom),
    complete: took.filter(isFinished).length,
    partial: took.filter((person) => person.status === 'partial').length,
    unlisted: took.filter((person) => !person.isListed).length,
    insufficient: readInsufficient(sql, wave.id),
  };
}

function isFinished(person: AskedPerson): boolean {
  return finished.some((status) => status === person.status);
}

/** Partial interviews with fewer answers than counts as partial. Only these are judged, so that the rest costs nothing. */
function brokenOff(sql: Statements, projectId: ProjectId, waveId: WaveId, persons: readonly AskedPerson[], partialFrom: number): number {
  if (persons.length === 0) return 0;
  const mine = new Set(persons.map((person) => person.interviewId));
  const progress = createProgressReader(sql);
  return sql
    .all(PartialRow, partialSql, { projectId, waveId })
    .filter((row) => mine.has(row.id))
    .filter((row) => {
      const { answered, asked } = progress(row);
      return asked > 0 && answered * 100 < asked * partialFrom;
    }).length;
}
