import { useMemo, useState } from 'react';
import type { TextRange } from '../../../shared/texts/index.ts';
import { findIn, nextHit } from './text-find.ts';

interface FindOptions {
  readonly body: string;
  /** Where to go on from. */
  readonly caret: () => number;
  readonly show: (offset: number) => void;
  /** Back to the text, on the hit at hand. */
  readonly leave: (hit: TextRange | undefined) => void;
}

/** Finding words in the text: the hits, the one at hand, and going from one to the next. */
export function useTextFind({ body, caret, show, leave }: FindOptions) {
  const [words, setWords] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const hits = useMemo(() => (words === null ? [] : findIn(body, words)), [body, words]);
  const hit = hits[at];
  const marks = useMemo(
    () => ({ 'text-hit': hit === undefined ? hits : hits.filter((one) => one !== hit), 'text-hit-here': hit === undefined ? [] : [hit] }),
    [hits, hit],
  );
  const goTo = (next: number, among: readonly TextRange[]): void => {
    setAt(next);
    const place = among[next];
    if (place !== undefined) show(place.start);
  };
  return {
    isOpen: words !== null,
    words: words ?? '',
    count: hits.length,
    at,
    marks,
    open: () => setWords((old) => old ?? ''),
    setWords: (next: string) => {
      setWords(next);
      const among = findIn(body, next);
      goTo(nextHit(among, caret() - 1, 1), among);
    },
    step: (by: 1 | -1) => goTo(nextHit(hits, hit?.start ?? caret() - 1, by), hits),
    close: () => {
      setWords(null);
      setAt(-1);
      leave(hit);
    },
  };
}
