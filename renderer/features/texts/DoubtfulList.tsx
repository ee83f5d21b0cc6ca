import { type KeyboardEvent, useRef } from 'react';
import type { Coding } from '../../../shared/contract/coding.ts';
import { isCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './DoubtfulList.module.css';

/** What the list of doubtful segments needs. */
export interface DoubtfulListProps {
  readonly codings: readonly Coding[];
  readonly body: string;
  readonly language: string;
  readonly themes: Themes;
  readonly onShow: (coding: Coding) => void;
  readonly onKeep: (coding: Coding) => void;
  readonly onChooseAgain: (coding: Coding) => void;
  readonly onRemove: (coding: Coding) => void;
  /** The last one was settled. */
  readonly onEmpty: () => void;
}

/** Segments whose words a correction took away or wrote anew: one key settles each, and until then it stays here. */
export function DoubtfulList(props: DoubtfulListProps) {
  const { codings, body, language, themes, onShow, onKeep, onChooseAgain, onRemove, onEmpty } = props;
  const say = useText();
  const list = useRef<HTMLUListElement>(null);
  function goOn(at: number): void {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const next = rows[at + 1] ?? rows[at - 1];
    if (next === undefined) onEmpty();
    else next.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>, coding: Coding, at: number): void {
    if (isCommand(event.nativeEvent, 'correction.keep')) {
      goOn(at);
      onKeep(coding);
    } else if (isCommand(event.nativeEvent, 'correction.chooseAgain')) onChooseAgain(coding);
    else if (isCommand(event.nativeEvent, 'correction.takeOff')) {
      goOn(at);
      onRemove(coding);
    } else if (event.key === 'Enter' && event.target === event.currentTarget) onShow(coding);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <section aria-label={say('texts.doubtful.title')} className={styles.part}>
      <h2 className={styles.title}>
        <Icon name="softCheck" tone="warn" />
        {say('texts.doubtful.count', { count: codings.length })}
      </h2>
      <ul className={styles.list} ref={list}>
        {codings.map((coding, at) => (
          <li
            aria-label={say('texts.doubtful.row', { theme: themes.nameOf(coding.themeId), words: body.slice(coding.start, coding.end) })}
            className={styles.row}
            data-row
            key={coding.id}
            onFocus={(event) => event.target === event.currentTarget && onShow(coding)}
            onKeyDown={(event) => onKeyDown(event, coding, at)}
            tabIndex={at === 0 ? 0 : -1}
          >
            <span className={styles.theme}>{themes.nameOf(coding.themeId)}</span>
            <q className={styles.words} lang={language}>
              {body.slice(coding.start, Math.min(coding.end, coding.start + 160))}
            </q>
            <span className={styles.deeds}>
              <Button kbd="1" onPress={() => onKeep(coding)} size="bar">
                {say('texts.doubtful.keep')}
              </Button>
              <Button kbd="2" onPress={() => onChooseAgain(coding)} size="bar">
                {say('texts.doubtful.again')}
              </Button>
              <Button kbd="3" onPress={() => onRemove(coding)} size="bar">
                {say('texts.doubtful.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
