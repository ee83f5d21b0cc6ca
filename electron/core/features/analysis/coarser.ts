import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';

type Banner = NonNullable<ExhibitDefinition['banner']>;

/** How places are counted is a choice only where there are places. */
function withoutIdlePlaces(definition: ExhibitDefinition): ExhibitDefinition {
  const { places: _, ...rest } = definition;
  const { rows, columns, banner = [] } = rest;
  return [rows, columns, ...banner.flatMap(({ by, within }) => [by, within])].includes('place') ? definition : rest;
}

/** A banner as a definition says it: a single plain part is `columns`. */
export function withBanner(definition: ExhibitDefinition, banner: Banner): ExhibitDefinition {
  const { banner: _, ...rest } = definition;
  const [only, ...others] = banner;
  const isPlain = only !== undefined && others.length === 0 && only.within === undefined;
  return withoutIdlePlaces(isPlain ? { ...rest, columns: only.by } : { ...rest, banner });
}

/** The same table of everybody in one column, without what only groups can have. */
export function withoutGroups(definition: ExhibitDefinition): ExhibitDefinition {
  const { columns: _columns, banner: _banner, letters: _letters, tests: _tests, cuts: _cuts, ...rest } = definition;
  const { kind, percent } = rest;
  return withoutIdlePlaces({
    ...rest,
    kind: kind === 'crosstab' ? 'frequency' : kind,
    percent: percent === 'count' ? 'count' : 'column',
  });
}
