import { useState } from 'react';

/** Rows chosen together in a long list, by id; those not fetched yet can be chosen too. */
export interface RowSelection<Id extends string> {
  readonly ids: ReadonlySet<Id>;
  readonly set: (ids: Iterable<Id>) => void;
  readonly toggle: (id: Id) => void;
  readonly clear: () => void;
}

/** Forgets the selection when `scope` changes: another filter shows other rows. */
export function useRowSelection<Id extends string>(scope: string): RowSelection<Id> {
  const [state, setState] = useState<{ readonly scope: string; readonly ids: ReadonlySet<Id> }>({ scope, ids: new Set() });
  const ids: ReadonlySet<Id> = state.scope === scope ? state.ids : new Set();
  return {
    ids,
    set: (next) => setState({ scope, ids: new Set(next) }),
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setState({ scope, ids: next });
    },
    clear: () => setState({ scope, ids: new Set() }),
  };
}
