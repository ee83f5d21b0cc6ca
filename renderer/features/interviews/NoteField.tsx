import { useEffect, useRef, type KeyboardEvent } from 'react';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { placeOf, recordAt } from './entry-model.ts';
import { change } from './entry-store.ts';
import { areHeld, wordsAt } from './entry-words.ts';
import type { Spot } from './entry-layout.ts';
import styles from './NoteField.module.css';
import type { Entry } from './use-entry.ts';
import { useWrittenWords } from './use-written-words.ts';

export interface NoteFieldProps {
  readonly entry: Entry;
  readonly spot: Spot;
  readonly kind: 'remark' | 'specify';
  readonly label: string;
  readonly isFocused?: boolean;
  /** Enter and Esc: back to the question. */
  readonly onDone?: () => void;
}

/**
 * Words beside an answer: a remark, or what "other" is. Written when typing rests and when the field is left;
 * what "other" is in a finished interview waits for the reason of the change.
 */
export function NoteField({ entry, spot, kind, label, isFocused = false, onDone }: NoteFieldProps) {
  const place = { kind, at: placeOf(spot), number: spot.question.number };
  const words = useWrittenWords(entry.desk, place, recordAt(entry.model, spot)?.[kind] ?? '');
  const isHeld = kind === 'specify' && areHeld(entry.desk);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What "other" is comes right after its code; a remark was asked for.
    if (isFocused || kind === 'specify') input.current?.focus({ preventScroll: true });
  }, [isFocused, kind]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (onDone === undefined || event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  return (
    <div className={styles.note} {...(onDone === undefined ? {} : { 'data-own-keys': '' })} onKeyDown={onKeyDown} role="presentation">
      <TextField
        inputRef={input}
        label={label}
        onChange={isHeld ? (text) => change(entry.desk, { words: text, wantedWords: null }) : words.onChange}
        value={isHeld ? wordsAt(entry, spot) : words.value}
      />
    </div>
  );
}
