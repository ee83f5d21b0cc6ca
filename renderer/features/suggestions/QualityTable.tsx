import type { ThemeQuality } from '../../../shared/contract/suggestions.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import { hundredths } from './hundredths.ts';
import styles from './SuggestionsPanel.module.css';

/** One line per theme: persons, how often right, how often found, the words that weigh most. */
export function QualityTable({
  rows,
  themes,
  fewestPersons,
}: {
  readonly rows: readonly ThemeQuality[];
  readonly themes: Themes;
  readonly fewestPersons: number;
}) {
  const say = useText();
  const language = useLanguage();
  const share = (value: number | null | undefined, of: number | undefined): string =>
    value == null || of === undefined ? say('suggestions.panel.few') : say('suggestions.panel.share', { share: hundredths(value), of });
  return (
    // It scrolls by itself, so it takes the keyboard's arrows.
    <div aria-label={say('suggestions.panel.quality')} className={styles.frame} role="group" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('suggestions.panel.theme')}</th>
            <th className={styles.figure} scope="col">
              {say('suggestions.panel.persons')}
            </th>
            <th className={styles.figure} scope="col">
              {say('suggestions.panel.precision')}
            </th>
            <th className={styles.figure} scope="col">
              {say('suggestions.panel.recall')}
            </th>
            <th scope="col">{say('suggestions.panel.words')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ themeId, persons, isSuggested, measured, words }) => (
            <tr key={themeId}>
              <th scope="row">{themes.nameOf(themeId)}</th>
              <td className={styles.figure}>{formatNumber(persons, language)}</td>
              {isSuggested ? (
                <>
                  <td className={styles.figure}>{share(measured?.precision, measured?.suggested)}</td>
                  <td className={styles.figure}>{share(measured?.recall, measured?.coded)}</td>
                  <td>
                    {words.map((word) => (word.isNegated ? say('suggestions.panel.not', { word: word.text }) : word.text)).join(', ')}
                  </td>
                </>
              ) : (
                <td className={styles.quiet} colSpan={3}>
                  {say('suggestions.panel.fewPersons', { count: fewestPersons })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
