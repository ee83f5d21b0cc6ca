import { useEffect, useEffectEvent, useState } from 'react';

/**
 * A text that means something only when it is finished: committed when its field is left, on Enter, and when the screen goes. What
 * comes from the file takes its place while nobody has typed here.
 */
export function useTypedText(value: string, onCommit: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const commitLast = useEffectEvent(() => {
    if (typed !== null && typed !== value) onCommit(typed);
  });
  useEffect(() => () => commitLast(), []);
  return { text: typed ?? value, onChange: (text: string): void => setTyped(text), commit };
}
