import { useNavigate } from '@tanstack/react-router';
import { CompareBy, CompareFigure } from '../../../shared/contract/compare.ts';
import { PlaceMode } from '../../../shared/contract/exhibit-definition.ts';
import { useSearchParam } from '../../lib/route.ts';

export const compareViews = [...CompareBy.options, 'projects', 'meetings'] as const;
export type CompareView = (typeof compareViews)[number];

export const lineOrders = ['difference', 'given'] as const;
export type LineOrder = (typeof lineOrders)[number];

export interface CompareChange {
  readonly view?: CompareView | undefined;
  readonly show?: CompareFigure | undefined;
  readonly mode?: PlaceMode | undefined;
  readonly sort?: LineOrder | undefined;
  readonly filter?: 'project' | undefined;
  readonly row?: string | undefined;
}

/** What the screen shows, as its address says. */
export interface CompareState {
  readonly view: CompareView;
  /** As asked for; a project without such questions has another. */
  readonly figure: CompareFigure;
  readonly places: PlaceMode;
  readonly order: LineOrder;
  /** Minutes of the project's own meetings alone. */
  readonly isOwnMeetings: boolean;
  /** The line that the pane is about. */
  readonly row: string | undefined;
  readonly change: (change: CompareChange) => void;
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T {
  return known.find((each) => each === value) ?? otherwise;
}

export function useCompareView(): CompareState {
  const navigate = useNavigate();
  return {
    view: oneOf(compareViews, useSearchParam('view'), 'waves'),
    figure: oneOf(CompareFigure.options, useSearchParam('show'), 'top2'),
    places: oneOf(PlaceMode.options, useSearchParam('mode'), 'as-recorded'),
    order: oneOf(lineOrders, useSearchParam('sort'), 'difference'),
    isOwnMeetings: useSearchParam('filter') === 'project',
    row: useSearchParam('row'),
    change: (change) => void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) }),
  };
}
