import { useEffect, useRef, type RefObject } from 'react';
import { useOneAtATime } from './dialogs/use-one-at-a-time.ts';

/**
 * Makes a row once, and whoever made it goes on to write it: its first field has the focus, with what stands in it chosen, once the row
 * is drawn with its id as `data-id` within `frame`. `make` gives nothing when it was refused.
 */
export function useNewRow(frame: RefObject<HTMLElement | null>, make: () => Promise<{ readonly id: string } | undefined>) {
  const awaited = useRef<string | null>(null);
  const add = useOneAtATime(async () => {
    awaited.current = (await make())?.id ?? null;
  });
  useEffect(() => {
    if (awaited.current === null) return;
    const row = frame.current?.querySelector(`[data-id="${awaited.current}"]`);
    const field = row?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (field === null || field === undefined) return;
    awaited.current = null;
    field.focus();
    field.select();
  });
  return add;
}
