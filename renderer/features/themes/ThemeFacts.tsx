import { Fragment, type ReactNode } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf } from './branch-of.ts';
import styles from './ThemeFacts.module.css';
import type { Themes } from './use-themes.ts';

/** What the foot of the theme pane needs. */
export interface ThemeFactsProps {
  readonly theme: Theme;
  readonly themes: Themes;
  readonly children?: ReactNode;
}

/** What a theme means: definition, other words for it in all languages, and what it is not. */
export function ThemeFacts({ theme, themes, children }: ThemeFactsProps) {
  const say = useText();
  const language = useLanguage();
  const definition = localised(theme.definition, language);
  const others = otherWords(theme, language, say);
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>
        <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />
        {themes.nameOf(theme.id)}
        {theme.status === 'retired' ? <span className={styles.quiet}>{say('themes.retired')}</span> : null}
      </h3>
      <p className={styles.definition}>{definition === '' ? say('themes.noDefinition') : definition}</p>
      {others === '' ? null : <p className={styles.quiet}>{say('themes.also', { words: others })}</p>}
      {theme.differsFrom.length === 0 ? null : (
        <p className={styles.quiet}>
          {say('themes.differsFrom', { themes: theme.differsFrom.map((other) => themes.nameOf(other.themeId)).join(', ') })}
          {theme.differsFrom.map((other) => (other.note === null ? null : <Fragment key={other.themeId}>. {other.note}</Fragment>))}
        </p>
      )}
      {children}
    </div>
  );
}

/** Synonyms first in the reader's language, then words of other languages with the language behind them. */
function otherWords(theme: Theme, language: Language, say: Say): string {
  const shown = localised(theme.terms, language);
  const own = theme.synonyms.filter((synonym) => synonym.language === language).map((synonym) => synonym.term);
  const foreign = theme.synonyms.filter((synonym) => synonym.language !== language && !own.includes(synonym.term));
  const terms = Object.entries(theme.terms).filter(([of, term]) => of !== language && term !== shown);
  const marked = [...terms.map(([of, term]) => ({ language: of, term })), ...foreign].map((word) =>
    say('themes.alsoIn', { word: word.term, language: word.language }),
  );
  return [...own, ...new Set(marked)].join(', ');
}
