import type { QuoteHeading } from '../../../shared/contract/quotes.ts';
import { useText } from '../../lib/text.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './quotes.module.css';

/** What a group of quotes is of, with persons before mentions, and a word where one person gives most of them. */
export function QuoteHeadingLine({ heading, themes }: { readonly heading: QuoteHeading; readonly themes: Themes }) {
  const say = useText();
  const { themeId, code, isKept, persons, mentions, isOneVoice } = heading;
  const theme = themeId === null ? undefined : themes.byId.get(themeId);
  const name =
    themeId !== null
      ? themes.nameOf(themeId)
      : isKept !== null
        ? say(isKept ? 'quotes.kept' : 'quotes.notKept')
        : code === '' || code === null
          ? say('quotes.nobody')
          : code;
  const isPerson = code !== null && code !== '';
  return (
    <span className={styles.heading}>
      {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />}
      <span className={styles.headingName}>{name}</span>
      <span className={styles.quiet}>{isPerson ? say('quotes.mentions', { mentions }) : say('quotes.counts', { persons, mentions })}</span>
      {isOneVoice && !isPerson ? <span className={styles.oneVoice}>{say('quotes.oneVoice')}</span> : null}
    </span>
  );
}
