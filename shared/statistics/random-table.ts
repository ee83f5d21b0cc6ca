import { logFactorial } from './gamma.ts';
import type { Random } from './random.ts';

/**
 * Draws tables with fixed margins, each with its chance under independence (multivariate hypergeometric), and hands
 * out Σ log(cell!) of each, which is all that an exact test needs: the less of it, the likelier the table.
 * Cell by cell, each from its conditional distribution, by inversion outwards from the mode. Source: Patefield 1981 (AS 159).
 */
export function randomTables(rows: readonly number[], columns: readonly number[], random: Random): () => number {
  const left = new Float64Array(columns.length);
  const total = rows.reduce((sum, count) => sum + count, 0);
  const factorials = Float64Array.from({ length: total + 1 }, (_, n) => logFactorial(n));
  return () => {
    left.set(columns);
    let population = total;
    let logs = 0;
    for (let row = 0; row < rows.length - 1; row += 1) {
      let rest = rows[row] ?? 0;
      // Persons of the columns from this one on that no earlier row has taken.
      let open = population;
      population -= rest;
      for (let column = 0; column < columns.length - 1; column += 1) {
        const room = left[column] ?? 0;
        const cell = drawHypergeometric(rest, room, open, factorials, random);
        left[column] = room - cell;
        logs += factorials[cell] ?? 0;
        rest -= cell;
        open -= room;
      }
      const last = columns.length - 1;
      left[last] = (left[last] ?? 0) - rest;
      logs += factorials[rest] ?? 0;
    }
    for (const count of left) logs += factorials[count] ?? 0;
    return logs;
  };
}

/** How many of `draws` persons from `population` fall among the `marked`. */
function drawHypergeometric(draws: number, marked: number, population: number, factorials: Float64Array, random: Random): number {
  const low = Math.max(0, draws + marked - population);
  const high = Math.min(draws, marked);
  if (low === high) return low;
  const mode = Math.min(high, Math.max(low, Math.floor(((draws + 1) * (marked + 1)) / (population + 2))));
  const f = (n: number): number => factorials[n] ?? 0;
  const others = population - marked;
  const atMode = Math.exp(
    f(marked) -
      f(mode) -
      f(marked - mode) +
      f(others) -
      f(draws - mode) -
      f(others - draws + mode) -
      f(population) +
      f(draws) +
      f(population - draws),
  );
  let rest = random() - atMode;
  let [up, down, upChance, downChance] = [mode, mode, atMode, atMode];
  while (rest > 0 && (up < high || down > low)) {
    if (up < high) {
      upChance *= ((marked - up) * (draws - up)) / ((up + 1) * (others - draws + up + 1));
      up += 1;
      rest -= upChance;
      if (rest <= 0) return up;
    }
    if (down > low) {
      downChance *= (down * (others - draws + down)) / ((marked - down + 1) * (draws - down + 1));
      down -= 1;
      rest -= downChance;
      if (rest <= 0) return down;
    }
  }
  return mode;
}
