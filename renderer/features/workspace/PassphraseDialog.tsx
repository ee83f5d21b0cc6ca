import { useState } from 'react';
import type { SpokenError } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface PassphraseDialogProps {
  readonly error: SpokenError;
  readonly onGiven: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the passphrase of a locked file. A wrong one is said in words; there is no counter and no lock-out. */
export function PassphraseDialog({ error, onGiven, onCancel }: PassphraseDialogProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const isWrong = error.params['asked'] !== 0;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onCancel} variant="quiet">
            {say('app.cancel')}
          </Button>
          <Button isDisabled={typed === ''} onPress={() => onGiven(typed)} variant="main">
            {say('start.unlock')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      title={say('start.locked')}
    >
      <TextField
        autoFocus
        label={say('start.passphrase')}
        onChange={setTyped}
        onKeyDown={(event) => (event.key === 'Enter' && typed !== '' ? onGiven(typed) : event.continuePropagation())}
        type="password"
        value={typed}
        {...(isWrong ? { error: say.any(error.message, error.params) } : {})}
      />
    </Dialog>
  );
}
