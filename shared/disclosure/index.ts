export { differencing } from './differencing.ts';
export { isPrimary } from './primary.ts';
export type { BaseClaim, Differencing, ReleasedBase } from './differencing.ts';
export { protectTable } from './protect.ts';
export type { ProtectOptions } from './protect.ts';
export { DEFAULT_RULE } from './table.ts';
export type {
  AuditFinding,
  AuditReason,
  CountTable,
  DisclosureRule,
  GroupDisclosure,
  PersonsBehind,
  Place,
  ProtectedBase,
  ProtectedCell,
  ProtectedColumn,
  ProtectedTable,
  ShareWord,
} from './table.ts';
export { attributeKindOf, coarserAttributes, judgeAttributes, MOST_ATTRIBUTES, sharedBy } from './quote-attributes.ts';
export type { AttributeJudgement, AttributeKind, AttributeRule, KnownOf, QuoteAttribute } from './quote-attributes.ts';
export { releasedPersons, type QuotePersons } from './quote-counts.ts';
export { releasedSteps } from './nested-counts.ts';
export { mayShowAlone, mayShowPair, type PairPersons } from './pair-counts.ts';
export { protectBanner } from './banner.ts';
export type {
  AllPersons,
  BannerFinding,
  BannerInput,
  BannerOptions,
  BannerPart,
  BannerPlace,
  CrossCount,
  PartPersons,
  ProtectedBanner,
  ProtectedPart,
  PublishedColumn,
} from './banner-types.ts';
export type { LpSolution, SolveLp, SolveOptions } from './lp-text.ts';
export { microdataCheck, type MicrodataCheck, type MicrodataColumn, type OneAnswer } from './microdata.ts';
export { protectLinked } from './linked.ts';
export type { LinkedProtection } from './linked.ts';
export type { LinkedCell, LinkedFigure, LinkedFinding, LinkedProblem, LinkedSum } from './linked-problem.ts';
export { mayShowDerived, type DerivedFigure } from './derived.ts';
export { waysOut, type BannerChange, type WayOut, type WaysOptions } from './ways-out.ts';
export { dropLevel, dropPart, mergeColumns, mergeRows } from './banner-change.ts';
