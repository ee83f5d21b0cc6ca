import { useState } from 'react';
import type { SpokenError } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './merge.module.css';

interface CopyLockedProps {
  readonly error: SpokenError;
  readonly onGiven: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** The copy has a passphrase: asks for it on the screen. */
export function CopyLocked({ error, onGiven, onCancel }: CopyLockedProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const isWrong = error.params['asked'] !== 0;
  return (
    <div className={styles.locked}>
      <TextField
        autoFocus
        label={say('merge.passphrase')}
        onChange={setTyped}
        onKeyDown={(event) => event.key === 'Enter' && typed !== '' && onGiven(typed)}
        type="password"
        value={typed}
        {...(isWrong ? { error: say.any(error.message, error.params) } : {})}
      />
      <div className={styles.actions}>
        <Button isDisabled={typed === ''} onPress={() => onGiven(typed)} variant="main">
          {say('start.unlock')}
        </Button>
        <Button onPress={onCancel} variant="quiet">
          {say('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
