import { useLayoutEffect, type RefObject } from 'react';

/** Where the current question stands: this far down the column. */
const share = 0.36;
/** A block higher than this share of the column is a grid whose row is looked at, not the whole. */
const tall = 0.7;
/** Air around the block, px. */
const margin = 16;

/**
 * Keeps what is current at about a third of the column's height: the column moves, not the question. It moves before the screen
 * is painted, so that nobody sees the question jump; a grid that fits stands still while its rows are walked.
 */
export function useCentred(column: RefObject<HTMLElement | null>, key: string): void {
  useLayoutEffect(() => {
    const centre = (): void => centreIn(column.current);
    centre();
    window.addEventListener('resize', centre);
    // A field or a message that opens in the block may reach below the column's edge; told of before it is painted.
    const growth = new ResizeObserver(() => revealIn(column.current));
    const block = column.current?.querySelector('[data-current]') ?? null;
    if (block !== null) growth.observe(block);
    return () => {
      growth.disconnect();
      window.removeEventListener('resize', centre);
    };
  }, [column, key]);
}

/** Moves the column just so far that the end of the block is seen, and never past its beginning. */
function revealIn(column: HTMLElement | null): void {
  const block = column?.querySelector<HTMLElement>('[data-current]') ?? null;
  if (column === null || block === null) return;
  const [frame, box] = [column.getBoundingClientRect(), block.getBoundingClientRect()];
  const below = box.bottom + margin - frame.bottom;
  const above = box.top - margin - frame.top;
  if (below > 0 && above > 0) column.scrollTop += Math.min(below, above);
}

function centreIn(column: HTMLElement | null): void {
  const block = column?.querySelector<HTMLElement>('[data-current]');
  if (column === null || block === null || block === undefined) return;
  const height = column.clientHeight;
  const row = block.offsetHeight > height * tall ? block.querySelector<HTMLElement>('[data-current-row]') : null;
  const target = row ?? block;
  const top = column.scrollTop + target.getBoundingClientRect().top - column.getBoundingClientRect().top;
  const room = height - target.offsetHeight;
  // Read before the column moves, or everything would be laid out a second time. In one column (200 % and more) the whole page
  // scrolls, not the column.
  const isStill = column.scrollHeight <= height;
  column.scrollTop = top - Math.max(margin, Math.min(height * share, room - margin));
  if (isStill) block.scrollIntoView({ block: 'nearest' });
}
