import type { DragEvent, ReactNode, Ref } from 'react';
import { Icon } from '../icon/Icon.tsx';
import styles from './Tree.module.css';
import type { TreeDrag, TreeDrop } from './tree-drag.ts';
import type { VisibleNode } from './visible-nodes.ts';

/** What one row of a tree needs. */
export interface TreeRowProps<Node> {
  readonly row: VisibleNode<Node>;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly drag?: TreeDrag | undefined;
  readonly drop?: 'before' | 'after' | 'inside' | undefined;
  readonly rowRef: Ref<HTMLLIElement>;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One row: chevron where there are children, then what the caller draws. */
export function TreeRow<Node extends { readonly id: string }>({
  row,
  isCurrent,
  isTabStop,
  drag,
  drop,
  rowRef,
  onChoose,
  onOpen,
  onToggle,
  children,
}: TreeRowProps<Node>) {
  return (
    <li
      aria-expanded={row.hasChildren ? row.isExpanded : undefined}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-selected={isCurrent}
      aria-setsize={row.setSize}
      className={styles.row}
      data-drop={drop}
      draggable={drag !== undefined}
      onClick={onChoose}
      onDoubleClick={onOpen}
      onDragEnd={drag?.onEnd}
      onDragOver={(event) => {
        if (drag?.onOver(dropOf(event, row.node.id)) === true) event.preventDefault();
      }}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        drag?.onStart(row.node.id);
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag?.onDrop(dropOf(event, row.node.id));
      }}
      ref={rowRef}
      role="treeitem"
      style={{ paddingInlineStart: `${0.5 + (row.level - 1) * 1.1875}rem` }}
      tabIndex={isTabStop ? 0 : -1}
    >
      {/* The keys say the same for those who do not point: the chevron is for the mouse only. */}
      <span
        aria-hidden
        className={styles.chevron}
        data-expanded={row.isExpanded || undefined}
        onClick={(event) => {
          if (row.hasChildren) {
            event.stopPropagation();
            onToggle();
          }
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {row.hasChildren ? <Icon name="expand" size={13} /> : null}
      </span>
      {children}
    </li>
  );
}

/** The upper and lower thirds of a row are the places before and after it. */
function dropOf(event: DragEvent, id: string): TreeDrop {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  return { id, place: share < 1 / 3 ? 'before' : share > 2 / 3 ? 'after' : 'inside' };
}
