import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { CountTable } from '../../../../shared/disclosure/index.ts';
import { missingReasons } from '../../analysis/stored-answers.ts';
import type { WaveRow } from '../../analysis/units.ts';
import type { Selection } from './selection.ts';

/** "ca. 400" is good enough: it moves the limits by a tenth of a point. Averages and totals of something else are not. */
function countOf(wave: WaveRow | undefined): number | null {
  return wave !== undefined && (wave.frame_precision === 'exact' || wave.frame_precision === 'about') ? wave.frame_count : null;
}

/** The frame is the persons within reach; a question that some were not asked speaks of fewer than those. */
function isForAll(definition: ExhibitDefinition, missing: readonly number[]): boolean {
  if (definition.filter?.variableId !== undefined || definition.filter?.where !== undefined) return false;
  return missingReasons.every((reason, at) => (reason !== 'not-asked' && reason !== 'not-applicable') || missing[at] === 0);
}

/** Persons in the frame of a table's answers, or null: several waves, a part of the persons, or not known. */
export function frameOf({ source }: Selection, definition: ExhibitDefinition, missing: readonly number[], base: number): number | null {
  const { waves, waveIndex } = source.units;
  const present = new Set(waveIndex);
  const [only] = present;
  const frame = present.size === 1 && isForAll(definition, missing) ? countOf(waves[only ?? -1]) : null;
  return frame !== null && frame >= base && base > 0 ? frame : null;
}

/** The same per column after "Alle", for groups that are waves: the frame of a wave is that of the persons in it, of no smaller group. */
export function waveFrames(
  { source, parts }: Selection,
  definition: ExhibitDefinition,
  missing: readonly number[],
  tables: readonly Pick<CountTable, 'columnTotals'>[],
): readonly (number | null)[] {
  const isKnown = isForAll(definition, missing);
  return parts.flatMap(({ groupings, groups }, part) =>
    groups.map(({ path }, at) => {
      const base = tables[part]?.columnTotals[at] ?? 0;
      const isWave = isKnown && groupings.length === 1 && groupings[0] === 'wave';
      const frame = isWave ? countOf(source.units.waves.find(({ id }) => id === path[0])) : null;
      return frame !== null && frame >= base && base > 0 ? frame : null;
    }),
  );
}
