import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { OverviewFilter, OverviewSort } from '../../../shared/contract/place-rows.ts';
import { useSearchParam } from '../../lib/route.ts';

const Shown = z.enum(['municipality', 'area', 'register']);

/** How the regional overview is looked at, as the address has it. */
export interface OverviewView {
  readonly by: 'municipality' | 'area' | 'register';
  readonly look: 'table' | 'tiles';
  readonly filter: OverviewFilter;
  readonly sort: OverviewSort;
  readonly text: string;
  readonly isNarrowed: boolean;
  readonly set: (part: Partial<Record<'mode' | 'view' | 'filter' | 'sort' | 'q', string | undefined>>) => void;
}

/** Reads and writes the view in the address, so that it can be gone back to. */
export function useOverviewView(): OverviewView {
  const navigate = useNavigate();
  const filter = OverviewFilter.catch('all').parse(useSearchParam('filter'));
  const sort = OverviewSort.catch('name').parse(useSearchParam('sort'));
  const text = useSearchParam('q') ?? '';
  return {
    by: Shown.catch('municipality').parse(useSearchParam('mode')),
    look: useSearchParam('view') === 'tiles' ? 'tiles' : 'table',
    filter,
    sort,
    text,
    isNarrowed: filter !== 'all' || text !== '',
    set: (part) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace: 'q' in part }),
  };
}
