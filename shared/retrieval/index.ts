export { retrieve } from './retrieve.ts';
export { voicesOf, type Voices } from './voices.ts';
export type { CodedMaterial, FoundSegment, PlaceCondition, Retrieval } from './material.ts';
