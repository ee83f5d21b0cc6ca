import { printedKey } from '../../../shared/commands/keys.ts';
import type { Theme } from '../../../shared/contract/themes.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf } from './branch-of.ts';
import styles from './ThemesScreen.module.css';
import type { Themes } from './use-themes.ts';

/** What is being done to the theme under the hand, in place of its form or above it. */
export type ThemeTask = 'merge' | 'split' | 'under';

/** The two sides of a theme: its words, and where it was said. */
export type ThemeSide = 'words' | 'services';

/** What the head of a theme needs. */
export interface ThemeHeadProps {
  readonly theme: Theme;
  readonly themes: Themes;
  readonly side: ThemeSide;
  readonly onSideChange: (side: ThemeSide) => void;
  readonly onTask: (task: ThemeTask) => void;
  readonly onDiscard: () => void;
}

/** Which theme it is, who has it, and what can be done with it. */
export function ThemeHead({ theme, themes, side, onSideChange, onTask, onDiscard }: ThemeHeadProps) {
  const say = useText();
  const discard = theme.status === 'retired' ? 'themes.return' : theme.isUsed ? 'themes.retire' : 'themes.remove';
  return (
    <div className={styles.head}>
      <div className={styles.headRow}>
        <div>
          <h2 className={styles.heading}>
            <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />
            {themes.nameOf(theme.id)}
            {theme.status === 'retired' ? <span className={styles.counted}>{say('themes.retired')}</span> : null}
          </h2>
          <p className={styles.counted}>
            {say('themes.number', { number: theme.number })}.{' '}
            {theme.personCount === 0
              ? say('themes.countedNone')
              : say('themes.counted', { all: theme.personCount, own: theme.ownPersonCount })}
          </p>
        </div>
        <SegmentedControl
          label={say('themes.view')}
          onChange={onSideChange}
          segments={[
            { id: 'words', label: say('themes.view.words') },
            { id: 'services', label: say('themes.view.services') },
          ]}
          value={side}
        />
      </div>
      <div aria-label={say('themes.deeds')} className={styles.deeds} role="group">
        <Button kbd={printedKey('J', platform)} onPress={() => onTask('merge')} size="bar">
          {say('themes.merge')}
        </Button>
        <Button kbd={printedKey('X', platform)} onPress={() => onTask('split')} size="bar">
          {say('themes.split')}
        </Button>
        <Button kbd={printedKey('U', platform)} onPress={() => onTask('under')} size="bar">
          {say('themes.moveUnder')}
        </Button>
        <Button isDanger={discard === 'themes.remove'} kbd={printedKey('Delete', platform)} onPress={onDiscard} size="bar">
          {say(discard)}
        </Button>
      </div>
    </div>
  );
}
