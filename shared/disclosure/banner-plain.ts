import type { BannerInput, BannerOptions, ProtectedBanner } from './banner-types.ts';
import { protectTable } from './protect.ts';
import type { ProtectOptions } from './protect.ts';
import type { DisclosureRule, PersonsBehind } from './table.ts';

/** Whether a banner is one table of groups that exclude one another, and nothing about these persons is known otherwise. */
export function isPlain({ parts, cross = [], published = [] }: BannerInput): boolean {
  if (cross.length > 0 || published.length > 0 || parts.length > 1) return false;
  return parts.every(({ groupings = [], overlapping = false }) => groupings.length < 2 && !overlapping);
}

/** One table through the engine of two-way tables, which is exact about its own attacker. */
export function protectPlain(input: BannerInput, rule: DisclosureRule, options: BannerOptions): ProtectedBanner {
  const part = input.parts[0] ?? { counts: input.rowTotals.map(() => []), columnTotals: [] };
  const table = { counts: part.counts, rowTotals: input.rowTotals, columnTotals: part.columnTotals, total: input.total };
  const { columns, cells, all, hiddenCount, audit, groupDisclosure } = protectTable(table, rule, plainOptions(input, options));
  const partOf = (column: number | 'all'): number | null => (column === 'all' ? null : 0);
  return {
    rule,
    parts: input.parts.length === 0 ? [] : [{ columns, cells }],
    all,
    hiddenCount,
    audit: { ok: audit.ok, findings: audit.findings.map((finding) => ({ ...finding, part: partOf(finding.column) })) },
    groupDisclosure: groupDisclosure.map((group) => ({ ...group, part: partOf(group.column) })),
  };
}

function plainOptions({ parts, persons, rowTotals }: BannerInput, { frame, exclusive, solve, work }: BannerOptions): ProtectOptions {
  const [part] = parts;
  const behind: PersonsBehind | undefined = persons && {
    ...(part?.persons ?? { counts: rowTotals.map(() => []), outside: rowTotals.map(() => []), columnTotals: [] }),
    ...persons,
  };
  return {
    ...(frame === undefined ? {} : { frame }),
    ...(exclusive === undefined ? {} : { exclusive }),
    ...(solve === undefined ? {} : { solve }),
    ...(work === undefined ? {} : { work }),
    ...(part?.columnFrames === undefined ? {} : { columnFrames: part.columnFrames }),
    ...(behind === undefined ? {} : { persons: behind }),
  };
}
