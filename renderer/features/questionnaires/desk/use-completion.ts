import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { moveInList } from '../../../ui/keyboard/move-in-list.ts';
import { completionAt, matchQuestions } from '../design/completion.ts';
import type { CompletionChoice } from './CompletionList.tsx';

type Named = Pick<Question, 'name' | 'number'> & { readonly id: string; readonly options: readonly unknown[] };

interface CompletionOptions<Q extends Named> {
  /** Of the field: its list is `<id>-list`. */
  readonly id: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly questions: readonly Q[];
  readonly wordingOf: (question: Q) => string;
  readonly language: string;
  /** Answers of a question that begin so. */
  readonly answersOf: (question: Q, typed: string) => readonly CompletionChoice[];
  /** Enter with nothing to choose. */
  readonly onEnter: () => void;
  readonly onLeave?: () => void;
}

const mostChoices = 8;

/** An expression that completes itself: names of questions and their answers at the caret, chosen by keys. `field` is spread over the text area. */
export function useCompletion<Q extends Named>(options: CompletionOptions<Q>) {
  const { id, text, onType, questions, wordingOf, language, answersOf, onEnter, onLeave } = options;
  const box = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [position, setPosition] = useState(0);
  const completion = caret === null ? null : completionAt(text, caret, questions);
  const nameChoice = (question: Q): CompletionChoice => ({
    id: question.id,
    insert: `\${${question.name}}`,
    label: wordingOf(question),
    lang: language,
    before: question.number,
    detail: question.name,
  });
  const choices: readonly CompletionChoice[] =
    completion === null
      ? []
      : completion.kind === 'answer'
        ? answersOf(completion.question, completion.typed)
        : matchQuestions(questions, completion.typed, wordingOf).slice(0, mostChoices).map(nameChoice);
  const current = choices[Math.min(position, choices.length - 1)];

  function putCaret(at: number): void {
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  }

  function take(choice: CompletionChoice): void {
    if (completion === null) return;
    // At once: the next key may come before the next frame, and must find the caret behind the name.
    flushSync(() => {
      onType(text.slice(0, completion.from) + choice.insert + text.slice(completion.to));
      setCaret(null);
      setPosition(0);
    });
    putCaret(completion.from + choice.insert.length);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const next =
      choices.length > 0 && event.key.startsWith('Arrow')
        ? moveInList(event.key, { index: position, count: choices.length, page: mostChoices })
        : null;
    if (next !== null) setPosition(next);
    else if (current !== undefined && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) take(current);
    else if (event.key === 'Escape' && choices.length > 0) setCaret(null);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    choices,
    current,
    take,
    putCaret,
    field: {
      'aria-activedescendant': current === undefined ? undefined : `${id}-${current.id}`,
      'aria-autocomplete': 'list',
      'aria-controls': choices.length > 0 ? `${id}-list` : undefined,
      autoComplete: 'off',
      id,
      onBlur: () => {
        setCaret(null);
        onLeave?.();
      },
      onChange: ({ target }: { readonly target: HTMLTextAreaElement }) => {
        onType(target.value.replaceAll('\n', ' '));
        setCaret(target.selectionStart);
        setPosition(0);
      },
      onClick: () => setCaret(null),
      onKeyDown,
      ref: box,
      spellCheck: false,
      value: text,
    } as const,
  };
}
