import type { Agreement, AgreementLevel } from '../../../../shared/contract/agreement.ts';
import {
  brennanPrediger,
  cohensKappa,
  commonSpans,
  gwetsAc1,
  krippendorffsAlpha,
  lengthOf,
  masi,
  percentAgreement,
  tableOf,
  unitizingAlpha,
  type CodedUnits,
  type Figure,
  type Span,
  type TwoByTwo,
  type ValuedSegment,
} from '../../../../shared/statistics/agreement/index.ts';
import type { z } from 'zod';
import type { Material, ReadText } from './read-material.ts';

type PlainAgreement = z.input<typeof Agreement>;
type PlainPair = PlainAgreement['overall']['pairs'][number];

/** What one coder after the other did with a theme on a text or person: one bit each. */
type Marks = number;

/**
 * Percent agreement, Cohen's κ, Gwet's AC1, Brennan–Prediger and Krippendorff's α by theme, and over all. At the level of characters
 * the units are code points and α is uα of the one theme; else α is nominal over "has it" and "has it not".
 * @param order theme ids in the order of the tree
 */
export function compareCoders(material: Material, level: AgreementLevel, order: readonly string[]): PlainAgreement {
  const used = new Set(material.texts.flatMap((text) => [...text.themes.keys()]));
  const themes = order.filter((id) => used.has(id));
  const compared = level === 'character' ? ofCharacters(material, themes) : ofUnits(material, themes, level);
  const pairs = pairsOf(material.coderIds);
  return {
    units: compared.units,
    texts: material.texts.length,
    leftOut: material.leftOut,
    themes: themes.map((themeId) => ({
      themeId,
      pairs: pairs.map((pair) => toPair(material.coderIds, pair, compared.table(themeId, pair))),
      alpha: compared.alpha(themeId),
    })),
    overall: {
      pairs: pairs.map((pair) =>
        toPair(
          material.coderIds,
          pair,
          themes.map((id) => compared.table(id, pair)).reduce(added, { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }),
        ),
      ),
      sets: level === 'character' ? null : alphaOfSets(compared.sets),
      unitizing: level === 'character' ? unitizingOverall(material) : null,
    },
  };
}

type Pair = readonly [first: number, second: number];

function pairsOf(coderIds: readonly string[]): Pair[] {
  return coderIds.flatMap((_, first) => coderIds.slice(first + 1).map((_other, at): Pair => [first, first + 1 + at]));
}

function toPair(coderIds: readonly string[], [first, second]: Pair, counts: TwoByTwo): PlainPair {
  const table = tableOf(counts);
  return {
    firstId: coderIds[first] ?? '',
    secondId: coderIds[second] ?? '',
    ...counts,
    percent: percentAgreement(table),
    kappa: cohensKappa(table),
    ac1: gwetsAc1(table),
    brennanPrediger: brennanPrediger(table),
  };
}

function added(a: TwoByTwo, b: TwoByTwo): TwoByTwo {
  return {
    both: a.both + b.both,
    onlyFirst: a.onlyFirst + b.onlyFirst,
    onlySecond: a.onlySecond + b.onlySecond,
    neither: a.neither + b.neither,
  };
}

interface Compared {
  readonly units: number;
  readonly table: (themeId: string, pair: Pair) => TwoByTwo;
  readonly alpha: (themeId: string) => Figure;
  /** Per unit, the set of themes of each coder; only where units are texts or persons. */
  readonly sets: readonly (readonly ReadonlySet<string>[])[];
}

/** Texts or persons: a coder has a theme on a person who has it in any of the compared texts. */
function ofUnits(material: Material, themes: readonly string[], level: 'answer' | 'person'): Compared {
  const coders = material.coderIds.length;
  const groups =
    level === 'answer'
      ? material.texts.map((text) => [text])
      : [...Map.groupBy(material.texts, (text) => text.personId)].flatMap(([personId, texts]) => (personId === null ? [] : [texts]));
  const marks = new Map(themes.map((id) => [id, new Map<Marks, number>()]));
  const sets = groups.map((texts) => {
    const found = marksOf(texts);
    for (const [themeId, mark] of found) {
      const counts = marks.get(themeId);
      counts?.set(mark, (counts.get(mark) ?? 0) + 1);
    }
    return Array.from({ length: coders }, (_, coder) => new Set([...found].filter(([, mark]) => has(mark, coder)).map(([id]) => id)));
  });
  /** How many units each combination of coders put the theme on, none of them included. */
  const combinations = (themeId: string): [Marks, number][] => {
    const counts = [...(marks.get(themeId) ?? [])];
    return [...counts, [0, groups.length - counts.reduce((sum, [, count]) => sum + count, 0)]];
  };
  return {
    units: groups.length,
    sets,
    table: (themeId, [first, second]) => {
      const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      for (const [mark, count] of combinations(themeId)) {
        const cell = has(mark, first) ? (has(mark, second) ? 'both' : 'onlyFirst') : has(mark, second) ? 'onlySecond' : 'neither';
        table[cell] += count;
      }
      return table;
    },
    alpha: (themeId) =>
      krippendorffsAlpha(
        combinations(themeId).map(([mark, count]) => ({
          values: Array.from({ length: coders }, (_, coder) => (has(mark, coder) ? 1 : 0)),
          count,
        })),
      ),
  };
}

function marksOf(texts: readonly ReadText[]): Map<string, Marks> {
  const found = new Map<string, Marks>();
  for (const { themes } of texts)
    for (const [themeId, coders] of themes)
      for (const [coder, spans] of coders.entries()) if (spans.length > 0) found.set(themeId, (found.get(themeId) ?? 0) | (1 << coder));
  return found;
}

function has(mark: Marks, coder: number): boolean {
  return ((mark >> coder) & 1) === 1;
}

/** α over sets of themes; like sets are one value, so that each pair of values is measured once. */
function alphaOfSets(units: Compared['sets']): Figure {
  const values = new Map<string, number>();
  const known: ReadonlySet<string>[] = [];
  const counts = new Map<string, { values: number[]; count: number }>();
  for (const sets of units) {
    const row = sets.map((set) => valueOf(values, known, set));
    const key = row.join(' ');
    const counted = counts.get(key) ?? { values: row, count: 0 };
    counted.count += 1;
    counts.set(key, counted);
  }
  const rows: readonly CodedUnits[] = [...counts.values()];
  return krippendorffsAlpha(rows, (a, b) => masi(known[a] ?? new Set(), known[b] ?? new Set()));
}

function valueOf(values: Map<string, number>, known: ReadonlySet<string>[], set: ReadonlySet<string>): number {
  const key = [...set].toSorted().join(' ');
  const value = values.get(key) ?? known.length;
  if (value === known.length) {
    values.set(key, value);
    known.push(set);
  }
  return value;
}

/** Code points. The texts lie one after the other on the continuum. */
function ofCharacters(material: Material, themes: readonly string[]): Compared {
  const starts = startsOf(material);
  const units = starts.at(-1) ?? 0;
  const marked = new Map(themes.map((id) => [id, [] as [text: number, spans: readonly (readonly Span[])[]][]]));
  for (const [at, { themes: found }] of material.texts.entries()) for (const [id, spans] of found) marked.get(id)?.push([at, spans]);
  return {
    units,
    sets: [],
    table: (themeId, [first, second]) => {
      const table = { both: 0, onlyFirst: 0, onlySecond: 0 };
      for (const [, spans] of marked.get(themeId) ?? []) {
        const [a, b] = [spans[first] ?? [], spans[second] ?? []];
        const both = lengthOf(commonSpans(a, b));
        table.both += both;
        table.onlyFirst += lengthOf(a) - both;
        table.onlySecond += lengthOf(b) - both;
      }
      return { ...table, neither: units - table.both - table.onlyFirst - table.onlySecond };
    },
    alpha: (themeId) =>
      unitizingAlpha(
        material.coderIds.map((_, coder) =>
          (marked.get(themeId) ?? []).flatMap(([at, spans]) => (spans[coder] ?? []).map((span) => placed(span, starts[at] ?? 0, 1))),
        ),
        units,
      ).whole,
  };
}

/** Where each text begins on the continuum, and last where it ends. */
function startsOf(material: Material): number[] {
  const starts = [0];
  for (const text of material.texts) starts.push((starts.at(-1) ?? 0) + text.length);
  return starts;
}

function placed({ start, end }: Span, from: number, value: number): ValuedSegment {
  return { start: from + start, end: from + end, value };
}

/** The family over all themes. Where themes of a coder overlap, the stretch has their combination as its value. */
function unitizingOverall(material: Material): NonNullable<PlainAgreement['overall']['unitizing']> {
  const starts = startsOf(material);
  const values = new Map<string, number>();
  const known: ReadonlySet<string>[] = [];
  const coders = material.coderIds.map((_, coder) =>
    material.texts.flatMap((text, at) =>
      stretches(text, coder).map(({ span, themes }) => placed(span, starts[at] ?? 0, valueOf(values, known, themes))),
    ),
  );
  return unitizingAlpha(coders, starts.at(-1) ?? 0);
}

/** A coder's marks on a text cut into the longest stretches with the same themes. */
function stretches(text: ReadText, coder: number): { readonly span: Span; readonly themes: ReadonlySet<string> }[] {
  const edges = [...text.themes].flatMap(([themeId, coders]) =>
    (coders[coder] ?? []).flatMap(({ start, end }) => [
      { at: start, themeId, isStart: true },
      { at: end, themeId, isStart: false },
    ]),
  );
  const found: { span: { start: number; end: number }; themes: ReadonlySet<string> }[] = [];
  const current = new Set<string>();
  let from = 0;
  for (const { at, themeId, isStart } of edges.toSorted((a, b) => a.at - b.at)) {
    if (at > from && current.size > 0) append(found, { start: from, end: at }, new Set(current));
    from = at;
    if (isStart) current.add(themeId);
    else current.delete(themeId);
  }
  return found;
}

/** The same themes without a break between are one stretch. */
function append(
  found: { span: { start: number; end: number }; themes: ReadonlySet<string> }[],
  span: { start: number; end: number },
  themes: ReadonlySet<string>,
): void {
  const last = found.at(-1);
  if (last !== undefined && last.span.end === span.start && last.themes.symmetricDifference(themes).size === 0) last.span.end = span.end;
  else found.push({ span, themes });
}
