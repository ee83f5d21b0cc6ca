import { useNavigate } from '@tanstack/react-router';
import type { GridScope } from '../../../shared/contract/coding.ts';
import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';

/** Why no row is shown. */
export interface GridEmptyProps {
  readonly counts: { readonly answered: number; readonly coded: number };
  readonly scope: GridScope;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onClearFilter: () => void;
}

const ways = {
  answers: '/projects/$project/interviews',
  minutes: '/meetings',
  documents: '/projects/$project/coding/texts',
} as const;

/** On its way, gone wrong, all done, filtered to nothing, or nobody has said anything. */
export function GridEmpty({ counts, scope, isPending, error, onRetry, onClearFilter }: GridEmptyProps) {
  const say = useText();
  const navigate = useNavigate();
  if (error !== null) {
    const said = spoken(error);
    return <ErrorState actions={<Button onPress={onRetry}>{say('app.tryAgain')}</Button>} what={say.any(said.message, said.params)} />;
  }
  if (isPending) return <LoadingState>{say('coding.screen.loading')}</LoadingState>;
  if (scope.filter !== undefined) {
    const isAllCoded = scope.filter.only === 'uncoded' && counts.answered > 0 && counts.coded === counts.answered;
    return (
      <EmptyState
        action={<Button onPress={onClearFilter}>{say('coding.screen.clearFilter')}</Button>}
        what={say(isAllCoded ? 'coding.screen.allCoded' : 'coding.screen.noHits')}
      />
    );
  }
  const { kind } = scope.source;
  return (
    <EmptyState
      action={
        <Button onPress={() => void navigate({ to: ways[kind], params: { project: scope.projectId } })}>
          {say(`coding.empty.${kind}To`)}
        </Button>
      }
      how={say(`coding.empty.${kind}How`)}
      what={say(`coding.empty.${kind}`)}
    />
  );
}
