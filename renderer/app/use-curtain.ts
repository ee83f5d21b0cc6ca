import { useEffect, useEffectEvent, useState } from 'react';
import { isCommand, useCommand } from '../lib/commands.tsx';

/**
 * Whether the curtain is down, and how to lift it. Its key is taken before any widget sees it, dialogs and fields included:
 * hiding the screen must never wait for something to be closed first. What had the focus gets it back.
 */
export function useCurtain(): { readonly isDown: boolean; readonly lift: () => void } {
  const [hidden, setHidden] = useState<{ readonly focused: Element | null } | null>(null);
  const lift = (): void => {
    const focused = hidden?.focused ?? null;
    setHidden(null);
    // After the screen is back: nothing hidden takes focus.
    setTimeout(() => (focused instanceof HTMLElement && focused.isConnected ? focused.focus({ preventScroll: true }) : undefined), 0);
  };
  const toggle = useEffectEvent(() => (hidden === null ? setHidden({ focused: document.activeElement }) : lift()));
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.repeat || !isCommand(event, 'curtain')) return;
      event.preventDefault();
      event.stopPropagation();
      toggle();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
  // For the palette and the native menu.
  useCommand('curtain', () => (hidden === null ? setHidden({ focused: null }) : lift()));
  return { isDown: hidden !== null, lift };
}
