import { useState } from 'react';

/** The widths of the side panes. Where there is no room beside the page the right one lies over it, so there it waits until it is asked for. */
export function usePanes() {
  const [left, setLeft] = useState<number | undefined>();
  const [right, setRight] = useState<number | undefined>();
  const [isOpen, setOpen] = useState(
    () => window.matchMedia('(min-width: 74.5rem)').matches || window.matchMedia('(max-width: 50rem)').matches,
  );
  return {
    contents: { size: left, onSizeChange: setLeft, defaultSize: 240 },
    chosen: { size: right, onSizeChange: setRight, isOpen, defaultSize: 272 },
    onPane: () => setOpen(!isOpen),
  };
}
