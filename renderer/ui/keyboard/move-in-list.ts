/** Where a moving key leads in a vertical list. Indexes from 0; `index` −1 means that nothing is current yet. */
export interface ListPosition {
  readonly index: number;
  readonly count: number;
  /** Rows that PageUp and PageDown move. */
  readonly page: number;
}

/**
 * The index a key leads to, or null when the key moves nothing: then the browser keeps it. Stops at the ends instead of
 * going round, so that holding a key down always ends somewhere known.
 */
export function moveInList(key: string, { index, count, page }: ListPosition): number | null {
  if (count === 0) {
    return null;
  }
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return index < 0 ? last : Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, Math.max(0, index) + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
