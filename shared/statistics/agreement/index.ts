export type { Figure, NoFigure } from './figure.ts';
export { krippendorffsAlpha, type CodedUnits, type Distance } from './krippendorff.ts';
export { masi } from './masi.ts';
export { commonSpans, countCodePoints, inCodePoints, lengthOf, unitedSpans, type Span } from './spans.ts';
export { brennanPrediger, cohensKappa, gwetsAc1, percentAgreement, tableOf, type SquareTable, type TwoByTwo } from './two-coders.ts';
export { unitizingAlpha, type UnitizingAlpha, type ValuedSegment } from './unitizing.ts';
