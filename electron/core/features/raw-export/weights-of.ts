import { readQuestions } from '../../analysis/questions.ts';
import { readUnits } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { readWeighting } from '../analysis/weights/stored.ts';
import { weighSample } from '../analysis/weights/sample-weights.ts';
import type { WeightOf } from './sheets.ts';

/**
 * The weights of a project, per person; null where it has none that may be used. A person's weight stands at their latest interview. A group
 * that answered together has none: its persons have.
 */
export function readWeightOf(sql: Statements, projectId: string): WeightOf | null {
  const weighting = readWeighting(sql, projectId);
  if (weighting === null) return null;
  const units = readUnits(sql, projectId, { waveId: null, perWave: false });
  const { strata, strataOf, obstacles } = weighSample(
    { sql, projectId, book: readQuestions(sql, projectId), units, isOfRounds: false },
    weighting,
  );
  if (obstacles.length > 0) return null;
  return (interviewKey, instance) => {
    const own = units.unitsOf(interviewKey, instance);
    const [unit] = own;
    if (unit === undefined || own.length > 1) return null;
    return strata[strataOf[unit] ?? -1]?.weight ?? null;
  };
}
