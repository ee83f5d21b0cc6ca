import { useState } from 'react';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import styles from './clearance.module.css';

/** Why a quote goes back. Nothing goes back without a reason. */
export function SendBackNote({ onGive, onLeave }: { readonly onGive: (note: string) => void; readonly onLeave: () => void }) {
  const say = useText();
  const [note, setNote] = useState('');
  const give = (): void => {
    if (note.trim() !== '') onGive(note.trim());
  };
  return (
    <div className={styles.back}>
      <TextField
        autoFocus
        label={say('clearance.sendBackWhy')}
        maxLength={2000}
        onChange={setNote}
        onKeyDown={(event) => {
          if (event.key === 'Enter') give();
          else if (event.key === 'Escape') onLeave();
        }}
        value={note}
      />
      <Button kbd="↵" onPress={give} size="bar">
        {say('clearance.sendBack')}
      </Button>
    </div>
  );
}
