import { tokensOf } from './tokens.ts';

/** Words side by side. */
export interface SearchTerm {
  readonly kind: 'words';
  /** In lower case, at least one. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly isPrefix: boolean;
  /** Met in its other forms too: typed as it is, neither quoted nor with a star. */
  readonly hasForms: boolean;
}

/** A part of a word: "*tid*". */
export interface InsideTerm {
  readonly kind: 'inside';
  /** In lower case, without white space. */
  readonly part: string;
}

/** Terms that stand at most `distance` words from each other, in any order. */
export interface NearTerm {
  readonly kind: 'near';
  readonly terms: readonly SearchTerm[];
  readonly distance: number;
}

export type SearchUnit = SearchTerm | InsideTerm | NearTerm;

/** What somebody looks for: every clause must be met, each by one of its alternatives, and none of what is left out. */
export interface Search {
  readonly all: readonly (readonly SearchUnit[])[];
  readonly none: readonly (SearchTerm | InsideTerm)[];
}

const mostTerms = 24;
const mostWords = 12;
const usualDistance = 10;
const farthest = 99;

type Part =
  | { readonly kind: 'term'; readonly term: SearchTerm | InsideTerm; readonly isExcluded: boolean }
  | { readonly kind: 'or' }
  | { readonly kind: 'near'; readonly distance: number };

// A quoted stretch (the closing mark may be missing), or anything up to white space.
const piecePattern = /(-?)(?:"([^"]*)(?:"|$)|«([^»]*)(?:»|$)|“([^”]*)(?:”|$)|([^\s"«“]+))(\*?)/gu;
const nearPattern = /^(?:NEAR|NÆR|NÄR)(?:\/(\d{1,2}))?$/u;
const orPattern = /^(?:OR|ELLER|\|+)$/u;

/**
 * Reads what somebody typed. Never throws and refuses nothing: what has no meaning is left out. Words: ventetid · beginning:
 * vent* · inside words: *tid* · "side by side" · either: tid OR uker · not: -møte · close together: møte NEAR/5 lege.
 * With `isTyping` the last bare word is a beginning too.
 */
export function parseSearch(typed: string, { isTyping = false }: { readonly isTyping?: boolean } = {}): Search {
  const parts = readParts(typed.normalize('NFC').slice(0, 1000));
  const last = parts.at(-1);
  if (isTyping && last?.kind === 'term' && isOpenEnded(typed, last.term))
    parts[parts.length - 1] = { ...last, term: { ...last.term, isPrefix: true } };
  return combine(parts.slice(0, mostTerms * 2));
}

/** Whether anything is looked for. */
export function isEmptySearch({ all }: Search): boolean {
  return all.length === 0;
}

function isOpenEnded(typed: string, term: SearchTerm | InsideTerm): term is SearchTerm {
  return term.kind === 'words' && term.hasForms && (term.words.at(-1)?.length ?? 0) > 1 && /[\p{L}\p{N}]$/u.test(typed);
}

function readParts(typed: string): Part[] {
  const parts: Part[] = [];
  for (const match of typed.matchAll(piecePattern)) {
    const [, minus = '', plain, angled, curly, bare, star = ''] = match;
    if (bare !== undefined && minus === '' && orPattern.test(bare)) parts.push({ kind: 'or' });
    else if (bare !== undefined && minus === '' && nearPattern.test(bare)) {
      const distance = nearPattern.exec(bare)?.[1];
      parts.push({ kind: 'near', distance: distance === undefined ? usualDistance : Math.min(farthest, Math.max(1, Number(distance))) });
    } else {
      const term = bare === undefined ? quoted(plain ?? angled ?? curly ?? '', star) : bareTerm(bare);
      if (term !== null) parts.push({ kind: 'term', term, isExcluded: minus === '-' });
    }
  }
  return parts;
}

function quoted(text: string, star: string): SearchTerm | null {
  const words = tokensOf(text).map((token) => token.word);
  return words.length === 0 ? null : { kind: 'words', words: words.slice(0, mostWords), isPrefix: star === '*', hasForms: false };
}

function bareTerm(text: string): SearchTerm | InsideTerm | null {
  const words = tokensOf(text).map((token) => token.word);
  const [first] = words;
  if (first === undefined) return null;
  if (text.startsWith('*') && words.length === 1) return { kind: 'inside', part: first };
  const isPrefix = text.endsWith('*');
  return { kind: 'words', words: words.slice(0, mostWords), isPrefix, hasForms: !isPrefix };
}

/** Alternatives and nearness bind two neighbours; everything else must be met together. */
function combine(parts: readonly Part[]): Search {
  const all: SearchUnit[][] = [];
  const none: (SearchTerm | InsideTerm)[] = [];
  let link: Exclude<Part, { kind: 'term' }> | null = null;
  // Whether the last clause stands right before: "a -b OR c" joins nothing.
  let isOpen = false;
  for (const part of parts) {
    if (part.kind !== 'term') {
      link = part;
      continue;
    }
    if (part.isExcluded) {
      none.push(part.term);
      isOpen = false;
    } else {
      const clause = isOpen ? all.at(-1) : undefined;
      if (clause === undefined || link === null || !join(clause, part.term, link)) all.push([part.term]);
      isOpen = true;
    }
    link = null;
  }
  return { all: all.slice(0, mostTerms), none: none.slice(0, mostTerms) };
}

function join(clause: SearchUnit[], term: SearchTerm | InsideTerm, link: Exclude<Part, { kind: 'term' }>): boolean {
  if (link.kind === 'or') {
    clause.push(term);
    return true;
  }
  const before = clause.at(-1);
  if (before === undefined || before.kind === 'inside' || term.kind === 'inside') return false;
  const terms = before.kind === 'near' ? before.terms : [before];
  clause[clause.length - 1] = { kind: 'near', terms: [...terms, term], distance: link.distance };
  return true;
}
