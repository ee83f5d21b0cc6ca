import { useNavigate } from '@tanstack/react-router';
import { PlaceMode } from '../../../shared/contract/analysis.ts';
import { useSearchParam } from '../../lib/route.ts';
import type { ViewState } from './view-state.ts';

/** Search parameters this screen writes. Undefined takes one away. */
export interface ViewChange {
  readonly rows?: string | undefined;
  readonly cols?: string | undefined;
  readonly wave?: string | undefined;
  readonly filter?: string | undefined;
  readonly row?: string | undefined;
  readonly view?: string | undefined;
  readonly chart?: string | undefined;
  readonly show?: string | undefined;
  readonly base?: string | undefined;
  readonly places?: string | undefined;
}

/** "counts", "merged" or "counts-merged": what the figures are and whether outer answers are joined. */
export function showParam(measure: ViewState['measure'], isMerged: boolean): string | undefined {
  const parts = [...(measure === 'counts' ? ['counts'] : []), ...(isMerged ? ['merged'] : [])];
  return parts.length === 0 ? undefined : parts.join('-');
}

/** The view of this screen, which lives in the address, and how to change it. */
export function useViewState(): { readonly state: ViewState; readonly change: (change: ViewChange) => void } {
  const navigate = useNavigate();
  const chart = useSearchParam('chart');
  const show = (useSearchParam('show') ?? '').split('-');
  const state: ViewState = {
    rows: useSearchParam('rows'),
    columns: useSearchParam('cols'),
    wave: useSearchParam('wave'),
    filter: useSearchParam('filter'),
    item: useSearchParam('row'),
    view: useSearchParam('view') === 'inside' ? 'inside' : 'released',
    chart: chart === 'table' || chart === 'chart' ? chart : undefined,
    measure: show.includes('counts') ? 'counts' : 'percent',
    isMerged: show.includes('merged'),
    base: useSearchParam('base') === 'rounds' ? 'rounds' : 'persons',
    places: PlaceMode.safeParse(useSearchParam('places')).data ?? 'as-recorded',
  };
  return { state, change: (change) => void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, ...change }) }) };
}
