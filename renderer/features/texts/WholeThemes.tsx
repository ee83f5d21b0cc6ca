import type { Coding } from '../../../shared/contract/coding.ts';
import { useText } from '../../lib/text.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { chipsOf, signOf } from '../coding/index.ts';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './TextDesk.module.css';

/** Themes that stand on the whole text; none, nothing. */
export function WholeThemes({ codings, themes }: { readonly codings: readonly Coding[]; readonly themes: Themes }) {
  const say = useText();
  const chips = chipsOf(codings);
  if (chips.length === 0) return null;
  return (
    <p className={styles.wholes}>
      {say('coding.text.whole')}{' '}
      {chips.map((chip) => {
        const theme = themes.byId.get(chip.themeId);
        return theme === undefined ? null : (
          <ThemeChip
            coder={chip.coder ?? undefined}
            key={`${chip.themeId} ${chip.coder ?? ''} ${chip.polarity ?? ''}`}
            mark={branchOf(theme)}
            name={themes.nameOf(theme.id)}
            polarity={signOf(chip.polarity)}
            polarityText={chip.polarity === null ? undefined : say(`coding.polarity.${chip.polarity}`)}
            state={chip.isInferred ? 'inferred' : 'coded'}
          />
        );
      })}
    </p>
  );
}
