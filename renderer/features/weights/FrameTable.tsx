import type { ComparedLine, FrameComparison, MarginChoice } from '../../../shared/contract/analysis-weights.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useMarginWords } from './use-margin-words.ts';
import styles from './weights.module.css';

interface FrameTableProps {
  readonly comparison: readonly FrameComparison[];
  readonly choices: readonly MarginChoice[];
}

/** Who answered, beside the frame. */
export function FrameTable({ comparison, choices }: FrameTableProps) {
  const say = useText();
  const language = useLanguage();
  const words = useMarginWords();
  const shown = ({ percent, low, high }: ComparedLine): string =>
    percent === null ? ':' : `${percent}${low === null || high === null ? '' : ` (${low}–${high})`}`;
  return (
    <section className={styles.compared}>
      <h3 className={styles.heading}>{say('weights.compare.title')}</h3>
      {comparison.map(({ by, n, lines }) => {
        const choice = choices.find((each) => each.by === by);
        if (choice === undefined) return null;
        return (
          <div className={styles.frame} key={by}>
            <table className={styles.lines}>
              <caption>
                {words.choice(choice)} {n === null ? '' : `(${say('weights.compare.n', { n })})`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{say('weights.compare.by')}</th>
                  {(['persons', 'percent', 'frame', 'framePercent'] as const).map((name) => (
                    <th className={styles.figure} key={name} scope="col">
                      {say(`weights.compare.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.keys.join(' ')}>
                    <th scope="row">{line.keys.length === 0 ? say('weights.compare.outside') : words.keys(choice, line.keys)}</th>
                    <td className={styles.figure} title={line.persons === null ? say('weights.compare.hidden') : undefined}>
                      {line.persons === null ? ':' : formatNumber(line.persons, language)}
                    </td>
                    <td className={styles.figure}>{shown(line)}</td>
                    <td className={styles.figure}>{formatNumber(line.frame, language)}</td>
                    <td className={styles.figure}>{line.framePercent}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {lines.some(({ persons }) => persons === null) ? (
              <p className={styles.quiet}>{`:\u00A0 ${say('weights.compare.hidden')}`}</p>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}
