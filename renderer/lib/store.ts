import { useSyncExternalStore } from 'react';

/** A value outside React that components can follow; for what the shell alone knows (save state, jobs, announcements). */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** Tells of every change until the function it gives is called; for what draws nothing. */
  readonly follow: (listener: () => void) => () => void;
  readonly use: () => T;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const follow = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = (): T => value;
  return {
    get,
    follow,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    // A store is made once, outside components, so this is a hook with a stable identity.
    use: () => useSyncExternalStore(follow, get),
  };
}
