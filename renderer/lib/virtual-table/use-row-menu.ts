import { useRef, useState } from 'react';

/** Whether the keys belong to a list now. */
export function isInList(): boolean {
  return document.activeElement?.closest('[role="grid"]') != null;
}

/** The menu of the row under the hand: `open` shows it there, the rest goes to `RowMenu`. */
export function useRowMenu() {
  const [isOpen, setOpen] = useState(false);
  const triggerRef = useRef<Element | null>(null);
  return {
    open: (): void => {
      // Beside what names the row: the row itself is as wide as the list.
      triggerRef.current = document.activeElement?.querySelector('[data-names-row], [role="rowheader"]') ?? document.activeElement;
      setOpen(true);
    },
    menu: { isOpen, onOpenChange: setOpen, triggerRef },
  };
}
