import type { ReactNode, Ref } from 'react';
import { Icon } from '../icon/Icon.tsx';
import styles from './Tree.module.css';
import type { VisibleNode } from './visible-nodes.ts';

/** What one row of a tree needs. */
export interface TreeRowProps<Node> {
  readonly row: VisibleNode<Node>;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly drop?: 'before' | 'after' | 'inside' | undefined;
  readonly rowRef: Ref<HTMLLIElement>;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One row: chevron where there are children, then what the caller draws. */
export function TreeRow<Node>({ row, isCurrent, isTabStop, drop, rowRef, onChoose, onOpen, onToggle, children }: TreeRowProps<Node>) {
  return (
    <li
      aria-expanded={row.hasChildren ? row.isExpanded : undefined}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-selected={isCurrent}
      aria-setsize={row.setSize}
      className={styles.row}
      data-drop={drop}
      onClick={onChoose}
      onDoubleClick={onOpen}
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
