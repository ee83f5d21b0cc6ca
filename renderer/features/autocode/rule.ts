import type { AutoCodeRule } from '../../../shared/contract/autocode.ts';

/** What stands in the dialog's fields. */
export interface RuleDraft {
  readonly kind: AutoCodeRule['kind'];
  /** One variant a line. */
  readonly words: string;
  readonly hasForms: boolean;
  readonly pattern: string;
  readonly isCaseSensitive: boolean;
}

export const emptyRule: RuleDraft = { kind: 'words', words: '', hasForms: true, pattern: '', isCaseSensitive: false };

const mostVariants = 60;
const longestVariant = 200;

/** The rule the fields say; null while they say nothing. */
export function ruleOf({ kind, words, hasForms, pattern, isCaseSensitive }: RuleDraft): AutoCodeRule | null {
  if (kind === 'pattern') return pattern.trim() === '' ? null : { kind, pattern: pattern.slice(0, 500), isCaseSensitive };
  const variants = words
    .split('\n')
    .map((line) => line.trim().slice(0, longestVariant))
    .filter((line) => line !== '');
  return variants.length === 0 ? null : { kind, variants: variants.slice(0, mostVariants), hasForms };
}

/** A place's name while it stands in the list. */
export function placeKey({ textId, start }: { readonly textId: string; readonly start: number }): string {
  return `${textId} ${start}`;
}
