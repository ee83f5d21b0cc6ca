import { Button } from '../ui/button/Button.tsx';
import { ErrorState } from '../ui/error-state/ErrorState.tsx';
import { spoken } from '../lib/errors.ts';
import { useText } from '../lib/text.ts';
import styles from './Shell.module.css';

/** What stands in a screen's place when it cannot be shown. The rest of the program goes on. */
export function ScreenError({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const say = useText();
  const said = spoken(error);
  const details = JSON.stringify({
    code: said.code,
    correlation: said.correlation,
    at: location.pathname.replaceAll(/[0-9a-f-]{36}/gu, '…'),
  });
  return (
    <div className={styles.errorPage}>
      <ErrorState
        actions={<Button onPress={reset}>{say('app.tryAgain')}</Button>}
        copyLabel={say('app.copyDetails')}
        onCopyDetails={() => void navigator.clipboard.writeText(details)}
        what={say.any(said.message, { ...said.params, correlation: said.correlation })}
      />
    </div>
  );
}
