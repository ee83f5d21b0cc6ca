import { useEffect } from 'react';
import { platform } from '../lib/platform.ts';
import { printedKey } from '../../shared/commands/keys.ts';
import { useText } from '../lib/text.ts';
import styles from './Shell.module.css';

/** Hides everything at once. Nothing of the workspace is on the screen or in the window's title. */
export function Curtain({ onLift }: { readonly onLift: () => void }) {
  const say = useText();
  useEffect(() => {
    const before = document.title;
    document.title = 'Røst';
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onLift();
    };
    window.addEventListener('keydown', listen);
    return () => {
      document.title = before;
      window.removeEventListener('keydown', listen);
    };
  }, [onLift]);
  return (
    <main className={styles.curtain}>
      <h1 className={styles.wordmark}>Røst</h1>
      <p>{say('app.curtain', { key: printedKey('Mod+J', platform) })}</p>
    </main>
  );
}
