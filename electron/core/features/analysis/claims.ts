import { z } from 'zod';
import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { differencing, isPrimary, type DisclosureRule } from '../../../../shared/disclosure/index.ts';
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
  /** How many gave each answer whose number is in print. */
  counts: z.record(z.string(), z.int()).optional(),
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

/** What the selection says of its persons. An expression, and answers of which a person may have several, are true of somebody or not. */
function filterConditions({ filter }: ExhibitDefinition, exhibit: ReleasedExhibit): Conditions {
  const { waveId, variableId, codes, where } = filter ?? {};
  const { chosen } = Chosen.safeParse(exhibit.definition).data ?? {};
  return {
    ...(waveId === undefined ? {} : { wave: [waveId] }),
    ...(variableId === undefined || codes === undefined
      ? {}
      : chosen === 'several'
        ? { [`${variableId} ${codes.toSorted((a, b) => a - b).join()}`]: 'known' }
        : { [variableId]: chosen === 'known' ? 'known' : codes.map(String) }),
    ...(where === undefined ? {} : { [`where ${where}`]: 'known' }),
  };
}

/** What is known of the persons of a group within a selection: of a name that both speak of, what they have in common. */
function both(group: Conditions, filter: Conditions): Conditions {
  const common = Object.entries(filter).map(([name, codes]) => {
    const own = group[name];
    if (own === undefined || own === 'known') return [name, codes] as const;
    return [name, codes === 'known' ? own : own.filter((code) => codes.includes(code))] as const;
  });
  return { ...group, ...Object.fromEntries(common) };
}

const Groups = z.object({ groups: z.record(z.string(), z.record(z.string(), z.array(z.string()))) });
/** The answers by which the persons were chosen may be several of one person, or are all there are: then nothing is known but that there is one. */
const Chosen = z.object({ chosen: z.enum(['several', 'known']).optional() });
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

/** Persons by answer, where their number is in print. */
function countsIn(cells: readonly (readonly [string, ReleasedCell | undefined])[]): Record<string, number> {
  return Object.fromEntries(cells.flatMap(([key, cell]) => (cell?.state === 'shown' ? [[key, cell.count]] : [])));
}

/**
 * The bases that an exhibit prints. Hidden ones cannot be subtracted and are left out.
 * @param most rounds that one person has at most, for a table of rounds
 */
export function claimsOf(definition: ExhibitDefinition, exhibit: ReleasedExhibit, most = 1): Claim[] {
  const fromFilter = filterConditions(definition, exhibit);
  const isOwn = definition.themes === 'own';
  const layout = [definition.merge ?? 'apart', ...(definition.rows === 'place' ? [definition.places ?? 'as-recorded'] : [])].join(' ');
  const common = { layout, isOwn, most };
  if (definition.kind === 'likert') {
    return exhibit.rows.flatMap(({ key, base, cells }): Claim[] => {
      const keys = (wanted: (cell: ReleasedCell | undefined) => boolean): string[] =>
        exhibit.columns.flatMap((column, at) => (wanted(cells[at]) ? [column.key] : []));
      const [hidden, shown] = [keys((cell) => cell?.state === 'hidden'), keys(hasFigure)];
      const counts = countsIn(exhibit.columns.map((column, at) => [column.key, cells[at]]));
      return base?.n ? [{ item: key, conditions: fromFilter, group: 'all', base: base.n, hidden, shown, counts, ...common }] : [];
    });
  }
  // The same questions in another order are of the same persons.
  const rows = Array.isArray(definition.rows) ? definition.rows.toSorted().join(' ') : definition.rows;
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
        conditions: both(own, fromFilter),
        group: isAll ? 'all' : groupText(own),
        base: base.n,
        hidden: keys((cell) => cell?.state === 'hidden'),
        shown: keys(hasFigure),
        counts: countsIn(exhibit.rows.map((row) => [row.key, row.cells[at]])),
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

/** What is said of the persons of one that is not said of the other's: answers, or an expression. That somebody has answered at all tells of nobody. */
function isNarrower(inner: Conditions, outer: Conditions): boolean {
  return Object.entries(inner).some(([name, codes]) => {
    const other = outer[name];
    if (codes === 'known') return other === undefined && name.includes(' ');
    return other === undefined || other === 'known' || !other.every((code) => codes.includes(code));
  });
}

/**
 * The same group within a selection and within a wider one: without the one, the other is a group that could stand in a table of its own, and must hide what
 * such a table would hide. Where the differences are no numbers of persons, the selections are of different interviews.
 */
function leavesFew(inner: Claim, outer: Claim, rule: DisclosureRule): boolean {
  if (inner.item !== outer.item || inner.group !== outer.group || inner.layout !== outer.layout || inner.isOwn !== outer.isOwn)
    return false;
  if (!isWithin(inner.conditions, outer.conditions) || !isNarrower(inner.conditions, outer.conditions)) return false;
  const base = outer.base - inner.base;
  return Object.entries(outer.counts ?? {}).some(([key, count]) => {
    const rest = count - (inner.counts?.[key] ?? Number.NaN);
    return base > 0 && rest >= 0 && rest <= base && isPrimary(rest, base, rule);
  });
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
 * are left, or of whom so few gave an answer, or that show what the new one hides. Different waves and different answers to one question hold different persons and cannot be subtracted.
 */
export function subtractable(next: readonly Claim[], released: readonly ReleasedClaims[], rule: DisclosureRule): string[] {
  const found = next.flatMap((claim) =>
    released.flatMap(({ releaseId, claims }) => {
      const pair = (base: number) => ({ item: claim.item, group: claim.group, base });
      const earlier = claims.filter((other) => canSubtract(claim, other)).map(({ base }) => ({ ...pair(base), releaseId }));
      // Rounds that differ by less than a threshold of persons could all have.
      const threshold = rule.threshold * claim.most;
      const limit = { ...rule, threshold, minimumBase: Math.max(rule.minimumBase, threshold) };
      const isTold = claims.some((other) => contradicts(claim, other) || leavesFew(claim, other, limit) || leavesFew(other, claim, limit));
      const contradicted = isTold ? [{ releaseId }] : [];
      return [...differencing([pair(claim.base)], earlier, limit), ...contradicted];
    }),
  );
  return [...new Set(found.map(({ releaseId }) => releaseId))];
}
