import { useRef, type KeyboardEvent } from 'react';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { moveInList } from '../../../ui/keyboard/move-in-list.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden/VisuallyHidden.tsx';
import { outlineName } from './block-name.ts';
import { headingOver } from './blocks-model.ts';
import { frontPage, type BuilderDesk } from './builder-desk.ts';
import styles from './outline.module.css';
import type { DocumentIndex } from './document-index.ts';
import { outlineOf, type OutlineEntry } from './outline.ts';

interface OutlineProps {
  readonly desk: BuilderDesk;
  readonly index: DocumentIndex;
  readonly lang: string;
}

/** The contents: where one is, and what has changed or stands in the way. One tab stop; the arrows move, Enter goes there. */
export function Outline({ desk, index, lang }: OutlineProps) {
  const say = useText();
  const list = useRef<HTMLUListElement>(null);
  const { blocks, at } = desk.store.use();
  const entries = outlineOf(blocks, at, index, (block) => outlineName(block, index, say));
  const isListed = entries.some(({ blockId }) => blockId === at);
  const here = isListed ? at : (headingOver(blocks, at)?.id ?? frontPage);
  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    const next = moveInList(event.key, { index: now, count: buttons.length, page: 10 });
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons[next]?.focus();
  }
  return (
    <nav aria-label={say('reports.contents')} className={styles.contents}>
      <h2 className={styles.contentsTitle}>{say('reports.contents')}</h2>
      <ul onKeyDown={onKeyDown} ref={list}>
        <li>
          <button
            aria-current={here === frontPage ? 'true' : undefined}
            className={styles.entry}
            data-heading
            onClick={() => desk.choose(frontPage)}
            tabIndex={here === frontPage ? 0 : -1}
            type="button"
          >
            <span className={styles.entryNumber} />
            <span className={styles.entryText}>{say('reports.contents.front')}</span>
          </button>
        </li>
        {entries.map((entry) => (
          <li key={entry.blockId}>
            <Entry entry={entry} isHere={here === entry.blockId} lang={lang} onGo={() => desk.choose(entry.blockId)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  readonly entry: OutlineEntry;
  readonly isHere: boolean;
  readonly lang: string;
  readonly onGo: () => void;
}

function Entry({ entry, isHere, lang, onGo }: EntryProps) {
  const say = useText();
  const { level, number, text, isHeading, hasChanges, isBlocked, hasUnclearedQuote } = entry;
  return (
    <button
      aria-current={isHere ? 'true' : undefined}
      className={styles.entry}
      data-heading={isHeading || undefined}
      data-level={level}
      onClick={onGo}
      tabIndex={isHere ? 0 : -1}
      type="button"
    >
      <span className={styles.entryNumber}>{number}</span>
      <span className={styles.entryText} lang={isHeading ? lang : undefined}>
        {text}
      </span>
      {hasChanges ? (
        <>
          <Icon name="changedNumbers" tone="warn" />
          <VisuallyHidden>{say('reports.mark.changed')}</VisuallyHidden>
        </>
      ) : null}
      {isBlocked ? (
        <>
          <Icon name={hasUnclearedQuote ? 'unclearedQuote' : 'stopped'} tone="bad" />
          <VisuallyHidden>{say(hasUnclearedQuote ? 'reports.mark.quote' : 'reports.mark.blocked')}</VisuallyHidden>
        </>
      ) : null}
    </button>
  );
}
