import { useNavigate } from '@tanstack/react-router';
import { useSearchParam } from '../../lib/route.ts';
import { readView, type RecurrenceView, type ViewChange } from './recurrence-view.ts';

/** The view of this screen, which lives in the address, and how to change it. */
export function useRecurrenceView(): { readonly view: RecurrenceView; readonly change: (change: ViewChange) => void } {
  const navigate = useNavigate();
  const view = readView({
    view: useSearchParam('view'),
    cols: useSearchParam('cols'),
    mode: useSearchParam('mode'),
    filter: useSearchParam('filter'),
    place: useSearchParam('place'),
    show: useSearchParam('show'),
    status: useSearchParam('status'),
    who: useSearchParam('who'),
    at: useSearchParam('at'),
    rows: useSearchParam('rows'),
    theme: useSearchParam('theme'),
    row: useSearchParam('row'),
  });
  return { view, change: (change) => void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, ...change }) }) };
}
