import { useId, useRef, type KeyboardEvent } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import { localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import styles from './BankList.module.css';
import { byTopic } from './topics.ts';

export interface BankListProps {
  readonly questions: readonly BankQuestion[];
  readonly current: string | null;
  readonly chosen: ReadonlyMap<string, BankQuestion>;
  readonly onCurrent: (id: string) => void;
  readonly onToggle: (question: BankQuestion) => void;
  readonly onEnter: () => void;
}

/** Questions by topic. Arrows walk, Space chooses, Enter puts in. */
export function BankList({ questions, current, chosen, onCurrent, onToggle, onEnter }: BankListProps) {
  const say = useText();
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const topics = byTopic(questions, say);
  const inOrder = topics.flatMap((topic) => topic.questions);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = inOrder.findIndex((question) => question.id === current);
    const next = moveInList(event.key, { index, count: inOrder.length, page: 8 });
    const here = inOrder[index];
    const to = next === null ? undefined : inOrder[next];
    if (to !== undefined) {
      onCurrent(to.id);
      list.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(to.id)}"]`)?.focus();
    } else if (event.key === ' ' && here !== undefined) onToggle(here);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  }

  return (
    <div aria-label={say('bank.title')} aria-multiselectable onKeyDown={onKeyDown} ref={list} role="listbox">
      {topics.map((topic) => (
        <div aria-labelledby={`${id}-${topic.id}`} key={topic.id} role="group">
          <p className={styles.topic} id={`${id}-${topic.id}`} role="presentation">
            {topic.name} <span className={styles.count}>{topic.questions.length}</span>
          </p>
          {topic.questions.map((question) => (
            <div
              aria-selected={chosen.has(question.id)}
              className={styles.question}
              data-current={question.id === current || undefined}
              data-question={question.id}
              key={question.id}
              onClick={() => onCurrent(question.id)}
              onDoubleClick={onEnter}
              onFocus={() => onCurrent(question.id)}
              role="option"
              tabIndex={question.id === current ? 0 : -1}
            >
              <span
                aria-hidden
                className={styles.box}
                onClick={(event) => {
                  event.stopPropagation();
                  onToggle(question);
                }}
              >
                {chosen.has(question.id) ? <Icon name="done" size={13} /> : null}
              </span>
              <span className={styles.wording} lang={question.wording[language] === undefined ? undefined : language}>
                {localised(question.wording, language)}
              </span>
              <span className={styles.type}>
                {question.definition === null ? say(`bank.kind.${question.kind}`) : say(`questionnaires.type.${question.definition.type}`)}
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
