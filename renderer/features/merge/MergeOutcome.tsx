import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';

interface MergeOutcomeProps {
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly onAgain: () => void;
}

/** What a merge has come to. */
export function MergeOutcome({ counts, onAgain }: MergeOutcomeProps) {
  const say = useText();
  const { added, changed, removed } = counts;
  return (
    <EmptyState
      action={<Button onPress={onAgain}>{say('merge.another')}</Button>}
      how={say('merge.done.how')}
      what={say('merge.done.what', { added, changed, removed })}
    />
  );
}
