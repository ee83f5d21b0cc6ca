import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { useText } from '../../lib/text.ts';
import { ThemeTreeRow } from '../../ui/tree/ThemeTreeRow.tsx';
import type { TreeDrag, TreeDrop } from '../../ui/tree/tree-drag.ts';
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
  /** Only these and what they stand under, all open, while something is looked for. */
  readonly shownIds?: ReadonlySet<string> | undefined;
  /** The word a theme was found by, where it is not in its name. */
  readonly foundBy?: ReadonlyMap<string, string> | undefined;
  readonly drag?: TreeDrag;
  readonly dropTarget?: TreeDrop | undefined;
  /** Deeds on the theme under the hand. */
  readonly deeds?: (theme: Theme) => ReactNode;
}

/** The tree with its keys and persons, and under it what the theme under the hand means. */
export function ThemePane(props: ThemePaneProps) {
  const {
    themes,
    keys,
    currentId,
    onCurrentIdChange,
    onOpen,
    onKey,
    isTreeOnly = false,
    shownIds,
    foundBy,
    drag,
    dropTarget,
    deeds,
  } = props;
  const say = useText();
  const [closedIds, setClosedIds] = useState<ReadonlySet<string>>(new Set());
  const parents = useMemo(() => themes.list.filter((theme) => theme.parentId !== null).map((theme) => theme.parentId ?? ''), [themes]);
  const expandedIds = useMemo(
    () => new Set<string>(parents.filter((id) => shownIds !== undefined || !closedIds.has(id))),
    [parents, closedIds, shownIds],
  );
  const nodes = useMemo(() => (shownIds === undefined ? themes.roots : onlyShown(themes.roots, shownIds)), [themes, shownIds]);
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
          drag={drag}
          dropTarget={dropTarget}
          expandedIds={expandedIds}
          label={say('themes.tree')}
          nodes={nodes}
          onCurrentIdChange={onCurrentIdChange}
          onExpandedIdsChange={(ids) => setClosedIds(new Set(parents.filter((id) => !ids.has(id))))}
          onKey={(event, node) => onKey?.(event, node.theme)}
          onOpen={(node) => onOpen(node.theme)}
          renderNode={({ theme }, { level }) => {
            const word = foundBy?.get(theme.id);
            const name = `${word === undefined ? '' : `${say('themes.box.why', { word })} `}${themes.nameOf(theme.id)}`;
            return (
              <ThemeTreeRow
                count={String(theme.personCount)}
                countUnit={say('themes.persons')}
                kbd={keys.get(theme.id)}
                letters={theme.colour === null ? themes.nameOf(theme.id).slice(0, 2) : undefined}
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

/** The branches that hold what is shown, cut down to it. */
function onlyShown(nodes: readonly ThemeNode[], shownIds: ReadonlySet<string>): ThemeNode[] {
  return nodes.flatMap((node) => {
    const children = onlyShown(node.children, shownIds);
    return children.length > 0 || shownIds.has(node.id) ? [{ ...node, children }] : [];
  });
}
