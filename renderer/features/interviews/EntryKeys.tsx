import { printedKey } from '../../../shared/commands/keys.ts';
import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import styles from './EntryKeys.module.css';
import type { Entry } from './use-entry.ts';

const keys: readonly (readonly [binding: string, message: MessageId])[] = [
  ['ArrowUp', 'interviews.keys.previous'],
  ['Mod+G', 'interviews.keys.goTo'],
  ['Mod+ArrowDown', 'interviews.keys.nextOpen'],
  ['M', 'interviews.keys.remark'],
  ['?', 'interviews.keys.all'],
];

/** Under the column: what was just said, and the keys of this place. */
export function EntryKeys({ entry }: { readonly entry: Entry }) {
  const say = useText();
  return (
    <div className={styles.foot}>
      <p aria-live="polite" className={styles.voice} data-shown={entry.voice.isShown || undefined} role="status">
        {entry.voice.text}
      </p>
      <ul className={styles.keys}>
        {keys.map(([binding, message]) => (
          <li key={binding}>
            <Keycap keys={printedKey(binding, platform)} /> {say(message)}
          </li>
        ))}
      </ul>
    </div>
  );
}
