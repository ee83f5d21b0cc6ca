import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { useText } from '../../lib/text.ts';
import { ThemeTreeRow } from '../../ui/tree/ThemeTreeRow.tsx';
import { Tree } from '../../ui/tree/Tree.tsx';
import { branchOf } from './branch-of.ts';
import { ThemeFacts } from './ThemeFacts.tsx';
import styles from './ThemePane.module.css';
import type { ThemeNode, Themes } from './use-themes.ts';

/** What the theme tree at the side of a working screen needs. */
export interface ThemePaneProps {
  readonly themes: Themes;
  /** The key that sets each theme, if any, by theme id. */
  readonly keys: ReadonlyMap<string, string>;
  readonly currentId: string | null;
  readonly onCurrentIdChange: (themeId: string) => void;
  /** Enter or double click on a theme. */
  readonly onOpen: (theme: Theme) => void;
  readonly onKey?: (event: KeyboardEvent, theme: Theme) => void;
  /** Without the meaning of the theme under the hand, where the screen shows it elsewhere. */
  readonly isTreeOnly?: boolean;
  /** Deeds on the theme under the hand. */
  readonly deeds?: (theme: Theme) => ReactNode;
}

/** The tree with its keys and persons, and under it what the theme under the hand means. */
export function ThemePane({ themes, keys, currentId, onCurrentIdChange, onOpen, onKey, isTreeOnly = false, deeds }: ThemePaneProps) {
  const say = useText();
  const [closedIds, setClosedIds] = useState<ReadonlySet<string>>(new Set());
  const parents = useMemo(() => themes.list.filter((theme) => theme.parentId !== null).map((theme) => theme.parentId ?? ''), [themes]);
  const expandedIds = useMemo(() => new Set<string>(parents.filter((id) => !closedIds.has(id))), [parents, closedIds]);
  const current = currentId === null ? undefined : themes.byId.get(currentId);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('themes.pane')}</h2>
        <span className={styles.unit}>{say('themes.persons')}</span>
      </div>
      <div className={styles.tree}>
        <Tree<ThemeNode>
          currentId={currentId}
          expandedIds={expandedIds}
          label={say('themes.tree')}
          nodes={themes.roots}
          onCurrentIdChange={onCurrentIdChange}
          onExpandedIdsChange={(ids) => setClosedIds(new Set(parents.filter((id) => !ids.has(id))))}
          onKey={(event, node) => onKey?.(event, node.theme)}
          onOpen={(node) => onOpen(node.theme)}
          renderNode={({ theme }, { level }) => {
            const name = themes.nameOf(theme.id);
            return (
              <ThemeTreeRow
                count={String(theme.personCount)}
                countUnit={say('themes.persons')}
                kbd={keys.get(theme.id)}
                letters={theme.colour === null ? name.slice(0, 2) : undefined}
                level={level}
                mark={branchOf(theme)}
                name={theme.status === 'retired' ? `${name} (${say('themes.retired')})` : name}
              />
            );
          }}
        />
      </div>
      {current === undefined || isTreeOnly ? null : (
        <div className={styles.facts}>
          <ThemeFacts theme={current} themes={themes}>
            {deeds?.(current)}
          </ThemeFacts>
        </div>
      )}
    </div>
  );
}
