import { z } from 'zod';
import type { Sentence } from '../../../../shared/contract/analysis.ts';
import type { ExhibitRow, ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { percentOf, proportionDifference, wilson } from '../../../../shared/statistics/index.ts';

type Shown = Extract<ReleasedCell, { state: 'shown' }>;

function shown(cell: ReleasedCell | undefined): Shown | null {
  return cell?.state === 'shown' ? cell : null;
}

/** Questions that are statements end in a full stop; inside a sentence they do not. */
function inSentence(label: string): string {
  return label.replace(/\.$/u, '');
}

function say(id: string, params: Sentence['params'] = {}): Sentence {
  return { id: `analysis.read.${id}`, params };
}

/** The largest share of the first column. */
function largest(exhibit: ReleasedExhibit): Sentence[] {
  const n = exhibit.columns[0]?.base?.n ?? null;
  const found = exhibit.rows
    .flatMap((row) => (shown(row.cells[0]) === null ? [] : [{ row, cell: shown(row.cells[0]) }]))
    .toSorted((a, b) => (b.cell?.count ?? 0) - (a.cell?.count ?? 0));
  const [top] = found;
  if (top?.cell == null || n === null || n === 0 || top.cell.count === 0) return [];
  const { cell, row } = top;
  if (exhibit.kind === 'themes')
    return [
      say('theme', { count: cell.count, n, theme: row.label }),
      say('interval', { percent: cell.percent, low: cell.low, high: cell.high }),
    ];
  return [say('share', { percent: cell.percent, n, answer: inSentence(row.label), low: cell.low, high: cell.high })];
}

interface Pair {
  readonly row: ExhibitRow;
  readonly names: readonly [string, string];
  readonly cells: readonly [Shown, Shown];
  readonly bases: readonly [number, number];
}

/** The row where the two largest groups differ most. */
function widestPair(exhibit: ReleasedExhibit): Pair | null {
  const groups = exhibit.columns.flatMap(({ label, base }, at) =>
    at > 0 && base?.n && base.rule !== 'words' ? [{ label, n: base.n, at }] : [],
  );
  const [a, b] = groups.toSorted((x, y) => y.n - x.n);
  if (a === undefined || b === undefined) return null;
  const pairs = exhibit.rows.flatMap((row): Pair[] => {
    const [left, right] = [shown(row.cells[a.at]), shown(row.cells[b.at])];
    if (left === null || right === null) return [];
    const isFirst = left.count / a.n >= right.count / b.n;
    return [
      isFirst
        ? { row, names: [a.label, b.label], cells: [left, right], bases: [a.n, b.n] }
        : { row, names: [b.label, a.label], cells: [right, left], bases: [b.n, a.n] },
    ];
  });
  const gap = ({ cells: [x, y], bases: [m, n] }: Pair): number => x.count / m - y.count / n;
  return pairs.toSorted((x, y) => gap(y) - gap(x))[0] ?? null;
}

function twoGroups(exhibit: ReleasedExhibit): Sentence[] {
  const pair = widestPair(exhibit);
  if (pair === null) return [];
  const {
    names: [group1, group2],
    cells: [cell1, cell2],
    bases: [n1, n2],
    row,
  } = pair;
  const common = { answer: inSentence(row.label), group1, group2, percent1: cell1.percent, percent2: cell2.percent };
  const { estimate, low, high } = proportionDifference(cell1.count, n1, cell2.count, n2);
  const kind = exhibit.kind === 'themes' ? 'groupsMention' : 'groups';
  if (low <= 0) return [say(`${kind}Uncertain`, { ...common, n1, n2 })];
  return [
    say(`${kind}Clear`, { ...common, difference: Math.round(100 * estimate), low: Math.round(100 * low), high: Math.round(100 * high) }),
  ];
}

/** Answers at the welcome end that count as agreement: two of five and more, else one. */
function endSize({ columns }: ReleasedExhibit): number {
  return columns.length >= 5 ? 2 : 1;
}

/** The answers at the welcome end, summed over released counts. */
function welcomeShare(exhibit: ReleasedExhibit, row: ExhibitRow): { readonly count: number; readonly n: number } | null {
  const n = row.base?.n ?? null;
  const cells = exhibit.scale?.welcomeEnd === 'low' ? row.cells.slice(0, endSize(exhibit)) : row.cells.slice(-endSize(exhibit));
  const counts = cells.map((cell) => shown(cell)?.count ?? null);
  if (n === null || n === 0 || exhibit.columns.length < 3 || counts.some((count) => count === null)) return null;
  return { count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0), n };
}

function battery(exhibit: ReleasedExhibit): Sentence[] {
  if (exhibit.scale?.welcomeEnd == null) return [];
  const items = exhibit.rows
    .flatMap((row) => {
      const share = welcomeShare(exhibit, row);
      return share === null ? [] : [{ row, ...share, percent: percentOf(share.count, share.n), interval: wilson(share.count, share.n) }];
    })
    .toSorted((a, b) => b.count / b.n - a.count / a.n);
  const ends = exhibit.scale.welcomeEnd === 'low' ? exhibit.columns.slice(0, endSize(exhibit)) : exhibit.columns.slice(-endSize(exhibit));
  const answers = ends.map(({ label }) => label).join(' / ');
  const describe = (id: string, item: (typeof items)[number] | undefined): Sentence[] =>
    item === undefined
      ? []
      : [
          say(id, {
            item: inSentence(item.row.label),
            answers,
            count: item.count,
            n: item.n,
            percent: item.percent,
            low: Math.round(100 * item.interval.low),
            high: Math.round(100 * item.interval.high),
          }),
        ];
  return [...describe('best', items[0]), ...(items.length > 1 ? describe('worst', items.at(-1)) : [])];
}

function bases(exhibit: ReleasedExhibit): readonly ReleasedBase[] {
  return [...exhibit.columns, ...exhibit.rows].flatMap(({ base }) => (base === null ? [] : [base]));
}

function limits(exhibit: ReleasedExhibit, hidden: number): Sentence[] {
  const low = bases(exhibit)
    .filter(({ rule }) => rule === 'low')
    .map(({ n }) => n ?? 0);
  const words = bases(exhibit)
    .filter(({ rule }) => rule === 'words')
    .map(({ n }) => n ?? 0);
  return [
    ...(words.length > 0 ? [say('tooFew', { n: Math.min(...words) })] : []),
    ...(low.length === 0
      ? []
      : [exhibit.counted === 'rounds' ? say('lowPersons', { low: exhibit.rule.lowBase }) : say('lowBase', { n: Math.min(...low) })]),
    ...(hidden > 0 ? [say('suppressed', { count: hidden })] : []),
  ];
}

function isOfPlaces({ definition }: ReleasedExhibit): boolean {
  return z.object({ rows: z.literal('place') }).safeParse(definition).success;
}

/** The largest share of the rounds, with the reminder that one person may have several. */
function largestOfRounds(exhibit: ReleasedExhibit): Sentence[] {
  const n = exhibit.columns[0]?.base?.n ?? null;
  const found = exhibit.rows.flatMap((row) => {
    const cell = shown(row.cells[0]);
    return cell === null ? [] : [{ row, cell }];
  });
  const [top] = found.toSorted((a, b) => b.cell.count - a.cell.count);
  if (top === undefined || n === null) return [];
  return [say('rounds', { count: top.cell.count, n, percent: top.cell.percent, answer: inSentence(top.row.label) })];
}

/** What the table says in plain words, from released figures only: what stands out, how sure, what cannot be said. */
export function plainReading(exhibit: ReleasedExhibit, facts: { readonly hiddenCount: number; readonly frame: number | null }): Sentence[] {
  // Sentences about shares speak of persons; of rounds only the base and its limits are said, and of places how many.
  const isOfPersons = exhibit.counted !== 'rounds' && !isOfPlaces(exhibit);
  const first = !isOfPersons ? [] : exhibit.kind === 'likert' ? battery(exhibit) : largest(exhibit);
  const groups = isOfPersons && exhibit.kind !== 'likert' && exhibit.columns.length > 2 ? twoGroups(exhibit) : [];
  const rounds = exhibit.counted === 'rounds' ? largestOfRounds(exhibit) : [];
  const n = exhibit.columns[0]?.base?.n ?? exhibit.rows[0]?.base?.n ?? null;
  const frame = facts.frame !== null && n !== null ? [say('frame', { frame: facts.frame, n })] : [];
  return [...first, ...rounds, ...groups, ...frame, ...limits(exhibit, facts.hiddenCount)];
}
