import { useEffect, useRef, useState } from 'react';

/**
 * A deed that is carried out once although Enter is pressed twice: while it runs, and until what it led to is drawn, it is not begun
 * again. One that is refused can be tried again.
 */
export function useOneAtATime<A extends readonly unknown[]>(deed: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  const isRunning = useRef(false);
  const [ended, setEnded] = useState(0);
  useEffect(() => {
    isRunning.current = false;
  }, [ended]);
  return async (...args) => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await deed(...args);
    } finally {
      setEnded((times) => times + 1);
    }
  };
}
