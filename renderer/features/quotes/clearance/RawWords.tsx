import type { QuoteMark } from '../../../../shared/contract/quotes-clearance.ts';
import { useText } from '../../../lib/text.ts';
import styles from './clearance.module.css';

interface RawWordsProps {
  readonly raw: string;
  readonly language: string;
  readonly marks: readonly QuoteMark[];
  readonly current: number | null;
}

/** The words as they fell, with a number at everything that may tell who said them. */
export function RawWords({ raw, language, marks, current }: RawWordsProps) {
  const say = useText();
  const parts = marks.map((mark, at) => ({ mark, before: raw.slice(marks[at - 1]?.end ?? 0, mark.start) }));
  return (
    <section aria-label={say('clearance.raw')} className={styles.side} data-raw>
      <h2 className={styles.heading}>{say('clearance.raw')}</h2>
      <p className={styles.words} lang={language}>
        {parts.map(({ mark, before }) => (
          <span key={mark.start}>
            {before}
            <mark className={styles.marked} data-current={mark.number === current || undefined} data-decided={mark.decision ?? undefined}>
              {raw.slice(mark.start, mark.end)}
              <sup className={styles.sup}>{mark.number}</sup>
            </mark>
          </span>
        ))}
        {raw.slice(marks.at(-1)?.end ?? 0)}
      </p>
      <p className={styles.quiet}>{say('clearance.rawNote')}</p>
    </section>
  );
}
