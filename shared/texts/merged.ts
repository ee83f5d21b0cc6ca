import type { Replacement } from './edit-script.ts';
import { replacements } from './replacements.ts';

/**
 * A text that two have corrected from the same words, with both corrections. Null when they touched the same place; with `prefersMine`
 * my words stand there, and the other's corrections elsewhere are kept.
 */
export function mergedText(base: string, mine: string, theirs: string, prefersMine = false): string | null {
  const own = replacements(base, mine);
  const others = replacements(base, theirs);
  const apart = others.filter((other) => !own.some((one) => touch(one, other)));
  if (apart.length < others.length && !prefersMine) return null;
  const edits = [
    ...own.map((edit) => ({ edit, words: mine.slice(edit.at, edit.until) })),
    ...apart.map((edit) => ({ edit, words: theirs.slice(edit.at, edit.until) })),
  ].toSorted((a, b) => a.edit.from - b.edit.from);
  let at = 0;
  let text = '';
  for (const { edit, words } of edits) {
    text += base.slice(at, edit.from) + words;
    at = edit.to;
  }
  return text + base.slice(at);
}

function touch(a: Replacement, b: Replacement): boolean {
  return a.from <= b.to && b.from <= a.to;
}
