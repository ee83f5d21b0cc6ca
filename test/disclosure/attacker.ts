import loadHighs from 'highs';
import type { BannerInput, ProtectedBanner, ProtectedCell } from '../../shared/disclosure/index.ts';

/**
 * The attacker of the tests: reads the released object and what everybody knows about the survey (which groups there are, and whether all
 * persons have one), and works out the least and the most persons of each number over every possible survey of whole persons. It counts
 * persons by answer and by all groups at once, and shares no code with the engine.
 */

const highs = await loadHighs({});

/** A published mean of scores over the rows of a column. */
export interface PrintedMean {
  readonly part: number | null;
  readonly column: number | 'all';
  readonly scores: readonly number[];
  readonly printed: number;
  readonly decimals: number;
}

export interface Target {
  readonly part: number | null;
  readonly row: number | 'base';
  readonly column: number | 'all';
}

/** A number that a person in it knows. */
export interface Known {
  readonly at: Target;
  readonly value: number;
}

/** Limits that the attacker finds, also with one number known beforehand. */
export interface Attacker extends Disposable {
  least(target: Target, known?: Known): number;
  most(target: Target, known?: Known): number;
}

interface Column {
  readonly part: number | null;
  readonly column: number | 'all';
  /** Required value by grouping. */
  readonly at: Readonly<Record<string, string>>;
  readonly cells: readonly ProtectedCell[];
  readonly base: number | null;
}

export function createAttacker(
  released: ProtectedBanner,
  input: BannerInput,
  options: { readonly exclusive: boolean; readonly means?: readonly PrintedMean[] },
): Attacker {
  const columns = columnsOf(released, input);
  const kinds = combinations(columns, input);
  const rows = released.all.cells.length;
  const name = (row: number | 'base', kind: number): string => (row === 'base' ? `b${kind}` : `x${row}_${kind}`);
  const within = ({ at }: Column): readonly number[] =>
    kinds.flatMap((kind, index) => (Object.entries(at).every(([grouping, value]) => kind[grouping] === value) ? [index] : []));
  const sumOf = (column: Column, row: number | 'base'): string =>
    within(column)
      .map((kind) => name(row, kind))
      .join(' + ');
  const lines: string[] = [];
  kinds.forEach((_, kind) => {
    const all = Array.from({ length: rows }, (__, row) => name(row, kind));
    if (options.exclusive) lines.push(`${all.join(' + ')} - ${name('base', kind)} ${hasOthers(input) ? '<=' : '='} 0`);
    else for (const one of all) lines.push(`${one} - ${name('base', kind)} <= 0`);
  });
  for (const column of columns) {
    if (column.base !== null) lines.push(`${sumOf(column, 'base')} = ${column.base}`);
    column.cells.forEach((cell, row) => {
      if (cell.state === 'shown') {
        lines.push(`${sumOf(column, row)} = ${cell.count}`);
        // The printed percent says the same or less; it is read as well, so that a contradiction would show.
        lines.push(`${sumOf(column, row)} >= ${Math.ceil(((cell.percent - 0.5) / 100) * (column.base ?? 0) - 1e-9)}`);
      }
      if (cell.state === 'empty') lines.push(`${sumOf(column, row)} = 0`);
      if (cell.state === 'words' && column.base !== null) {
        const [third, twoThirds] = [Math.ceil(column.base / 3), Math.floor((2 * column.base) / 3)];
        if (cell.words === 'few') lines.push(`${sumOf(column, row)} <= ${third - 1}`);
        if (cell.words === 'half') lines.push(`${sumOf(column, row)} >= ${third}`, `${sumOf(column, row)} <= ${twoThirds}`);
        if (cell.words === 'most') lines.push(`${sumOf(column, row)} >= ${twoThirds + 1}`);
      }
    });
  }
  for (const mean of options.means ?? []) {
    const column = columns.find((one) => one.part === mean.part && one.column === mean.column);
    const half = 0.5 / 10 ** mean.decimals + 1e-7;
    for (const [sign, limit] of [
      ['>=', mean.printed - half],
      ['<=', mean.printed + half],
    ] as const) {
      const terms = mean.scores.flatMap((score, row) =>
        column === undefined ? [] : within(column).map((kind) => ({ by: score - limit, name: name(row, kind) })),
      );
      lines.push(`${terms.map((term) => `${term.by < 0 ? '-' : '+'} ${Math.abs(term.by)} ${term.name}`).join(' ')} ${sign} 0`);
    }
  }
  const names = kinds.flatMap((_, kind) => [name('base', kind), ...Array.from({ length: rows }, (__, row) => name(row, kind))]);
  const find = ({ part, column }: Target): Column => {
    const found = columns.find((one) => one.part === part && one.column === column);
    if (found === undefined) throw new Error('no such column');
    return found;
  };
  const text = `Minimize\n goal: 0 ${names[0]}\nSubject To\n${lines.map((line, at) => ` c${at}: ${wrap(line)}`).join('\n')}\nEnd\n`;
  const model = highs.createModel({ format: 'lp', data: text });
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: 2000 });
  const indexOf = new Map(names.map((one) => [one, model.getColByName(one)]));
  const variables = (target: Target): readonly number[] =>
    sumOf(find(target), target.row)
      .split(' + ')
      .map((one) => indexOf.get(one) ?? -1);
  const everything = { kind: 'range', from: 0, to: names.length - 1 } as const;
  const { integer, continuous } = highs.constants.variableType;
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const ask = (sign: 1 | -1, target: Target, known: Known | undefined): number => {
    const own = variables(target);
    for (const variable of own) model.changeColCost(variable, -sign);
    const fixed = known === undefined ? [] : variables(known.at);
    if (known !== undefined) model.addRow(known.value, known.value, { indices: [...fixed], values: fixed.map(() => 1) });
    const value = solveWhole();
    if (known !== undefined) model.deleteRows({ kind: 'set', indices: [lines.length] });
    for (const variable of own) model.changeColCost(variable, 0);
    return value === null ? Number.POSITIVE_INFINITY : Math.round(-sign * value);
  };
  // A corner of whole persons is the answer; only where the corner is of parts of persons are whole ones asked for.
  const solveWhole = (): number | null => {
    for (const isWhole of [false, true]) {
      model.changeColsIntegrality(
        everything,
        names.map(() => (isWhole ? integer : continuous)),
      );
      model.run();
      const status = model.getModelStatus();
      if (status === unbounded || status === unboundedOrInfeasible) return null;
      if (status !== optimal) throw new Error(`the print contradicts itself: ${status}`);
      if (isWhole || model.getSolution().colValue.every((one) => Math.abs(one - Math.round(one)) < 1e-6)) break;
    }
    return model.getObjectiveValue();
  };
  return {
    least: (target, known) => ask(-1, target, known),
    most: (target, known) => ask(1, target, known),
    [Symbol.dispose]: () => model.dispose(),
  };
}

/** Long lines are read badly. */
function wrap(line: string): string {
  return line.replaceAll(/((?:\S+ ){40})/gu, '$1\n  ');
}

function columnsOf(released: ProtectedBanner, input: BannerInput): readonly Column[] {
  const all: Column = { part: null, column: 'all', at: {}, cells: released.all.cells, base: released.all.base };
  const parts = released.parts.flatMap(({ columns, cells }, part) =>
    columns.map(({ base }, column): Column => ({
      part,
      column,
      at: coordinates(input, part, column),
      cells: cells.map((row) => row[column] ?? { state: 'hidden' }),
      base,
    })),
  );
  return [all, ...parts];
}

function coordinates(input: BannerInput, part: number, column: number): Readonly<Record<string, string>> {
  const { groupings, paths, overlapping } = input.parts[part] ?? {};
  const [names, path] = groupings === undefined ? [[`part ${part}`], [String(column)]] : [groupings, paths?.[column] ?? []];
  return Object.fromEntries(
    path.map((value, level) => (overlapping === true ? [`${names[level]}: ${value}`, 'yes'] : [names[level] ?? '', value])),
  );
}

/** Every combination of groups; `none` only where somebody is in none, which is taken as known. */
function combinations(columns: readonly Column[], input: BannerInput): readonly Readonly<Record<string, string>>[] {
  const values = new Map<string, Set<string>>();
  for (const { at } of columns)
    for (const [grouping, value] of Object.entries(at)) values.set(grouping, (values.get(grouping) ?? new Set()).add(value));
  let kinds: Record<string, string>[] = [{}];
  for (const [grouping, some] of values) {
    const own = columns.filter(({ at }) => Object.keys(at).length === 1 && at[grouping] !== undefined);
    const base = ({ part, column }: Column): number => input.parts[part ?? -1]?.columnTotals[Number(column)] ?? 0;
    const isWhole =
      own.length > 0 &&
      [...new Map(own.map((one) => [one.at[grouping], base(one)])).values()].reduce((sum, one) => sum + one, 0) === input.total;
    const options = isWhole ? [...some] : [...some, 'none'];
    kinds = kinds.flatMap((kind) => options.map((value) => ({ ...kind, [grouping]: value })));
  }
  return kinds;
}

/** Whether some persons gave an answer that is no row. */
function hasOthers({ rowTotals, total }: BannerInput): boolean {
  return rowTotals.reduce((sum, count) => sum + count, 0) < total;
}
