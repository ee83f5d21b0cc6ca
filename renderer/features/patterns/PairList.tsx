import type { Together } from '../../../shared/contract/patterns.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import { valueOf, valueText } from './pair-index.ts';
import styles from './patterns.module.css';
import type { Measure } from './use-patterns-view.ts';

const shown = 15;

/** The pairs that meet most, with their sizes, so that no measure stands alone. */
export function PairList({
  together,
  themes,
  measure,
}: {
  readonly together: Together;
  readonly themes: Themes;
  readonly measure: Measure;
}) {
  const say = useText();
  const language = useLanguage();
  const alone = new Map(together.themes.map(({ themeId, count }) => [themeId as string, count]));
  const pairs = together.pairs.toSorted((a, b) => valueOf(b, measure) - valueOf(a, measure)).slice(0, shown);
  return (
    <section>
      <h2 className={styles.heading}>{say('patterns.together.strongest')}</h2>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('patterns.together.first')}</th>
              <th scope="col">{say('patterns.together.second')}</th>
              {(['n1', 'n2', 'n12'] as const).map((id) => (
                <th className={styles.figure} key={id} scope="col">
                  {say(`patterns.together.${id}`)}
                </th>
              ))}
              <th className={styles.figure} scope="col">
                {say('patterns.measure.jaccard')}
              </th>
              <th className={styles.figure} scope="col">
                {say('patterns.measure.overlap')}
              </th>
              <th scope="col">{say('patterns.mentions.note')}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.first} ${pair.second}`}>
                <th scope="row">{themes.nameOf(pair.first)}</th>
                <td>{themes.nameOf(pair.second)}</td>
                <td className={styles.figure}>{alone.get(pair.first)}</td>
                <td className={styles.figure}>{alone.get(pair.second)}</td>
                <td className={styles.figure} data-hidden={pair.isHidden || undefined}>
                  {pair.both}
                </td>
                <td className={styles.figure}>{valueText(pair, 'jaccard', language)}</td>
                <td className={styles.figure}>{valueText(pair, 'overlap', language)}</td>
                <td className={styles.warn}>
                  {[
                    ...(pair.isUnequal ? [say('patterns.together.unequal')] : []),
                    ...(pair.isHidden ? [say('patterns.together.small')] : []),
                  ].join(' ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
