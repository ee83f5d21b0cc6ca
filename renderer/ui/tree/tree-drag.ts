/** A place beside or inside a row. */
export interface TreeDrop {
  readonly id: string;
  readonly place: 'before' | 'after' | 'inside';
}

/** A row in the hand: taken, over a place, let go there, or let go anywhere. `onOver` answers whether it may land. */
export interface TreeDrag {
  readonly onStart: (id: string) => void;
  readonly onOver: (drop: TreeDrop) => boolean;
  readonly onDrop: (drop: TreeDrop) => void;
  readonly onEnd: () => void;
}
