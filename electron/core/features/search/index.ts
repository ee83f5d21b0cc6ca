export type { WordsInside } from './compile.ts';
export { waysOf } from './word-ways.ts';
export { wordsInside } from './words-inside.ts';
