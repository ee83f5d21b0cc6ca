export { FindingFromText } from './FindingFromText.tsx';
export { markOf } from './mark-of.ts';
