import { useEffect, useRef, useState } from 'react';

/**
 * A deed that is carried out once although Enter is pressed twice: while it runs, and until what it led to is drawn, it is not begun
 * again. One that is refused can be tried again.
 */
export function useOneAtATime(deed: () => Promise<void>): () => Promise<void> {
  const isRunning = useRef(false);
  const [ended, setEnded] = useState(0);
  useEffect(() => {
    isRunning.current = false;
  }, [ended]);
  return async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await deed();
    } finally {
      setEnded((times) => times + 1);
    }
  };
}
