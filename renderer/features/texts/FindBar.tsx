import type { KeyboardEvent, RefCallback } from 'react';
import { isCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './FindBar.module.css';

/** What finding in the text needs. */
export interface FindBarProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** Hits in all, and which of them is at hand (0-based, -1 for none). */
  readonly count: number;
  readonly at: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  readonly inputRef: RefCallback<HTMLInputElement>;
}

/** Finds words in the text: Enter and F3 go on, with Shift back, Esc goes to the place found. */
export function FindBar({ words, onWords, count, at, onStep, onClose, inputRef }: FindBarProps) {
  const say = useText();
  function onKeyDown(event: KeyboardEvent): void {
    const isBack = isCommand(event.nativeEvent, 'text.previousHit') || (event.key === 'Enter' && event.shiftKey);
    if (isBack || event.key === 'Enter' || isCommand(event.nativeEvent, 'text.nextHit')) onStep(isBack ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className={styles.bar} role="search">
      <input
        aria-label={say('texts.find.label')}
        autoComplete="off"
        className={styles.input}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={onKeyDown}
        ref={inputRef}
        type="search"
        value={words}
      />
      <span aria-live="polite" className={styles.count}>
        {words.trim() === '' ? '' : say('texts.find.count', { at: at + 1, count })}
      </span>
      <Button onPress={() => onStep(-1)} size="bar">
        {say('texts.find.previous')}
      </Button>
      <Button onPress={() => onStep(1)} size="bar">
        {say('texts.find.next')}
      </Button>
      <IconButton icon="close" label={say('texts.find.close')} onPress={onClose} />
    </div>
  );
}
