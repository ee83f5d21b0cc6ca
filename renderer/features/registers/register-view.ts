import { useNavigate } from '@tanstack/react-router';
import { EntryKind } from '../../../shared/contract/registers.ts';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';

/** What of a register is shown; all of it stands in the address. */
export interface RegisterView {
  readonly kind: EntryKind;
  /** The entry in the pane, or null. */
  readonly id: string | null;
  /** The row the list stands on when no pane is open. */
  readonly row: string | null;
  readonly text: string;
  readonly ofKind: string | null;
  /** ISO day the entries must be there on. */
  readonly on: string | null;
  readonly isTree: boolean;
  /** The entry has just been made. */
  readonly isNew: boolean;
  readonly isFiltered: boolean;
  readonly open: (id: string, isNew?: boolean) => void;
  /** Follows the list's current row: the pane shows it when it is open. */
  readonly follow: (id: string) => void;
  readonly close: () => void;
  readonly filter: (filter: { readonly text?: string; readonly ofKind?: string | null; readonly on?: string | null }) => void;
  readonly clear: () => void;
  readonly showTree: (isTree: boolean) => void;
}

/** The register of this screen's address, and the ways to change it. */
export function useRegisterView(): RegisterView {
  const navigate = useNavigate();
  const kind = EntryKind.catch('organisations').parse(useRouteParam('kind'));
  const id = useRouteParam('id');
  const asked = useSearchParam('row') ?? null;
  const known = { q: useSearchParam('q'), filter: useSearchParam('filter'), at: useSearchParam('at'), view: useSearchParam('view') };
  const isNew = useSearchParam('show') === 'new';
  const isFiltered = known.q !== undefined || known.filter !== undefined || known.at !== undefined;
  const goTo = (entry: string | null, extra: { readonly row?: string; readonly show?: string } = {}): void =>
    entry === null
      ? void navigate({ to: '/registers/$kind', params: { kind }, search: { ...known, ...extra }, replace: true })
      : void navigate({ to: '/registers/$kind/$id', params: { kind, id: entry }, search: { ...known, ...extra }, replace: id !== '' });
  const narrow = (change: typeof known): void =>
    void navigate({ to: '.', search: { ...known, ...change, ...(asked === null ? {} : { row: asked }) }, replace: true });
  return {
    kind,
    id: id === '' ? null : id,
    row: asked,
    text: known.q ?? '',
    ofKind: known.filter ?? null,
    on: known.at ?? null,
    isTree: kind === 'organisations' && known.view === 'tree',
    isNew,
    isFiltered,
    open: (entry, made = false) => goTo(entry, made ? { show: 'new' } : {}),
    follow: (entry) => {
      if (id !== '' && entry !== id) goTo(entry);
    },
    close: () => goTo(null, id === '' ? {} : { row: id }),
    filter: ({ text, ofKind, on }) =>
      narrow({
        ...known,
        ...(text === undefined ? {} : { q: text === '' ? undefined : text }),
        ...(ofKind === undefined ? {} : { filter: ofKind ?? undefined }),
        ...(on === undefined ? {} : { at: on ?? undefined }),
      }),
    clear: () => narrow({ q: undefined, filter: undefined, at: undefined, view: known.view }),
    showTree: (isTree) => narrow({ ...known, view: isTree ? 'tree' : undefined }),
  };
}
