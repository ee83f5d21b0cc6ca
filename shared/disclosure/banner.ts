import type { BannerFinding, BannerInput, BannerOptions, ProtectedBanner } from './banner-types.ts';
import { partTable } from './banner-types.ts';
import { protectTable } from './protect.ts';
import type { ProtectOptions } from './protect.ts';
import type { DisclosureRule, ProtectedTable } from './table.ts';

/**
 * Makes the released object of a banner: the same rows by several groupings of the same persons side by side, with one shared "Alle"
 * column. A single plain part gives what `protectTable` gives. When `audit.ok` is false nothing may be released.
 * @throws RangeError as `protectTable`.
 */
export function protectBanner(input: BannerInput, rule: DisclosureRule, options: BannerOptions = {}): ProtectedBanner {
  const tables = (input.parts.length === 0 ? [{ counts: input.rowTotals.map(() => []), columnTotals: [] }] : input.parts).map((part) =>
    protectTable(partTable(input, part), rule, optionsOf(options, part.columnFrames)),
  );
  return join(input, rule, tables);
}

function optionsOf({ frame, exclusive }: BannerOptions, columnFrames: readonly (number | null)[] | undefined): ProtectOptions {
  return {
    ...(frame === undefined ? {} : { frame }),
    ...(exclusive === undefined ? {} : { exclusive }),
    ...(columnFrames === undefined ? {} : { columnFrames }),
  };
}

/** First version: parts whose "Alle" columns differ are refused. */
function join(input: BannerInput, rule: DisclosureRule, tables: readonly ProtectedTable[]): ProtectedBanner {
  const [first] = tables;
  if (first === undefined) throw new RangeError('A banner needs a table');
  const differing = tables.flatMap(({ all }) =>
    all.cells.flatMap((cell, row): readonly BannerFinding[] =>
      cell.state === first.all.cells[row]?.state ? [] : [{ part: null, row, column: 'all', reason: 'exact' }],
    ),
  );
  const findings = tables.flatMap(({ audit }, part): readonly BannerFinding[] =>
    audit.findings.map((finding) => ({ ...finding, part: finding.column === 'all' ? null : part })),
  );
  const inAll = first.all.cells.filter(({ state }) => state === 'hidden').length;
  return {
    rule,
    parts: tables.slice(0, input.parts.length).map(({ columns, cells }) => ({ columns, cells })),
    all: first.all,
    hiddenCount: tables.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0) - (tables.length - 1) * inAll,
    audit: { ok: findings.length + differing.length === 0, findings: [...findings, ...differing] },
    groupDisclosure: tables.flatMap(({ groupDisclosure }, part) =>
      groupDisclosure
        .filter(({ column }) => column !== 'all' || part === 0)
        .map((group) => ({ ...group, part: group.column === 'all' ? null : part })),
    ),
  };
}
