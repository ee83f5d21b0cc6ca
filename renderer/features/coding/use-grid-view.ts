import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { GridScope } from '../../../shared/contract/coding.ts';
import { ThemeId, type ProjectId, type VariableId } from '../../../shared/model/ids.ts';
import { useSearchParam } from '../../lib/route.ts';

/** What can be chosen above the grid. It lives in the address, so that back and forward walk it. */
export interface GridView {
  readonly service: string | null;
  readonly theme: ThemeId | null;
  readonly only: 'uncoded' | 'doubtful' | null;
  readonly order: GridScope['order'];
}

type ViewChange = Partial<{
  readonly question: string;
  readonly service: string | null;
  readonly theme: string | null;
  readonly filter: string | null;
  readonly sort: string | null;
}>;

/** The view in the address, the scope it means, and how to change it. */
export function useGridView(
  projectId: ProjectId,
  variableId: VariableId,
): { readonly view: GridView; readonly scope: GridScope; readonly change: (to: ViewChange) => void } {
  const navigate = useNavigate();
  const service = useSearchParam('service') ?? null;
  const themeText = useSearchParam('theme');
  const filterText = useSearchParam('filter');
  const isUncodedFirst = useSearchParam('sort') === 'uncoded';
  const parsed = ThemeId.safeParse(themeText);
  const theme = parsed.success ? parsed.data : null;
  const only: GridView['only'] = filterText === 'uncoded' || filterText === 'doubtful' ? filterText : null;
  const order: GridScope['order'] = isUncodedFirst ? 'uncoded-first' : 'asked';
  const scope = useMemo<GridScope>(() => {
    const filter = {
      ...(service === null ? {} : { serviceId: service }),
      ...(theme === null ? {} : { themeId: theme }),
      ...(only === null ? {} : { only }),
    };
    return { projectId, variableId, order, ...(Object.keys(filter).length === 0 ? {} : { filter }) };
  }, [projectId, variableId, service, theme, only, order]);
  const change = (to: ViewChange): void => {
    const given = Object.fromEntries(Object.entries(to).map(([name, value]) => [name, value ?? undefined]));
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, ...given }) });
  };
  return { view: { service, theme, only, order }, scope, change };
}

/**
 * The scope with the moment it was opened, where order or filter go by what is coded: rows coded from then on stay in their place.
 * For a component that is made anew for each view.
 */
export function useFrozenScope(scope: GridScope): GridScope {
  const [asOf] = useState(() => new Date().toISOString());
  return useMemo(() => (scope.filter?.only === 'uncoded' || scope.order === 'uncoded-first' ? { ...scope, asOf } : scope), [scope, asOf]);
}
