export { readStructure, type LssRow, type LssTables } from './structure.ts';
export { builtInWords, toForm, type BuiltInWord, type LssWords } from './to-form.ts';
