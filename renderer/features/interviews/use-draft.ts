import { useEffect, useEffectEvent, useState } from 'react';
import type { AnswerValue, EnteredValue } from '../../../shared/model/answer.ts';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { formatFieldNumber, parseNumber } from '../../ui/number-field/parse-number.ts';

/** What stands in the field of the current question. */
export interface Draft {
  readonly text: string;
  readonly set: (text: string) => void;
  /** Something has been typed here since the question was reached. */
  readonly isTyped: boolean;
  /** What the field would be as an answer: null while it is no answer (half a number, out of range). */
  readonly entered: EnteredValue | null;
  /** Sends what has not been sent. Called when the field is left, and by itself when typing rests. */
  readonly flush: () => void;
  /** Back to what the file holds. */
  readonly drop: () => void;
}

const restMs = 600;

/**
 * The typed answer of the current question. What is typed goes to the file 600 ms after the last key and whenever the field is
 * left; a number that is none yet, or out of range, waits in the field.
 */
export function useDraft(
  question: Question | null,
  value: AnswerValue | null,
  isSound: (entered: EnteredValue) => boolean,
  send: (question: Question, entered: EnteredValue) => void,
): Draft {
  const stored = storedText(value);
  const [typed, setTyped] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const isTyped = typed !== null && typed.id === question?.id;
  const text = isTyped ? typed.text : stored;
  const entered = question === null ? null : readField(question, text);
  const isReady = question !== null && isTyped && text !== stored && entered !== null && isSound(entered);
  const flush = useEffectEvent((): void => {
    if (question !== null && entered !== null && isReady) send(question, entered);
  });
  // Once the file holds it, the field shows the file: an undo from outside is then seen, and not written over on leaving.
  if (isTyped && text === stored) setTyped(null);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => flush(), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const leave = (): void => flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    text,
    isTyped,
    entered,
    drop: () => setTyped(null),
    set: (next) => setTyped(question === null ? null : { id: question.id, text: next }),
    flush: () => {
      if (question !== null && entered !== null && isReady) send(question, entered);
    },
  };
}

function storedText(value: AnswerValue | null): string {
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'number' ? formatFieldNumber(value.number, ',') : '';
}

function readField(question: Question, text: string): EnteredValue | null {
  if (text.trim() === '') return { kind: 'clear' };
  if (question.type !== 'number') return { kind: 'text', text };
  const parsed = parseNumber(text);
  return parsed.kind === 'number' ? { kind: 'number', number: parsed.value } : null;
}
