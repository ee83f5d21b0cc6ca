import type { MarginChoice } from '../../../shared/contract/analysis-weights.ts';
import { useContent, useText } from '../../lib/text.ts';

/** What groupings and their answers are called. */
export interface MarginWords {
  readonly choice: (choice: MarginChoice) => string;
  /** Answers counted together: "Fjordvik, Heim". */
  readonly keys: (choice: MarginChoice, keys: readonly string[]) => string;
}

/** Words for groupings in the interface's language. */
export function useMarginWords(): MarginWords {
  const say = useText();
  const content = useContent();
  return {
    choice: ({ by, label }) => {
      if (by === 'place') return say('weights.place');
      return by === 'service' ? say('weights.service') : content(label);
    },
    keys: ({ options }, keys) =>
      options
        .filter(({ key }) => keys.includes(key))
        .map(({ label }) => content(label))
        .join(', '),
  };
}
