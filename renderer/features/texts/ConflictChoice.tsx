import type { KeyboardEvent, RefCallback } from 'react';
import { formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { differingWords } from './differing-words.ts';
import styles from './CorrectionBox.module.css';

/** Two corrections of the same words, and who made the other. */
export interface Correction {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly by: string;
  readonly at: string;
}

/** What the choice between two corrections needs. */
export interface ConflictChoiceProps {
  readonly conflict: Correction;
  readonly language: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody corrected the same words meanwhile: both stand here, and one key chooses. Nothing is dropped before. */
export function ConflictChoice({ conflict, language, onMine, onTheirs }: ConflictChoiceProps) {
  const say = useText();
  const shown = useLanguage();
  const words = differingWords(conflict.mine, conflict.theirs);
  const focus: RefCallback<HTMLButtonElement> = (button) => button?.focus();
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== '1' && event.key !== '2') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === '1') onMine();
    else onTheirs();
  }
  return (
    <div aria-label={say('texts.conflict.title')} className={styles.band} onKeyDown={onKeyDown} role="group">
      <p className={styles.message} role="alert">
        <Icon name="softCheck" tone="warn" />
        {say('texts.conflict.message', { time: formatTime(conflict.at, shown) })}
      </p>
      <div className={styles.sides}>
        <button className={styles.side} onClick={onMine} ref={focus} type="button">
          <Keycap keys="1" />
          {say('texts.conflict.mine')}
          <span className={styles.said} lang={language}>
            {words.mine}
          </span>
        </button>
        <button className={styles.side} onClick={onTheirs} type="button">
          <Keycap keys="2" />
          {say('texts.conflict.theirs')}
          <span className={styles.said} lang={language}>
            {words.theirs}
          </span>
        </button>
      </div>
    </div>
  );
}
