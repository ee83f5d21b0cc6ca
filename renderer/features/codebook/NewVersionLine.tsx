import { type KeyboardEvent, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './versions.module.css';

/** What making a version needs. */
export interface NewVersionLineProps {
  readonly onMake: (name: string, note: string | null) => void;
  readonly onCancel: () => void;
}

/** Two fields: Enter in either keeps the version, Esc closes. */
export function NewVersionLine({ onMake, onCancel }: NewVersionLineProps) {
  const say = useText();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const make = (): void => {
    if (name.trim() !== '') onMake(name.trim(), note.trim() === '' ? null : note.trim());
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) make();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className={styles.line} onKeyDown={onKeyDown} role="presentation">
      <TextField
        autoFocus
        help={say('codebook.versions.nameHelp')}
        label={say('codebook.versions.name')}
        length={36}
        maxLength={200}
        onChange={setName}
        value={name}
      />
      <TextField label={say('codebook.versions.note')} length={48} onChange={setNote} value={note} />
      <Button kbd={printedKey('Enter', platform)} onPress={make} size="bar">
        {say('codebook.versions.make')}
      </Button>
    </div>
  );
}
