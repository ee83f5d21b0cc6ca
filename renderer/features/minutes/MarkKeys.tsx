import { printedKey } from '../../../shared/commands/keys.ts';
import type { LineMark } from '../../../shared/contract/meeting-terms.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { marks } from './mark-icons.ts';
import styles from './editor.module.css';

/** Under the minutes: the marks with their keys. Pressing a word does the same. */
export function MarkKeys({ onMark, onWho }: { readonly onMark: (mark: LineMark) => void; readonly onWho: () => void }) {
  const say = useText();
  return (
    <div className={styles.keys}>
      <ul>
        <li>{say('minutes.keys')}</li>
        {marks.map((mark, index) => (
          <li key={mark}>
            <button onClick={() => onMark(mark)} onPointerDown={keepFocus} tabIndex={-1} type="button">
              <Keycap isSilent keys={printedKey(`Mod+${index + 1}`, platform)} /> {say(`minutes.mark.${mark}`)}
            </button>
          </li>
        ))}
        <li>
          <button onClick={onWho} onPointerDown={keepFocus} tabIndex={-1} type="button">
            <Keycap isSilent keys="@" /> {say('minutes.who')}
          </button>
        </li>
      </ul>
    </div>
  );
}

/** The caret stays in its line. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
