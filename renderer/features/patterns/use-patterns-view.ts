import { useNavigate } from '@tanstack/react-router';
import { ThemeScope, TogetherUnit } from '../../../shared/contract/patterns.ts';
import { useSearchParam } from '../../lib/route.ts';

export const patternViews = ['variable', 'together', 'saturation', 'joint'] as const;
export type PatternView = (typeof patternViews)[number];

export const measures = ['both', 'jaccard', 'overlap'] as const;
export type Measure = (typeof measures)[number];

export interface PatternsChange {
  readonly view?: PatternView | undefined;
  readonly show?: ThemeScope | undefined;
  readonly mode?: 'inside' | undefined;
  readonly filter?: TogetherUnit | undefined;
  readonly sort?: Measure | undefined;
  readonly cols?: string | undefined;
  readonly rows?: string | undefined;
  readonly at?: string | undefined;
  readonly chart?: 'cases' | 'picture' | undefined;
}

/** What the screen shows, as its address says. */
export interface PatternsView {
  readonly view: PatternView;
  readonly scope: ThemeScope;
  readonly isInside: boolean;
  readonly unit: TogetherUnit;
  readonly measure: Measure;
  /** What makes the columns: a variable's id, `wave`, `place` or `service`. */
  readonly columns: string | undefined;
  /** The scale beside the words. */
  readonly score: string | undefined;
  /** "2-3": how many answers the lowest and the highest group have. */
  readonly ends: string | undefined;
  readonly isCases: boolean;
  /** Themes together as they would be released, and not as the matrix. */
  readonly isPicture: boolean;
  readonly change: (change: PatternsChange) => void;
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T {
  return known.find((each) => each === value) ?? otherwise;
}

export function usePatternsView(): PatternsView {
  const navigate = useNavigate();
  return {
    view: oneOf(patternViews, useSearchParam('view'), 'variable'),
    scope: oneOf(ThemeScope.options, useSearchParam('show'), 'branch'),
    isInside: useSearchParam('mode') === 'inside',
    unit: oneOf(TogetherUnit.options, useSearchParam('filter'), 'person'),
    measure: oneOf(measures, useSearchParam('sort'), 'both'),
    columns: useSearchParam('cols'),
    score: useSearchParam('rows'),
    ends: useSearchParam('at'),
    isCases: useSearchParam('chart') === 'cases',
    isPicture: useSearchParam('chart') === 'picture',
    change: (change) => void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) }),
  };
}
