import { useEffect, useEffectEvent, useRef, useState } from 'react';

const pauseMs = 600;

/**
 * A text that is saved while it is typed: after a pause, when its field is left, and when the screen goes. What comes from the
 * file takes its place only while nobody is typing here.
 */
export function useKeptText(value: string, onSave: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isHere, setIsHere] = useState(false);
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The file has something new: what was typed has arrived, or somebody else has changed it.
  if (shown !== value && !isHere) {
    setShown(value);
    setTyped(null);
  }
  const flush = (): void => {
    clearTimeout(timer.current);
    if (typed !== null && typed !== value) onSave(typed);
  };
  const flushNow = useEffectEvent(flush);
  useEffect(() => {
    if (typed === null) return undefined;
    timer.current = setTimeout(() => flushNow(), pauseMs);
    return () => clearTimeout(timer.current);
  }, [typed]);
  useEffect(() => () => flushNow(), []);
  return {
    text: typed ?? value,
    onChange: (text: string): void => {
      setIsHere(true);
      setTyped(text);
    },
    onBlur: (): void => {
      flush();
      setIsHere(false);
    },
  };
}
