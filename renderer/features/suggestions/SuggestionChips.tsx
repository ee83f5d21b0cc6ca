import { Button as AriaButton } from 'react-aria-components';
import type { Suggestion } from '../../../shared/contract/suggestions.ts';
import type { TextId, ThemeId } from '../../../shared/model/ids.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import { hundredths } from './hundredths.ts';
import styles from './Suggestions.module.css';

/** What is proposed for one row, and what to do with it. */
export interface SuggestionChipsProps {
  readonly textId: TextId;
  /** The row's text, so that the words behind each suggestion can be said. */
  readonly body: string;
  readonly suggestions: readonly Suggestion[];
  readonly themes: Themes;
  /** The row under the hand: its suggestions show their keys. */
  readonly hasKeys?: boolean;
  readonly onAccept: (textId: TextId, themeId: ThemeId) => void;
  readonly onReject: (textId: TextId, themeId: ThemeId) => void;
}

/**
 * Proposed themes after a row's own: dashed, each with how sure it is and its key. Keys are the row's (coding.accept1 …); nothing here
 * takes part in the tab order.
 */
export function SuggestionChips({ textId, body, suggestions, themes, hasKeys = false, onAccept, onReject }: SuggestionChipsProps) {
  const say = useText();
  if (suggestions.length === 0) return null;
  return (
    <span aria-label={say('suggestions.chips.label')} className={styles.chips} role="group">
      {suggestions.map(({ themeId, sureness, words }, at) => {
        const theme = themes.byId.get(themeId);
        const name = themes.nameOf(themeId);
        const said = [...new Set(words.map(({ start, end }) => body.slice(start, end).toLowerCase()))].join(', ');
        const why = say('suggestions.chips.why', { share: hundredths(sureness), count: said === '' ? 0 : 1, words: said });
        return (
          <span className={styles.suggestion} key={themeId} title={why}>
            <AriaButton
              aria-label={say('suggestions.chips.accept', { theme: name, why })}
              className={styles.accept ?? ''}
              excludeFromTabOrder
              onPress={() => onAccept(textId, themeId)}
            >
              <ThemeChip
                kbd={hasKeys ? printedKey(`Mod+${at + 1}`, platform) : undefined}
                mark={theme === undefined ? { colour: 'neutral', repeat: 'single' } : branchOf(theme)}
                name={name}
                state="suggested"
              />
              <span className={styles.sureness}>{say('suggestions.chips.sureness', { share: hundredths(sureness) })}</span>
            </AriaButton>
            <AriaButton
              aria-label={say('suggestions.chips.reject', { theme: name })}
              className={styles.reject ?? ''}
              excludeFromTabOrder
              onPress={() => onReject(textId, themeId)}
            >
              <Icon name="close" size={13} />
            </AriaButton>
          </span>
        );
      })}
    </span>
  );
}
