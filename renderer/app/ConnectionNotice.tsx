import { Button } from '../ui/button/Button.tsx';
import { ErrorState } from '../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../ui/loading-state/LoadingState.tsx';
import { useText } from '../lib/text.ts';
import styles from './Shell.module.css';

/** What stands in the window while there is no core behind it. */
export function ConnectionNotice({ state }: { readonly state: 'connecting' | 'refused' | 'outdated' }) {
  const say = useText();
  if (state === 'connecting') {
    return (
      <main className={styles.errorPage}>
        <LoadingState>{say('app.connecting')}</LoadingState>
      </main>
    );
  }
  return (
    <main className={styles.errorPage}>
      <ErrorState
        actions={state === 'outdated' ? <Button onPress={() => location.reload()}>{say('app.reload')}</Button> : undefined}
        next={say(state === 'refused' ? 'app.refused.next' : 'app.outdated.next')}
        what={say(state === 'refused' ? 'app.refused.what' : 'app.outdated.what')}
      />
    </main>
  );
}
