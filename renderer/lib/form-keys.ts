import type { KeyboardEvent } from 'react';
import { isCommand } from './commands.tsx';
import { keepsKeys } from './keeps-keys.ts';

/** The keys of a form that stands in the page: `entry.done` carries it out from any of its fields, Esc leaves it. */
export function formKeys(done: () => void, leave: () => void) {
  function isDone(event: KeyboardEvent<HTMLElement>): boolean {
    if (!isCommand(event.nativeEvent, 'entry.done')) return false;
    event.preventDefault();
    done();
    return true;
  }
  return {
    onKeyDownCapture: (event: KeyboardEvent<HTMLElement>): void => {
      if (keepsKeys(event.target) && isDone(event)) event.stopPropagation();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (!isDone(event) && event.key === 'Escape' && !event.defaultPrevented) leave();
    },
  };
}
