import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './GoToQuestion.module.css';
import { questionNumbered } from './entry-model.ts';
import type { Entry } from './use-entry.ts';

/** One field over the column: a question's number and Enter go there; Esc goes back to where one was. */
export function GoToQuestion({ entry, onGo }: { readonly entry: Entry; readonly onGo: (id: QuestionId) => void }) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { model } = entry;
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const close = (): void => entry.change({ isGoToOpen: false });
  const go = (): void => {
    const number = typed.trim();
    const question = questionNumbered(model, number);
    if (number === '') close();
    else if (question === null) setRefused(say('interviews.goTo.unknown', { number, key: printedKey('Mod+K', platform) }));
    else if (!model.asked.has(question.id)) setRefused(say('interviews.goTo.notAsked', { number: question.number }));
    else {
      close();
      onGo(question.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter') go();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const last = model.questions.at(-1)?.number ?? '';
  return (
    <div
      className={styles.box}
      onBlur={(event) => {
        // Focus that went elsewhere by itself: the field has nothing more to do.
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={onKeyDown}
      role="presentation"
    >
      <TextField
        help={say('interviews.goTo.help', { first: model.questions[0]?.number ?? '', last })}
        inputRef={input}
        label={say('interviews.goTo.label')}
        length={6}
        onChange={(text) => {
          setTyped(text);
          setRefused(null);
        }}
        value={typed}
        {...(refused === null ? {} : { error: refused })}
      />
    </div>
  );
}
