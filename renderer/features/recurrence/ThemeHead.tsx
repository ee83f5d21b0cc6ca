import type { RecurrenceRow } from '../../../shared/contract/recurrence.ts';
import { languages } from '../../../shared/model/text.ts';
import { useLanguage } from '../../lib/text.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './recurrence.module.css';

interface ThemeHeadProps {
  readonly row: Pick<RecurrenceRow, 'themeId' | 'languages'>;
  readonly themes: Themes;
}

/** A theme with its mark, and its terms in the other languages of the minutes that bring it up. */
export function ThemeHead({ row, themes }: ThemeHeadProps) {
  const reader = useLanguage();
  const theme = themes.byId.get(row.themeId);
  const name = themes.nameOf(row.themeId);
  const others = languages.flatMap((language) => {
    const term = theme?.terms[language];
    return language === reader || !row.languages.includes(language) || term === undefined || term === name ? [] : [{ language, term }];
  });
  return (
    <span className={styles.theme} style={{ paddingInlineStart: `${Math.min(theme?.depth ?? 0, 4) * 0.875}rem` }}>
      {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />}
      <span>
        {name}
        {others.map(({ language, term }) => (
          <span className={styles.term} key={language} lang={language}>
            {` ${term}`}
          </span>
        ))}
      </span>
    </span>
  );
}
