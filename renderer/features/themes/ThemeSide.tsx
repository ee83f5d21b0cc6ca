import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { useCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { findThemes } from './match-themes.ts';
import { ThemePane } from './ThemePane.tsx';
import styles from './ThemesScreen.module.css';
import type { TreeDeeds } from './use-tree-deeds.ts';
import type { Themes } from './use-themes.ts';

/** What the tree at the side of the themes screen needs. */
export interface ThemeSideProps {
  readonly themes: Themes;
  readonly currentId: string | null;
  readonly onChoose: (themeId: string) => void;
  /** Enter or F2: to the theme's name. */
  readonly onOpen: () => void;
  readonly deeds: TreeDeeds;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly treeRef: RefObject<HTMLDivElement | null>;
}

const noKeys: ReadonlyMap<string, string> = new Map();

/** Finding a theme by any of its words, and the tree itself. */
export function ThemeSide({ themes, currentId, onChoose, onOpen, deeds, typed, onType, treeRef }: ThemeSideProps) {
  const say = useText();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => field.current?.focus());
  const hits = useMemo(() => (typed.trim() === '' ? null : findThemes(themes.list, typed, language)), [themes, typed, language]);
  const shownIds = useMemo(() => (hits === null ? undefined : new Set<string>(hits.map(({ theme }) => theme.id))), [hits]);
  const foundBy = useMemo(() => new Map(hits?.flatMap(({ theme, why }) => (why === null ? [] : [[theme.id, why] as const]))), [hits]);
  // What is found begins at the top, wherever the tree had been scrolled to.
  useEffect(() => {
    if (typed !== '') treeRef.current?.querySelector('[role=tree]')?.parentElement?.scrollTo({ top: 0 });
  }, [typed, treeRef]);
  function onFieldKey(event: KeyboardEvent): void {
    const best = hits?.[0];
    if (event.key === 'Enter' && best !== undefined) onChoose(best.theme.id);
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    // The row of the best hit is drawn as the one Tab leads to.
    requestAnimationFrame(() => treeRef.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus());
  }
  function onTreeKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && typed !== '') onType('');
    else if (event.key === 'F2') onOpen();
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles.side}>
      <div className={styles.finder} onKeyDown={onFieldKey} role="presentation">
        <SearchField
          clearLabel={say('themes.clear')}
          inputRef={field}
          kbd={printedKey('F', platform)}
          label={say('themes.screen.filter')}
          onChange={onType}
          placeholder={say('themes.screen.filter')}
          value={typed}
        />
        <p aria-live="polite" className={styles.counted}>
          {hits === null
            ? ''
            : hits.length === 0
              ? say('themes.screen.noHit', { query: typed })
              : say('themes.hits', { count: hits.length })}
        </p>
      </div>
      <div className={styles.tree} onKeyDown={onTreeKey} ref={treeRef} role="presentation">
        <ThemePane
          currentId={currentId}
          drag={deeds.drag}
          dropTarget={deeds.dropTarget}
          foundBy={foundBy}
          isTreeOnly
          keys={noKeys}
          onCurrentIdChange={onChoose}
          onOpen={onOpen}
          shownIds={shownIds}
          themes={themes}
        />
      </div>
    </div>
  );
}
