import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { moveInList } from '../keyboard/move-in-list.ts';
import styles from './Tree.module.css';
import type { TreeDrag, TreeDrop } from './tree-drag.ts';
import { TreeRow } from './TreeRow.tsx';
import { treeDeed, type TreeNode, visibleNodes } from './visible-nodes.ts';

/** What a tree needs. Theme rows are drawn with ThemeTreeRow. */
export interface TreeProps<Node extends TreeNode<Node>> {
  readonly label: string;
  readonly nodes: readonly Node[];
  readonly renderNode: (node: Node, place: { readonly level: number }) => ReactNode;
  readonly expandedIds: ReadonlySet<string>;
  readonly onExpandedIdsChange: (ids: ReadonlySet<string>) => void;
  readonly currentId?: string | null;
  readonly onCurrentIdChange?: (id: string) => void;
  /** Enter or double click. */
  readonly onOpen?: (node: Node) => void;
  /** Where something held by the mouse would land. */
  readonly dropTarget?: TreeDrop | undefined;
  /** Rows can be held by the mouse; what becomes of it is the screen's. Whatever dragging does has a key and a button. */
  readonly drag?: TreeDrag | undefined;
  /** Keys the tree leaves alone, after its own: deeds of the screen on the row in focus. */
  readonly onKey?: (event: KeyboardEvent, node: Node) => void;
}

/** APG's tree: one tab stop, arrows move, open and close, Enter opens. Letters stay free for the screen's own keys. */
export function Tree<Node extends TreeNode<Node>>({
  label,
  nodes,
  renderNode,
  expandedIds,
  onExpandedIdsChange,
  currentId,
  onCurrentIdChange,
  onOpen,
  dropTarget,
  drag,
  onKey,
}: TreeProps<Node>) {
  const rowRefs = useRef(new Map<string, HTMLLIElement>());
  const [ownId, setOwnId] = useState<string | null>(null);
  const rows = visibleNodes(nodes, expandedIds);
  const chosenId = currentId === undefined ? ownId : currentId;
  const currentIndex = rows.findIndex((row) => row.node.id === chosenId);

  function choose(index: number) {
    const id = rows[index]?.node.id;
    if (id === undefined) {
      return;
    }
    rowRefs.current.get(id)?.focus();
    setOwnId(id);
    if (id !== chosenId) {
      onCurrentIdChange?.(id);
    }
  }

  function setExpanded(ids: readonly string[], isExpanded: boolean) {
    const next = new Set(expandedIds);
    for (const id of ids) {
      if (isExpanded) {
        next.add(id);
      } else {
        next.delete(id);
      }
    }
    onExpandedIdsChange(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const index = Math.max(0, currentIndex);
    const row = rows[index];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const next = moveInList(event.key, { index, count: rows.length, page: 10 });
    const deed = next === null ? treeDeed(event.key, index, rows) : { kind: 'move' as const, index: next };
    if (deed === null) {
      onKey?.(event, row.node);
      return;
    }
    event.preventDefault();
    if (deed.kind === 'move') {
      choose(deed.index);
    } else if (deed.kind === 'expand') {
      setExpanded(deed.ids, true);
    } else if (deed.kind === 'collapse') {
      setExpanded([deed.id], false);
    } else {
      onOpen?.(row.node);
    }
  }

  return (
    <ul aria-label={label} className={styles.tree} onKeyDown={onKeyDown} role="tree">
      {rows.map((row, index) => {
        const { node } = row;
        return (
          <TreeRow
            drag={drag}
            drop={dropTarget?.id === node.id ? dropTarget.place : undefined}
            isCurrent={index === currentIndex}
            isTabStop={index === Math.max(0, currentIndex)}
            key={node.id}
            onChoose={() => choose(index)}
            onOpen={() => onOpen?.(node)}
            onToggle={() => setExpanded([node.id], !row.isExpanded)}
            row={row}
            rowRef={(element) => {
              if (element !== null) {
                rowRefs.current.set(node.id, element);
              }
              return () => {
                rowRefs.current.delete(node.id);
              };
            }}
          >
            {renderNode(node, { level: row.level })}
          </TreeRow>
        );
      })}
    </ul>
  );
}
