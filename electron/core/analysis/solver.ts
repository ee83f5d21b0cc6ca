import { existsSync } from 'node:fs';
import { join } from 'node:path';
import loadHighs from 'highs';
import type { LpSolution, SolveLp } from '../../../shared/disclosure/index.ts';

/** One solver per core: loading takes some tens of milliseconds and a few megabytes. */
let loading: Promise<SolveLp> | null = null;

/**
 * The exact solver of the disclosure gate (HiGHS as WebAssembly). Loaded once; a call blocks its thread, so only the worker asks.
 * Results repeat: the seed and the limits are fixed and counted, never timed.
 * @param resources folder that holds `highs.wasm`; the package's own file when left out.
 * @throws when the file is missing or the engine cannot start; the gate then goes on without the exact solver.
 */
export function loadSolver(resources?: string): Promise<SolveLp> {
  loading ??= startSolver(resources).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function startSolver(resources: string | undefined): Promise<SolveLp> {
  const file = resources === undefined ? null : join(resources, 'highs.wasm');
  // A program that has not been built finds the file in the package.
  const highs = await loadHighs(file === null || !existsSync(file) ? {} : { locateFile: () => file });
  return (lp, { nodes }) => {
    const solution = highs.solve(lp, {
      output_flag: false,
      random_seed: 0,
      threads: 1,
      mip_max_nodes: nodes,
      mip_rel_gap: 0,
      // Prices are whole numbers.
      mip_abs_gap: 0.99,
    });
    return read(solution);
  };
}

interface Outcome {
  readonly Status: string;
  readonly Columns: Readonly<Record<string, object>>;
}

function read({ Status, Columns }: Outcome): LpSolution {
  if (Status === 'Infeasible') return { status: 'none' };
  if (Status !== 'Optimal') return { status: 'unknown' };
  const values: Record<string, number> = {};
  for (const [name, column] of Object.entries(Columns)) {
    if (!('Primal' in column) || typeof column.Primal !== 'number') return { status: 'unknown' };
    values[name] = column.Primal;
  }
  return { status: 'optimal', values };
}
