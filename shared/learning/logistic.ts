/** A text as numbers: which features it has, in rising order, and how much each counts (length 1 as a vector). */
export interface SparseRow {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** One weight for each feature and theme (`weights[feature × themes + theme]`), and where each theme starts from. */
export interface Linear {
  readonly themes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What is learnt from: rows and, for each, the places of its themes. */
export interface Lesson {
  readonly rows: readonly SparseRow[];
  readonly labels: readonly Int32Array[];
  readonly features: number;
  readonly themes: number;
}

/** Strength of the pull of all weights towards zero. */
const pull = 2e-4;
/** How far the first row moves a weight. */
const firstStep = 2;
/** The starting point of a theme moves more slowly than its words' weights. */
const biasStep = 0.01;
/** Rows × passes: few rows are gone through more often. */
const fewestPasses = 4;
const mostPasses = 10;
const rowsInAll = 40_000;
/** Multiplications between two yields: under a millisecond, and little even before the loop has been compiled. */
const workPerStep = 300_000;

/**
 * Learns one logistic regression per theme against all others, with L2 regularisation, by stochastic gradient descent with a falling
 * step 1/(λ(t + t₀)) (Bottou, "Large-scale machine learning with stochastic gradient descent", 2010). Rows are taken in a fixed mixed
 * order, so the same lesson always gives the same weights. Yields now and then so that others get their turn.
 */
export function* learnLinear({ rows, labels, features, themes }: Lesson): Generator<undefined, Linear> {
  const weights = new Float32Array(features * themes);
  const bias = startBias(labels, themes);
  const passes = Math.min(mostPasses, Math.max(fewestPasses, Math.ceil(rowsInAll / Math.max(1, rows.length))));
  const order = mixedOrder(rows.length);
  const gradient = new Float32Array(themes);
  const start = 1 / (pull * firstStep);
  let scale = 1;
  let work = 0;
  let t = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    for (const at of order) {
      const row = rows[at];
      const own = labels[at];
      if (row === undefined || own === undefined) continue;
      const step = 1 / (pull * (start + t));
      t += 1;
      scoresInto(gradient, { row, weights, bias, themes, scale });
      for (let theme = 0; theme < themes; theme += 1) gradient[theme] = -1 / (1 + Math.exp(-(gradient[theme] ?? 0)));
      for (const theme of own) gradient[theme] = (gradient[theme] ?? 0) + 1;
      scale *= 1 - step * pull;
      const by = step / scale;
      for (let n = 0; n < row.ids.length; n += 1) {
        const base = (row.ids[n] ?? 0) * themes;
        const amount = by * (row.values[n] ?? 0);
        for (let theme = 0; theme < themes; theme += 1)
          weights[base + theme] = (weights[base + theme] ?? 0) + amount * (gradient[theme] ?? 0);
      }
      for (let theme = 0; theme < themes; theme += 1) bias[theme] = (bias[theme] ?? 0) + biasStep * step * (gradient[theme] ?? 0);
      work += row.ids.length * themes * 2;
      if (work > workPerStep) {
        work = 0;
        yield;
      }
    }
  }
  for (let n = 0; n < weights.length; n += 1) weights[n] = (weights[n] ?? 0) * scale;
  return { themes, weights, bias };
}

interface Scored {
  readonly row: SparseRow;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly themes: number;
  readonly scale: number;
}

function scoresInto(into: Float32Array, { row, weights, bias, themes, scale }: Scored): void {
  into.fill(0);
  for (let n = 0; n < row.ids.length; n += 1) {
    const base = (row.ids[n] ?? 0) * themes;
    const value = row.values[n] ?? 0;
    for (let theme = 0; theme < themes; theme += 1) into[theme] = (into[theme] ?? 0) + value * (weights[base + theme] ?? 0);
  }
  for (let theme = 0; theme < themes; theme += 1) into[theme] = (into[theme] ?? 0) * scale + (bias[theme] ?? 0);
}

/** Log-odds of each theme for a text. */
export function scoresOf(linear: Linear, row: SparseRow): Float32Array {
  const scores = new Float32Array(linear.themes);
  scoresInto(scores, { ...linear, row, scale: 1 });
  return scores;
}

/** A theme that few have starts out unlikely. */
function startBias(labels: readonly Int32Array[], themes: number): Float32Array {
  const counts = new Float64Array(themes);
  for (const own of labels) for (const theme of own) counts[theme] = (counts[theme] ?? 0) + 1;
  return Float32Array.from(counts, (count) => Math.log((count + 0.5) / (labels.length - count + 0.5)));
}

/** All places once, far from how they lay: neighbours in a file are often alike. Fixed, so that learning can be repeated. */
function mixedOrder(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  let state = 12_345;
  for (let at = count - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
