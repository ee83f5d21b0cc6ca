/** What is asked of a solver; limits are counted and never timed, so that the same table always gives the same pattern. */
export interface SolveOptions {
  /** Most branch-and-bound nodes. */
  readonly nodes: number;
}

/** A solution of a program by the names of its variables; null when none was found or none was proved. */
export interface LpSolution {
  /** True when it is proved that nothing costs less. */
  readonly optimal: boolean;
  readonly objective: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Solves a (mixed integer) linear program in CPLEX LP text. Synchronous and without memory; null when there is no solution. */
export type SolveLp = (lp: string, options: SolveOptions) => LpSolution | null;
