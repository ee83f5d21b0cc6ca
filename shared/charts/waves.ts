import type { ReleasedExhibit } from '../model/exhibit.ts';

/** What is known of columns that are waves, beyond the exhibit: who answered, and where figures cannot be joined. */
export interface WaveHints {
  /** The same persons, linked from wave to wave: whole lines. Else the lines are dashed. */
  readonly linked?: boolean;
  /** Places among the waves (0 the first, without "Alle") that differ in wording or boundary from the one before. */
  readonly breaks?: readonly number[];
}

/** True when the groups of an exhibit are waves, as its definition says. */
export function isByWave({ definition }: Pick<ReleasedExhibit, 'definition'>): boolean {
  return typeof definition === 'object' && definition !== null && !Array.isArray(definition) && definition['columns'] === 'wave';
}

/** What the exhibit itself says of its waves; undefined where the groups are no waves. */
export function waveHintsOf(exhibit: Pick<ReleasedExhibit, 'definition' | 'columns' | 'areWavesLinked'>): WaveHints | undefined {
  if (!isByWave(exhibit)) return undefined;
  const { columns, areWavesLinked } = exhibit;
  const waves = columns.filter(({ key }) => key !== 'all');
  const breaks = waves.flatMap(({ isBroken }, at) => (isBroken === true ? [at] : []));
  return { ...(areWavesLinked === undefined ? {} : { linked: areWavesLinked }), ...(breaks.length === 0 ? {} : { breaks }) };
}
