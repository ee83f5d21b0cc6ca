export { CodingNav } from './CodingNav.tsx';
export { chipsOf, signOf } from './chips.ts';
export { gridKey, type GridKey } from './grid-keys.ts';
