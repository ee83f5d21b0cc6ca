import type { ReactNode } from 'react';
import { Button } from '../ui/button/Button.tsx';
import { ErrorState } from '../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../ui/loading-state/LoadingState.tsx';
import { spoken } from './errors.ts';
import { useText } from './text.ts';

/** What of a query's result is read here. */
interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Shows what a query brought; before that, in words, that it is on its way or why it did not come. */
export function Loaded<T>({ query, children }: { readonly query: QueryLike<T>; readonly children: (data: T) => ReactNode }) {
  const say = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null || query.error === undefined) return <LoadingState>{say('dates.loading')}</LoadingState>;
  const said = spoken(query.error);
  return (
    <ErrorState
      actions={said.isRetryable ? <Button onPress={() => void query.refetch()}>{say('app.tryAgain')}</Button> : undefined}
      what={say.any(said.message, said.params)}
    />
  );
}
