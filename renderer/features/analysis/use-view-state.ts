import { useNavigate, useSearch } from '@tanstack/react-router';
import { readView, writeView, type Search, type ViewChange, type ViewState } from './view-state.ts';

/** The view of this screen, which lives in the address, and how to change it: every change is a step that Back undoes. */
export function useViewState(): { readonly state: ViewState; readonly change: (change: ViewChange) => void } {
  const navigate = useNavigate();
  // Search parameters are checked by the routes; each is a text or absent.
  const search = useSearch({ strict: false }) as Search;
  return {
    state: readView(search),
    change: (change) => void navigate({ to: '.', search: (old: Search) => ({ ...old, ...writeView({ ...readView(old), ...change }) }) }),
  };
}
