import { figureDecimals } from '../../../shared/model/exhibit.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { changeInterval, isClear, signed } from './compare-words.ts';
import type { GridLine } from './grid-lines.ts';
import styles from './compare.module.css';

/** From the first wave that can be compared to the last: the change with its interval, or why there is none. */
export function ChangeCell({ line }: { readonly line: GridLine }) {
  const say = useText();
  const language = useLanguage();
  const { change, definition } = line;
  if (change === null) return <span className={styles.quiet}>{line.isStopped ? say('compare.stopped') : ''}</span>;
  if (change.state === 'none') return <span className={styles.quiet}>{say(`compare.noChange.${change.reason}`)}</span>;
  const decimals = definition.figure === undefined ? 0 : figureDecimals[definition.figure];
  const clear = isClear(change);
  const interval = changeInterval(change, decimals, language, say);
  return (
    <span className={styles.change}>
      <strong data-clear={clear || undefined}>{signed(change.value, decimals, language)}</strong>
      <span className={styles.quiet}>{interval === '' ? say('compare.change.noInterval') : interval}</span>
      <span className={styles.quiet}>
        {[
          interval === '' ? null : say(clear ? 'compare.change.clear' : 'compare.change.uncertain'),
          change.persons === null ? null : say('compare.change.linked', { n: change.persons }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </span>
  );
}
