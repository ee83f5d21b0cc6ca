import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { client } from '../../lib/client.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './NoteField.module.css';
import type { Entry } from './use-entry.ts';

export interface NoteFieldProps {
  readonly entry: Entry;
  readonly question: Question;
  readonly kind: 'remark' | 'specify';
  readonly label: string;
  readonly isFocused?: boolean;
  /** Enter and Esc: back to the question. */
  readonly onDone?: () => void;
}

const restMs = 600;

/** Words beside an answer: a remark, or what "other" is. Written when typing rests and when the field is left. */
export function NoteField({ entry, question, kind, label, isFocused = false, onDone }: NoteFieldProps) {
  const save = useSave();
  const stored = entry.model.recordOf(question.id)?.[kind] ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const flush = useEffectEvent((): void => {
    if (typed === null || typed === stored) return;
    void save(() => client.interviews[kind]({ interviewId: entry.model.interview.id, questionId: question.id, text: typed }));
  });
  useEffect(() => {
    const timer = setTimeout(() => flush(), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    // What "other" is comes right after its code; a remark was asked for.
    if (isFocused || kind === 'specify') input.current?.focus({ preventScroll: true });
    return () => flush();
  }, [isFocused, kind]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (onDone === undefined || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  return (
    <div className={styles.note} {...(onDone === undefined ? {} : { 'data-own-keys': '' })} onKeyDown={onKeyDown} role="presentation">
      <TextField inputRef={input} label={label} onChange={setTyped} value={typed ?? stored} />
    </div>
  );
}
