import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { EntryColumn } from './EntryColumn.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EntryOutline } from './EntryOutline.tsx';
import { dayOf } from './entry-model.ts';
import type { EntryPass } from './entry-pass.ts';
import { namesIn, useRegisters } from './use-registers.ts';
import { useEntryHandle } from './use-entry.ts';
import type { EntryFile } from './use-entry-file.ts';

const wide = window.matchMedia('(min-width: 75rem)');

function followWidth(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

export interface EntryBodyProps {
  readonly file: EntryFile;
  readonly pass: EntryPass;
  /** In a second pass: the same person enters both. */
  readonly isSamePerson?: boolean;
  readonly onEnd: () => void;
  /** Absent in a second pass, which has no such end. */
  readonly onEndPartial?: () => void;
  readonly onLeave: () => void;
}

/** An interview and its form: the sections at the left, the column in the middle, facts and notes at the right. */
export function EntryBody({ file, pass, isSamePerson = false, onEnd, onEndPartial, onLeave }: EntryBodyProps) {
  const say = useText();
  const registers = useRegisters(file.version, dayOf(file.interview));
  const nameOf = useMemo(() => namesIn(registers), [registers]);
  const handle = useEntryHandle(file, pass, onEnd, nameOf);
  const isWide = useSyncExternalStore(followWidth, () => wide.matches);
  const [choice, setChoice] = useState<boolean | null>(null);
  // In a narrow window the pane lies over the column, and is there only when asked for.
  const isFactsOpen = choice ?? isWide;
  const toggleFacts = useCallback(() => setChoice(!isFactsOpen), [isFactsOpen]);
  useCommand('entry.facts', toggleFacts);
  return (
    <SplitPane
      end={{
        label: say('interviews.entry.aboutInterview'),
        handleLabel: say('interviews.entry.paneWidth'),
        isOpen: isFactsOpen,
        children: <EntryFacts handle={handle} />,
      }}
      start={{
        label: say('interviews.entry.outline'),
        handleLabel: say('interviews.entry.paneWidth'),
        children: <EntryOutline handle={handle} isFactsOpen={isFactsOpen} onFacts={toggleFacts} onLeave={onLeave} />,
      }}
    >
      <EntryColumn
        handle={handle}
        isSamePerson={isSamePerson}
        nameOf={nameOf}
        onEnd={onEnd}
        onEndPartial={onEndPartial}
        onLeave={onLeave}
        registers={registers}
      />
    </SplitPane>
  );
}
