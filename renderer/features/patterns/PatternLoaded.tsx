import type { ReactNode } from 'react';
import { Loaded } from '../../lib/Loaded.tsx';
import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';

interface PatternLoadedProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query brought; while coders do not see each other's work, why there is nothing to see. */
export function PatternLoaded<T>({ query, children }: PatternLoadedProps<T>) {
  const say = useText();
  const isBlind = query.error !== null && query.error !== undefined && spoken(query.error).message === 'error.CODING_IS_BLIND';
  if (isBlind) return <EmptyState how={say('patterns.blindHow')} what={say('patterns.blind')} />;
  return <Loaded query={query}>{children}</Loaded>;
}
