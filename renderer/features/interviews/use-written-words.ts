import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Desk } from './entry-store.ts';
import { conflictAt, wordsConflicts, writeWordsAt, type WordsPlace } from './words-conflicts.ts';

const restMs = 600;

/** A field whose words are written when typing rests, when it is left and when the window closes. */
export interface WrittenWords {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly flush: () => void;
}

/** `stored` is what the file holds there. */
export function useWrittenWords(desk: Desk, place: WordsPlace, stored: string): WrittenWords {
  const [typed, setTyped] = useState<string | null>(null);
  // What the file held when typing began, and then what was last written from here.
  const seen = useRef(stored);
  const waits = conflictAt(wordsConflicts.use(), desk.store.get().model.interview.id, place) !== undefined;
  const [hadToWait, setHadToWait] = useState(waits);
  if (waits !== hadToWait) setHadToWait(waits);
  // Once one of two is chosen, and once the file holds what was typed, the file is followed: an undo is then seen.
  if (typed !== null && (typed === stored || (hadToWait && !waits))) setTyped(null);
  const flush = useEffectEvent((): void => {
    if (typed === null || typed === stored || typed === seen.current) return;
    const before = seen.current;
    seen.current = typed;
    void writeWordsAt(desk, place, typed, before).then((isWritten) => {
      if (!isWritten && seen.current === typed) seen.current = before;
    });
  });
  useEffect(() => {
    const timer = setTimeout(() => flush(), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const leave = (): void => flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    value: typed ?? stored,
    flush,
    onChange: (text) => {
      if (typed === null) seen.current = stored;
      setTyped(text);
    },
  };
}
