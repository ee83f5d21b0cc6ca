import { useState } from 'react';
import { lastDeed } from '../../../lib/status.ts';

export interface Typing {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
}

/**
 * The text of a field that is saved while it is typed: what the keys made stays in the field until it is left, whatever comes back
 * from the file meanwhile. Undoing or redoing a step shows what the file has.
 */
export function useTyping(value: string, onType: (text: string) => void, onLeave: () => void): Typing {
  const [typed, setTyped] = useState<string | null>(null);
  const deed = lastDeed.use();
  const [seen, setSeen] = useState(deed);
  if (seen !== deed) {
    setSeen(deed);
    if (deed?.verb !== 'done') setTyped(null);
  }
  return {
    text: typed ?? value,
    type: (text) => {
      setTyped(text);
      onType(text);
    },
    leave: () => {
      setTyped(null);
      onLeave();
    },
  };
}
