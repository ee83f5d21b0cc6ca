export { grow, linesAround, paragraphs, rangeAt, sentences, sentencesNear, words, wordsNear } from './boundaries.ts';
export { fold } from './fold.ts';
export { contains, isEdge, isRange, overlaps, trimmed, type TextRange } from './offsets.ts';
export { assignLanes, sweepSegments, type Segment } from './segments.ts';
export { unite, type Union } from './unite.ts';
export { characterEdges, characters } from './edge-characters.ts';
export { cut } from './cut.ts';
export { mergedText } from './merged.ts';
export { mover, type MovedRange } from './moved.ts';
export { findPersonalSigns, PersonalSignKind, type PersonalSign } from './personal-signs.ts';
export { findTurns, isAsking, clockMs, type SpokenTurn } from './turns.ts';
export { guessLanguage } from './guess-language.ts';
export { wordReplacer, type WordReplacement } from './pseudonyms.ts';
export {
  generalWords,
  identityKinds,
  identityReasons,
  scanIdentity,
  wordsToCount,
  type GeneralWord,
  type IdentityKind,
  type IdentityMark,
  type IdentityReason,
  type KnownNames,
} from './identity-scan.ts';
export { clearedWords, movedWording, type DecidedMark } from './cleared-words.ts';
