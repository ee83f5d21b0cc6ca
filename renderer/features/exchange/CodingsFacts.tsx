import type { CodingsReport } from '../../../shared/contract/exchange.ts';
import { useText } from '../../lib/text.ts';
import styles from './Import.module.css';

/** What the themes of a file come to: codings, known themes, and those that are new by name. */
export function CodingsFacts({ report }: { readonly report: CodingsReport }) {
  const say = useText();
  const { texts, codings, knownThemes, newThemes, newNames, withoutAnswer } = report;
  const more = newThemes - newNames.length;
  return (
    <section>
      <h3>{say('exchange.codings.title')}</h3>
      <p>{say('exchange.codings.counts', { codings, texts })}</p>
      <p>{say('exchange.codings.themes', { known: knownThemes, added: newThemes })}</p>
      {newNames.length === 0 ? null : (
        <p className={styles.hint}>
          {newNames.join(', ')}
          {more > 0 ? ` ${say('exchange.import.moreOptions', { count: more })}` : ''}
        </p>
      )}
      {withoutAnswer === 0 ? null : <p>{say('exchange.codings.withoutAnswer', { count: withoutAnswer })}</p>}
    </section>
  );
}
