import { useEffect, useState } from 'react';
import type { Store } from '../../lib/store.ts';

/** Runs something when the frame that is being made has been painted; gives what calls it off. */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** A store's value as it was a frame ago, for what stands beside the question: the key that is pressed does not wait for it. */
export function useFrameLater<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    let callOff: (() => void) | null = null;
    const take = (): void => {
      callOff = null;
      setValue(store.get());
    };
    // Keys that come faster than frames are all taken at once.
    const unfollow = store.follow(() => {
      callOff ??= afterFrame(take);
    });
    take();
    return () => {
      unfollow();
      callOff?.();
    };
  }, [store]);
  return value;
}
