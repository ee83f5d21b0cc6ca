import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './GoToQuestion.module.css';
import { isStop } from './entry-layout.ts';
import { isAsked } from './entry-model.ts';
import { spotNumbered } from './entry-walk.ts';
import type { Entry } from './use-entry.ts';

/** One field over the column: a question's number and Enter go there, P and a number to a person; Esc goes back to where one was. */
export function GoToQuestion({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { model, actions, spot: current } = entry;
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const close = actions.closeGoTo;
  const go = (): void => {
    const number = typed.trim();
    const person = /^p\s*(\d{1,2})$/iu.exec(number)?.[1];
    const spot = spotNumbered(model, number, current);
    if (number === '') close();
    else if (person !== undefined) goToPerson(Number(person));
    else if (spot === null || !isStop(spot)) setRefused(say('interviews.goTo.unknown', { number, key: printedKey('Mod+K', platform) }));
    else if (!isAsked(model, spot)) setRefused(say('interviews.goTo.notAsked', { number: spot.question.number }));
    else {
      close();
      actions.goTo(spot.key);
    }
  };
  const goToPerson = (number: number): void => {
    if (actions.perform({ do: 'person', index: number - 1 })) close();
    else setRefused(say('entry.person.unknown', { number }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter') go();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const numbered = model.layout.spots.filter(isStop);
  const range = { first: numbered[0]?.question.number ?? '', last: numbered.at(-1)?.question.number ?? '' };
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
        help={model.layout.persons.length > 0 ? say('entry.goTo.helpGroup', range) : say('interviews.goTo.help', range)}
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
