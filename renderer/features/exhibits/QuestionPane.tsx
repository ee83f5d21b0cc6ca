import { useRef, useState, type KeyboardEvent } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { useHandOnList } from '../../lib/use-hand-on-list.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { findHits } from '../analysis/index.ts';
import styles from './tab-book.module.css';

export interface Listed {
  readonly id: string;
  readonly label: string;
  readonly name: string;
}

interface QuestionPaneProps {
  readonly questions: readonly Listed[];
  readonly current: number;
  /** Shows a table; the hand stays in the list. */
  readonly onGo: (index: number) => void;
  /** On to the table. */
  readonly onOpen: (index: number) => void;
}

/** Every question of the book: one tab stop, arrows show the table of each, Enter goes on to it. G finds by typing. */
export function QuestionPane({ questions, current, onGo, onOpen }: QuestionPaneProps) {
  const say = useText();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useCommand('tabBook.find', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  useHandOnList(questions.length > 0, () => list.current?.querySelector<HTMLElement>('button[tabindex="0"]'));
  const hits = findHits(
    questions.map((question, index) => ({ ...question, index })),
    query,
  );
  const at = hits.findIndex(({ index }) => index === current);
  const goTo = (index: number): void => {
    setQuery('');
    onOpen(index);
  };
  function onKeyDown(event: KeyboardEvent, place: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.startsWith('Page')) return;
    const next = moveInList(event.key, { index: place, count: hits.length, page: 1 });
    const hit = next === null ? undefined : hits[next];
    if (hit === undefined) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-at="${hit.index}"]`)?.focus();
    onGo(hit.index);
  }
  return (
    <div className={styles.pane}>
      <SearchField
        clearLabel={say('exhibits.book.findClear')}
        inputRef={search}
        kbd="G"
        label={say('exhibits.book.find')}
        onChange={setQuery}
        onSubmit={() => (hits[0] === undefined ? undefined : goTo(hits[0].index))}
        placeholder={say('exhibits.book.find')}
        value={query}
      />
      {hits.length === 0 ? <p className={styles.quiet}>{say('exhibits.book.noHits', { query })}</p> : null}
      <ul aria-label={say('exhibits.book.questions')} className={styles.questions} data-questions ref={list}>
        {hits.map(({ id, label, index }, place) => (
          <li key={id}>
            <button
              aria-current={index === current || undefined}
              className={styles.question}
              data-at={index}
              onClick={() => goTo(index)}
              onKeyDown={(event) => onKeyDown(event, place)}
              tabIndex={place === Math.max(0, at) ? 0 : -1}
              type="button"
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
