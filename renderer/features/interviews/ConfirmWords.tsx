import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './NoteField.module.css';

/** A reason in one's own words: Enter keeps it, Esc goes back to the reasons. */
export function ConfirmWords({ onDone, onLeave }: { readonly onDone: (text: string) => void; readonly onLeave: () => void }) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onLeave();
    else if (typed.trim() === '') setMissing(true);
    else onDone(typed.trim());
  };
  return (
    <div className={styles.note} data-own-keys="" onKeyDown={onKeyDown} role="presentation">
      <TextField
        inputRef={input}
        label={say('entry.confirmWords')}
        onChange={setTyped}
        value={typed}
        {...(isMissing && typed.trim() === '' ? { error: say('entry.confirmWordsMissing') } : {})}
      />
    </div>
  );
}
