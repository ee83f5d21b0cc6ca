/** How wide columns of a matrix are and which are frozen: of this machine only, ids and numbers. */
export interface MatrixLook {
  /** Pixels by theme id. */
  readonly widths: Readonly<Record<string, number>>;
  readonly frozen: readonly string[];
}

const key = 'rost.framework.look';
const plain: MatrixLook = { widths: {}, frozen: [] };
/** Pixels: a column, and the first one with the rows' names. */
export const usualWidth = 224;
export const headWidth = 190;
const [least, most, step] = [120, 520, 48];

function readAll(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    // Only this file writes the key; whatever else is there is read as nothing.
    return typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The look last chosen for a matrix on this machine. */
export function keptLook(frameworkId: string): MatrixLook {
  const kept = readAll()[frameworkId];
  // As above: what this file wrote has both parts.
  return typeof kept === 'object' && kept !== null && 'widths' in kept && 'frozen' in kept ? (kept as MatrixLook) : plain;
}

/** Remembers the look of a matrix on this machine. */
export function keepLook(frameworkId: string, look: MatrixLook): void {
  localStorage.setItem(key, JSON.stringify({ ...readAll(), [frameworkId]: look }));
}

/** One step wider or narrower, within what can be read and still leaves room. */
export function nextWidth(width: number, direction: 1 | -1): number {
  return Math.min(most, Math.max(least, width + direction * step));
}
