import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { BannerChange } from '../../../../shared/disclosure/index.ts';
import { hiddenNumbers } from '../../../../shared/model/exhibit.ts';
import type { Statements } from '../../db/statements.ts';
import { claimsOf } from './claims.ts';
import { withoutGroups } from './coarser.ts';
import { subtractableReleases, type RegisterEntry } from './register.ts';
import { makeExhibit, type MadeExhibit, type MakeOptions } from './release-exhibit.ts';
import { changedBanner, type Way } from './ways-out.ts';

/** Tables of banners that are tried, and ways that are said, at most: each is a table counted. */
const [mostBanners, mostWays] = [4, 4];

function apart(definition: ExhibitDefinition): ExhibitDefinition {
  const { merge: _, ...rest } = definition;
  return rest;
}

function ofEverybody(definition: ExhibitDefinition): ExhibitDefinition {
  const { filter: _, ...rest } = definition;
  return rest;
}

/** Tables that count other persons or the same ones as before, from the gentlest change to the harshest. Joining answers changes nobody, and is none. */
function candidates(made: MadeExhibit): Way[] {
  const { definition } = made.raw;
  const { banner = [], columns, filter, merge, places } = definition;
  const plain = (id: string, next: ExhibitDefinition): Way => ({ id: `analysis.ways.${id}`, definition: next, params: {} });
  const levels = banner.map((_, part): BannerChange => ({ kind: 'drop-level', part }));
  const parts = banner.length < 2 ? [] : banner.map((_, part): BannerChange => ({ kind: 'drop-part', part })).toReversed();
  return [
    ...(merge === undefined ? [] : [plain('split', apart(definition))]),
    ...(places === 'as-recorded' ? [plain('rollUp', { ...definition, places: 'rolled-up' })] : []),
    ...[...levels, ...parts].flatMap((change) => changedBanner(made, change) ?? []).slice(0, mostBanners),
    ...(columns === undefined && banner.length === 0 ? [] : [plain('dropColumns', withoutGroups(definition))]),
    ...(filter === undefined ? [] : [plain('dropFilter', ofEverybody(definition))]),
  ];
}

/**
 * Tables that could be released instead of one that can be subtracted from an earlier release, each counted and held against the
 * register, with how much it would hide.
 */
export function waysPast(sql: Statements, options: MakeOptions, stopped: MadeExhibit, register: readonly RegisterEntry[]): Way[] {
  const found: Way[] = [];
  for (const { id, definition, params } of candidates(stopped)) {
    if (found.length === mostWays) break;
    const made = makeExhibit(sql, { ...options, definition });
    const claims = claimsOf(definition, made.exhibit, made.raw.rounds?.most);
    const isFree = made.gated.findings === 0 && subtractableReleases(register, claims, made.facts.rule).length === 0;
    if (isFree) found.push({ id, definition, params: { ...params, hidden: hiddenNumbers(made.exhibit) } });
  }
  return found;
}
