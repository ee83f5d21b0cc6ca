/** What is asked of a solver; limits are counted and never timed, so that the same table always gives the same pattern. */
export interface SolveOptions {
  /** Most branch-and-bound nodes. */
  readonly nodes: number;
}

/** The values of the variables by name where nothing can cost less; or that there is no solution; or that the limits were reached first. */
export type LpSolution =
  | { readonly status: 'optimal'; readonly values: Readonly<Record<string, number>> }
  | { readonly status: 'none' }
  | { readonly status: 'unknown' };

/** Solves a (mixed integer) linear program in CPLEX LP text. Synchronous and without memory: the same text has the same solution. */
export type SolveLp = (lp: string, options: SolveOptions) => LpSolution;

/** A coefficient of a named variable. */
export type LpTerm = readonly [coefficient: number, name: string];

export interface LpRow {
  readonly terms: readonly LpTerm[];
  readonly sign: '<=' | '>=' | '=';
  readonly right: number;
}

/** Limits of a variable; without them it is at least 0. */
export interface LpBound {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** A program that is to be made as small as possible. */
export interface LpModel {
  readonly objective: readonly LpTerm[];
  readonly rows: readonly LpRow[];
  readonly bounds: readonly LpBound[];
  readonly binaries: readonly string[];
}

/** Terms per line: readers of the format may cut long lines. */
const TERMS_PER_LINE = 8;

/** Writes a program in CPLEX LP format. */
export function writeLp({ objective, rows, bounds, binaries }: LpModel): string {
  const lines = ['Minimize', ` cost: ${sumText(objective)}`, 'Subject To'];
  rows.forEach(({ terms, sign, right }, at) => {
    if (terms.length > 0) lines.push(` r${at}: ${sumText(terms)} ${sign} ${right}`);
  });
  lines.push('Bounds', ...bounds.map(({ name, low, high }) => ` ${limit(low)} <= ${name} <= ${limit(high)}`));
  if (binaries.length > 0) lines.push('Binaries', ...chunks(binaries).map((names) => ` ${names.join(' ')}`));
  return `${lines.join('\n')}\nEnd\n`;
}

function limit(value: number): string {
  return Number.isFinite(value) ? String(value) : value > 0 ? '+inf' : '-inf';
}

function sumText(terms: readonly LpTerm[]): string {
  const parts = terms.map(([coefficient, name]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}`);
  return chunks(parts)
    .map((line) => line.join(' '))
    .join('\n  ');
}

function chunks(parts: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(parts.length / TERMS_PER_LINE) }, (_, at) =>
    parts.slice(at * TERMS_PER_LINE, (at + 1) * TERMS_PER_LINE),
  );
}
