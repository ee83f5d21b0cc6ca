/** What the tree must know of a node; what it looks like is the caller's. */
export interface TreeNode<Node extends TreeNode<Node>> {
  readonly id: string;
  readonly children?: readonly Node[];
}

/** One row of the tree as it is shown now. Positions count from 1, as ARIA does. */
export interface VisibleNode<Node> {
  readonly node: Node;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** Index of the parent's row, −1 at the top. */
  readonly parentIndex: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
}

/** The rows that are in sight when these ids are expanded, in reading order. */
export function visibleNodes<Node extends TreeNode<Node>>(roots: readonly Node[], expanded: ReadonlySet<string>): VisibleNode<Node>[] {
  const rows: VisibleNode<Node>[] = [];
  function add(nodes: readonly Node[], level: number, parentIndex: number) {
    for (const [index, node] of nodes.entries()) {
      const children = node.children ?? [];
      const isExpanded = children.length > 0 && expanded.has(node.id);
      rows.push({ node, level, position: index + 1, setSize: nodes.length, parentIndex, hasChildren: children.length > 0, isExpanded });
      if (isExpanded) {
        add(children, level + 1, rows.length - 1);
      }
    }
  }
  add(roots, 1, -1);
  return rows;
}

/** What a key asks of the tree. */
export type TreeDeed =
  | { readonly kind: 'move'; readonly index: number }
  | { readonly kind: 'expand'; readonly ids: readonly string[] }
  | { readonly kind: 'collapse'; readonly id: string }
  | { readonly kind: 'open'; readonly index: number };

/** The keys of APG's tree that are about parents and children; the others are those of any list. */
export function treeDeed<Node extends TreeNode<Node>>(key: string, index: number, rows: readonly VisibleNode<Node>[]): TreeDeed | null {
  const row = rows[index];
  if (row === undefined) {
    return null;
  }
  switch (key) {
    case 'ArrowRight':
      if (!row.hasChildren) {
        return null;
      }
      return row.isExpanded ? { kind: 'move', index: index + 1 } : { kind: 'expand', ids: [row.node.id] };
    case 'ArrowLeft':
      if (row.isExpanded) {
        return { kind: 'collapse', id: row.node.id };
      }
      return row.parentIndex < 0 ? null : { kind: 'move', index: row.parentIndex };
    case '*':
      return {
        kind: 'expand',
        ids: rows.filter((other) => other.parentIndex === row.parentIndex && other.hasChildren).map((other) => other.node.id),
      };
    case 'Enter':
      return { kind: 'open', index };
    default:
      return null;
  }
}
