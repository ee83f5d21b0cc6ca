export { grow, paragraphs, rangeAt, sentences, words } from './boundaries.ts';
export { fold } from './fold.ts';
export { contains, isEdge, isRange, overlaps, trimmed, type TextRange } from './offsets.ts';
export { assignLanes, sweepSegments, type Segment } from './segments.ts';
export { unite, type Union } from './unite.ts';
