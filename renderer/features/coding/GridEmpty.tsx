import { useNavigate } from '@tanstack/react-router';
import type { GridScope, OpenQuestion } from '../../../shared/contract/coding.ts';
import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';

/** Why no row is shown. */
export interface GridEmptyProps {
  readonly question: OpenQuestion;
  readonly scope: GridScope;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onClearFilter: () => void;
}

/** On its way, gone wrong, all done, filtered to nothing, or nobody has answered. */
export function GridEmpty({ question, scope, isPending, error, onRetry, onClearFilter }: GridEmptyProps) {
  const say = useText();
  const navigate = useNavigate();
  if (error !== null) {
    const said = spoken(error);
    return <ErrorState actions={<Button onPress={onRetry}>{say('app.tryAgain')}</Button>} what={say.any(said.message, said.params)} />;
  }
  if (isPending) return <LoadingState>{say('coding.screen.loading')}</LoadingState>;
  if (scope.filter !== undefined) {
    const isAllCoded = scope.filter.only === 'uncoded' && question.answered > 0 && question.coded === question.answered;
    return (
      <EmptyState
        action={<Button onPress={onClearFilter}>{say('coding.screen.clearFilter')}</Button>}
        what={say(isAllCoded ? 'coding.screen.allCoded' : 'coding.screen.noHits')}
      />
    );
  }
  const toInterviews = (): void => void navigate({ to: '/projects/$project/interviews', params: { project: scope.projectId } });
  return (
    <EmptyState
      action={<Button onPress={toInterviews}>{say('coding.screen.toInterviews')}</Button>}
      how={say('coding.screen.noAnswersHow')}
      what={say('coding.screen.noAnswers')}
    />
  );
}
