import { z } from 'zod';
import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { differencing, type DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { ReleasedCell, ReleasedExhibit } from '../../../../shared/model/exhibit.ts';

/** A base that is, or would be, in print: what was asked, of whom, and how many they are. Kept in the register beside what is no table of analysis. */
export const Claim = z.strictObject({
  item: z.string(),
  /** What is known of the persons behind the base: the codes they have on a variable, or only that they have one. */
  conditions: z.record(z.string(), z.union([z.array(z.string()), z.literal('known')])),
  /** The part of the conditions that comes from the table's columns. */
  group: z.string(),
  base: z.int(),
  /** Answers that print `:`, and those that print a figure: what one table of the same persons hides, no other may show. */
  hidden: z.array(z.string()),
  shown: z.array(z.string()),
  /** How the answers were joined. */
  layout: z.string(),
  /** Themes by themselves. Beside the same table with what stands under them it would show how many have only that. Null: either. */
  isOwn: z.boolean().nullable(),
  /** The most that one person can stand for in the base: 1, or as many rounds as somebody has. */
  most: z.int(),
});
export type Claim = z.infer<typeof Claim>;
type Conditions = Claim['conditions'];

export interface ReleasedClaims {
  readonly releaseId: string;
  readonly claims: readonly Claim[];
}

function filterConditions({ filter }: ExhibitDefinition): [string, string[]][] {
  return [
    ...(filter?.waveId === undefined ? [] : [['wave', [filter.waveId]] satisfies [string, string[]]]),
    ...(filter?.variableId === undefined || filter.codes === undefined
      ? []
      : [[filter.variableId, filter.codes.map(String)] satisfies [string, string[]]]),
  ];
}

const Groups = z.object({ groups: z.record(z.string(), z.record(z.string(), z.array(z.string()))) });
const Members = z.object({ members: z.record(z.string(), z.array(z.string())) });

/** What is known of the persons in each column of a banner, by the column's key, as the table tells it. */
function groupsIn({ definition }: ReleasedExhibit): Readonly<Record<string, Record<string, string[]>>> {
  const found = Groups.safeParse(definition);
  return found.success ? found.data.groups : {};
}

/** Recorded places behind each category of a table of places: two ways of counting are compared by them. */
function membersIn({ definition }: ReleasedExhibit): Readonly<Record<string, string[]>> {
  const found = Members.safeParse(definition);
  return found.success ? found.data.members : {};
}

function groupText(conditions: Conditions): string {
  const parts = Object.entries(conditions).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return parts.map(([name, codes]) => `${name} ${codes === 'known' ? codes : codes.join(',')}`).join('; ');
}

/** What a column of groups says of its persons. "Alle" beside several groupings holds everybody, beside one those who are in it. */
function columnConditions(definition: ExhibitDefinition, exhibit: ReleasedExhibit): (key: string) => Conditions {
  const { columns } = definition;
  if (columns === undefined) {
    const groups = groupsIn(exhibit);
    return (key) => groups[key] ?? {};
  }
  const members = membersIn(exhibit);
  return (key) => ({ [columns]: key === 'all' ? 'known' : (members[key] ?? [key]) });
}

function hasFigure(cell: ReleasedCell | undefined): boolean {
  return cell?.state === 'shown' || cell?.state === 'figure';
}

/**
 * The bases that an exhibit prints. Hidden ones cannot be subtracted and are left out.
 * @param most rounds that one person has at most, for a table of rounds
 */
export function claimsOf(definition: ExhibitDefinition, exhibit: ReleasedExhibit, most = 1): Claim[] {
  const fromFilter = Object.fromEntries(filterConditions(definition));
  const isOwn = definition.themes === 'own';
  const layout = [definition.merge ?? 'apart', ...(definition.rows === 'place' ? [definition.places ?? 'as-recorded'] : [])].join(' ');
  const common = { layout, isOwn, most };
  if (definition.kind === 'likert') {
    return exhibit.rows.flatMap(({ key, base, cells }): Claim[] => {
      const keys = (wanted: (cell: ReleasedCell | undefined) => boolean): string[] =>
        exhibit.columns.flatMap((column, at) => (wanted(cells[at]) ? [column.key] : []));
      const [hidden, shown] = [keys((cell) => cell?.state === 'hidden'), keys(hasFigure)];
      return base?.n ? [{ item: key, conditions: fromFilter, group: 'all', base: base.n, hidden, shown, ...common }] : [];
    });
  }
  const rows = Array.isArray(definition.rows) ? definition.rows.join(' ') : definition.rows;
  const item = definition.base === 'rounds' ? `rounds ${rows}` : rows;
  const conditionsOf = columnConditions(definition, exhibit);
  return exhibit.columns.flatMap(({ key, base }, at): Claim[] => {
    if (!base?.n) return [];
    const keys = (wanted: (cell: ReleasedCell | undefined) => boolean): string[] =>
      exhibit.rows.flatMap((row) => (wanted(row.cells[at]) ? [row.key] : []));
    const own = conditionsOf(key);
    const isAll = key === 'all' || Object.keys(own).length === 0;
    return [
      {
        item,
        conditions: { ...own, ...fromFilter },
        group: isAll ? 'all' : groupText(own),
        base: base.n,
        hidden: keys((cell) => cell?.state === 'hidden'),
        shown: keys(hasFigure),
        ...common,
      },
    ];
  });
}

function isDisjoint(a: Conditions, b: Conditions): boolean {
  return Object.entries(a).some(([name, codes]) => {
    const others = b[name];
    return codes !== 'known' && others !== undefined && others !== 'known' && !codes.some((code) => others.includes(code));
  });
}

/** Whether everybody in `inner` must be in `outer` too. */
function isWithin(inner: Conditions, outer: Conditions): boolean {
  return Object.entries(outer).every(([name, codes]) => {
    const own = inner[name];
    return own !== undefined && (codes === 'known' || (own !== 'known' && own.every((code) => codes.includes(code))));
  });
}

function canSubtract(a: Claim, b: Claim): boolean {
  if (a.item !== b.item || isDisjoint(a.conditions, b.conditions)) return false;
  return a.group === b.group || isWithin(a.conditions, b.conditions) || isWithin(b.conditions, a.conditions);
}

/** Two tables of the same persons of which one shows what the other hides. */
function contradicts(a: Claim, b: Claim): boolean {
  if (a.base !== b.base || !canSubtract(a, b)) return false;
  if (a.isOwn !== b.isOwn && a.isOwn !== null && b.isOwn !== null) return true;
  if (a.layout !== b.layout) return a.hidden.length > 0 || b.hidden.length > 0;
  return a.hidden.some((key) => b.shown.includes(key)) || b.hidden.some((key) => a.shown.includes(key));
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
