export { createMatcher, insideSpellings, type Matcher } from './match.ts';
export {
  isEmptySearch,
  parseSearch,
  type InsideTerm,
  type NearTerm,
  type Search,
  type SearchTerm,
  type SearchUnit,
} from './parse-search.ts';
export { searchParts, type SearchPart } from './parts.ts';
export { makeSnippet, type Snippet } from './snippet.ts';
export { countSpellings, spellings, spellingTest } from './spelling.ts';
export { tokensOf, type Token } from './tokens.ts';
export { formsOf } from './word-test.ts';
export { patternHits, readPattern } from './pattern.ts';
export { createVariantFinder, readVariant, type Variant } from './variants.ts';
