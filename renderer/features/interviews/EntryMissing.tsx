import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import styles from './Entry.module.css';

/** The interview cannot be shown: what is wrong, and the way back to the list. */
export function EntryMissing({ error, onLeave }: { readonly error: Error; readonly onLeave: () => void }) {
  const say = useText();
  const said = spoken(error);
  return (
    <div className={styles.message}>
      <h1 className={styles.messageTitle} tabIndex={-1}>
        {say('interviews.title')}
      </h1>
      <ErrorState actions={<Button onPress={onLeave}>{say('interviews.entry.toList')}</Button>} what={say.any(said.message, said.params)} />
    </div>
  );
}
