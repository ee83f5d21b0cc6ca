import { useEffect, useEffectEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import { platform } from '../lib/platform.ts';
import { printedKey } from '../../shared/commands/keys.ts';
import { useText } from '../lib/text.ts';
import styles from './Shell.module.css';

/**
 * Hides everything at once, dialogs too. Nothing of the workspace is on the screen or in the window's title; what was typed and
 * opened waits under it, out of sight and out of reach.
 */
export function Curtain({ onLift }: { readonly onLift: () => void }) {
  const say = useText();
  const curtain = useRef<HTMLElement>(null);
  const lift = useEffectEvent(onLift);
  useEffect(() => {
    const before = document.title;
    document.title = 'Røst';
    document.documentElement.dataset['curtain'] = 'down';
    curtain.current?.focus();
    // No key reaches what is hidden.
    const listen = (event: KeyboardEvent): void => {
      event.stopPropagation();
      if (event.key === 'Escape') lift();
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      document.title = before;
      delete document.documentElement.dataset['curtain'];
      window.removeEventListener('keydown', listen, true);
    };
  }, []);
  // Beside the page, not in it: an open dialog lies beside the page as well. The top-layer mark keeps a dialog from making it inert.
  return createPortal(
    <main className={styles.curtain} data-curtain data-react-aria-top-layer="true" ref={curtain} tabIndex={-1}>
      <h1 className={styles.wordmark}>Røst</h1>
      <p>{say('app.curtain', { key: printedKey('Mod+J', platform) })}</p>
    </main>,
    document.body,
  );
}
