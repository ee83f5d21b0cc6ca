/** A run of words that both texts have, or only the one before or after. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Longer texts are shown whole, as gone and new: comparing them word by word would take quadratic time. */
const mostWords = 2000;

/** What differs between two texts, word by word with the space after it, by their longest common sequence. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [words(before), words(after)];
  if (a.length > mostWords || b.length > mostWords) return joined([part('gone', before), part('new', after)]);
  const lengths = table(a, b);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i], b[j])) {
      parts.push(part('same', b[j] ?? ''));
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      parts.push(part('gone', a[i] ?? ''));
      i += 1;
    } else {
      parts.push(part('new', b[j] ?? ''));
      j += 1;
    }
  }
  return joined(parts);
}

function words(text: string): string[] {
  return text.match(/\S+\s*/gu) ?? [];
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.trimEnd() === b?.trimEnd();
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text };
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

/** Length of the longest common sequence of the two rests, by where they begin. */
function table(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = isSame(a[i], b[j]) ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
  }
  return lengths;
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else if (text !== '') runs.push({ kind, text });
  }
  return runs;
}
