import { useRef, useState, type KeyboardEvent } from 'react';
import { useSave } from './use-save.ts';

/**
 * The line at the end of a list, where the next one is written: Enter, or leaving it, adds what stands there, and the line is empty at
 * once for the one after. What is refused comes back into it, before what was written since.
 */
export function useAddLine(add: (words: string) => Promise<unknown>) {
  const save = useSave();
  const [value, setValue] = useState('');
  const latest = useRef(value);
  const before = useRef<Promise<void>>(Promise.resolve());
  function onChange(words: string): void {
    latest.current = words;
    setValue(words);
  }
  function takeIn(): void {
    const words = latest.current.trim();
    if (words === '') return;
    onChange('');
    // One after the other, in the order in which they were written.
    before.current = before.current.then(async () => {
      const isAdded = await save(async () => {
        await add(words);
        return true;
      });
      if (isAdded === undefined) onChange(`${words} ${latest.current}`.trim());
    });
  }
  return {
    value,
    onChange,
    onBlur: takeIn,
    onKeyDown: (event: KeyboardEvent & { continuePropagation: () => void }): void =>
      event.key === 'Enter' ? takeIn() : event.continuePropagation(),
  };
}
