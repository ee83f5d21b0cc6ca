import { z } from 'zod';
import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { differencing, type DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';

/** What is known of the persons behind a base: the codes they have on a variable, or only that they have one. */
type Conditions = ReadonlyMap<string, readonly string[] | 'known'>;

/** A base that is, or would be, in print: what was asked, of whom, and how many they are. */
export interface Claim {
  readonly item: string;
  readonly conditions: Conditions;
  /** The part of the conditions that comes from the table's columns. */
  readonly group: string;
  readonly base: number;
  /** Answers that print `:`, and how the answers were joined: two tables of the same persons must hide the same. */
  readonly hidden: readonly string[];
  readonly layout: string;
  /** Themes by themselves. Beside the same table with what stands under them it would show how many have only that. */
  readonly isOwn: boolean;
  /** The most that one person can stand for in the base: 1, or as many rounds as somebody has. */
  readonly most: number;
}

export interface ReleasedClaims {
  readonly releaseId: string;
  readonly claims: readonly Claim[];
}

function filterConditions({ filter }: ExhibitDefinition): [string, readonly string[]][] {
  return [
    ...(filter?.waveId === undefined ? [] : [['wave', [filter.waveId]] as [string, string[]]]),
    ...(filter?.variableId === undefined || filter.codes === undefined
      ? []
      : [[filter.variableId, filter.codes.map(String)] as [string, string[]]]),
  ];
}

const Members = z.object({ members: z.record(z.string(), z.array(z.string())) });

/** Recorded places behind each category of a table of places: two ways of counting are compared by them. */
function membersIn({ definition }: ReleasedExhibit): Readonly<Record<string, readonly string[]>> {
  const found = Members.safeParse(definition);
  return found.success ? found.data.members : {};
}

/**
 * The bases that an exhibit prints. Hidden ones cannot be subtracted and are left out.
 * @param most rounds that one person has at most, for a table of rounds
 */
export function claimsOf(definition: ExhibitDefinition, exhibit: ReleasedExhibit, most = 1): Claim[] {
  const fromFilter = filterConditions(definition);
  const members = membersIn(exhibit);
  const { columns } = definition;
  const isOwn = definition.themes === 'own';
  const layout = [definition.merge ?? 'apart', ...(definition.rows === 'place' ? [definition.places ?? 'as-recorded'] : [])].join(' ');
  if (definition.kind === 'likert') {
    return exhibit.rows.flatMap(({ key, base, cells }): Claim[] => {
      const hidden = exhibit.columns.flatMap((column, at) => (cells[at]?.state === 'hidden' ? [column.key] : []));
      return base?.n ? [{ item: key, conditions: new Map(fromFilter), group: 'all', base: base.n, hidden, layout, isOwn, most }] : [];
    });
  }
  const rows = Array.isArray(definition.rows) ? definition.rows.join(' ') : definition.rows;
  const item = definition.base === 'rounds' ? `rounds ${rows}` : rows;
  return exhibit.columns.flatMap(({ key, base }, at): Claim[] => {
    if (!base?.n) return [];
    const hidden = exhibit.rows.flatMap((row) => (row.cells[at]?.state === 'hidden' ? [row.key] : []));
    const own: [string, readonly string[] | 'known'][] =
      columns === undefined ? [] : [[columns, key === 'all' ? 'known' : (members[key] ?? [key])]];
    const both = columns !== undefined && fromFilter.some(([name]) => name === columns) ? fromFilter : [...fromFilter, ...own];
    return [
      {
        item,
        conditions: new Map(both),
        group: columns === undefined || key === 'all' ? 'all' : `${columns} ${key}`,
        base: base.n,
        hidden,
        layout,
        isOwn,
        most,
      },
    ];
  });
}

function isDisjoint(a: Conditions, b: Conditions): boolean {
  return [...a].some(([name, codes]) => {
    const others = b.get(name);
    return codes !== 'known' && others !== undefined && others !== 'known' && !codes.some((code) => others.includes(code));
  });
}

/** Whether everybody in `inner` must be in `outer` too. */
function isWithin(inner: Conditions, outer: Conditions): boolean {
  return [...outer].every(([name, codes]) => {
    const own = inner.get(name);
    return own !== undefined && (codes === 'known' || (own !== 'known' && own.every((code) => codes.includes(code))));
  });
}

function canSubtract(a: Claim, b: Claim): boolean {
  if (a.item !== b.item || isDisjoint(a.conditions, b.conditions)) return false;
  return a.group === b.group || isWithin(a.conditions, b.conditions) || isWithin(b.conditions, a.conditions);
}

/** Two tables of the same persons that hide different answers: one shows what the other hides. */
function contradicts(a: Claim, b: Claim): boolean {
  if (a.base !== b.base || !canSubtract(a, b)) return false;
  if (a.isOwn !== b.isOwn) return true;
  if (a.layout !== b.layout) return a.hidden.length > 0 || b.hidden.length > 0;
  return a.hidden.length !== b.hidden.length || a.hidden.some((key) => !b.hidden.includes(key));
}

/**
 * Earlier releases from which the new table can be subtracted (or it from them) so that fewer persons than the threshold
 * are left, or that show what the new one hides. Different waves and different answers to one question hold different persons and cannot be subtracted.
 */
export function subtractable(next: readonly Claim[], released: readonly ReleasedClaims[], rule: DisclosureRule): string[] {
  const found = next.flatMap((claim) =>
    released.flatMap(({ releaseId, claims }) => {
      const pair = (base: number) => ({ item: claim.item, group: claim.group, base });
      const earlier = claims.filter((other) => canSubtract(claim, other)).map(({ base }) => ({ ...pair(base), releaseId }));
      const contradicted = claims.some((other) => contradicts(claim, other)) ? [{ releaseId }] : [];
      // Rounds that differ by less than a threshold of persons could all have.
      const limit = { ...rule, threshold: rule.threshold * claim.most };
      return [...differencing([pair(claim.base)], earlier, limit), ...contradicted];
    }),
  );
  return [...new Set(found.map(({ releaseId }) => releaseId))];
}
