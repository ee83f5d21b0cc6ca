import { memo } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import { platform } from '../../lib/platform.ts';
import { preferences } from '../../lib/preferences.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import styles from './EntryKeys.module.css';
import type { Entry } from './use-entry.ts';

type KeyHint = readonly [binding: string, message: MessageId];

const single: readonly KeyHint[] = [
  ['ArrowUp', 'interviews.keys.previous'],
  ['Mod+G', 'interviews.keys.goTo'],
  ['Mod+ArrowDown', 'interviews.keys.nextOpen'],
  ['M', 'interviews.keys.remark'],
  ['?', 'interviews.keys.all'],
];
/** With single keys off, and in words, the same goes by Mod. */
const both: readonly KeyHint[] = [
  ['Shift+Tab', 'interviews.keys.previous'],
  ['Mod+G', 'interviews.keys.goTo'],
  ['Mod+ArrowDown', 'interviews.keys.nextOpen'],
  ['Mod+Shift+M', 'interviews.keys.remark'],
  ['F1', 'interviews.keys.all'],
];

/** Under the column: what was just said, and the keys of this place. */
export function EntryKeys({ entry }: { readonly entry: Entry }) {
  const { voice } = preferences.use();
  const isInWords =
    entry.spot?.question.type === 'open' || entry.spot?.question.type === 'date' || entry.spot?.question.type === 'register';
  const { text, isShown } = entry.voice;
  return (
    <div className={styles.foot}>
      <p aria-live="polite" className={styles.voice} data-shown={isShown || undefined} role="status">
        {isShown || voice !== 'nothing' ? text : ''}
      </p>
      <KeyList isInWords={isInWords} isSecond={entry.isSecond} />
    </div>
  );
}

interface KeyListProps {
  readonly isInWords: boolean;
  readonly isSecond: boolean;
}

const KeyList = memo(function KeyList({ isInWords, isSecond }: KeyListProps) {
  const say = useText();
  const { hasSingleKeys } = preferences.use();
  const hints = hasSingleKeys && !isInWords ? single : both;
  const shown = hints.filter(([, message]) => message !== 'interviews.keys.remark' || !isSecond);
  return (
    <ul className={styles.keys}>
      {shown.map(([binding, message]) => (
        <li key={binding}>
          <Keycap keys={printedKey(binding, platform)} /> {say(message)}
        </li>
      ))}
    </ul>
  );
});
