export type { DdiCategory, DdiFile, DdiGroup, DdiStudy, DdiText, DdiVariable } from './ddi-codebook.ts';
export { writeDdi } from './write-ddi.ts';
