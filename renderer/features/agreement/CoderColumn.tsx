import type { DisputedCoding } from '../../../shared/contract/agreement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './disagreements.module.css';
import { markedParts } from './marked-parts.ts';

interface CoderColumnProps {
  /** The first and the second coder, and what was settled, have a colour each, and always their name. */
  readonly who: 'first' | 'second' | 'settled';
  readonly name: string;
  readonly initials: string;
  readonly body: string;
  readonly language: string;
  readonly codings: readonly DisputedCoding[];
  /** What the other one marked; what is marked here alone is underlined twice. */
  readonly others: readonly DisputedCoding[];
}

/** The words with what one coder marked in them. */
export function CoderColumn({ who, name, initials, body, language: spoken, codings, others }: CoderColumnProps) {
  const say = useText();
  const language = useLanguage();
  const said = codings.flatMap(({ polarity, certainty, reason, level }) => [
    ...(polarity === null ? [] : [say(`agreement.polarity.${polarity}`)]),
    ...(certainty === 'inferred' ? [say('agreement.inferred')] : []),
    ...(level === null ? [] : [say(`agreement.about.${level}`)]),
    ...(reason === null ? [] : [say('agreement.reason', { reason })]),
  ]);
  const facts = codings.length === 0 ? [say('agreement.notMarked')] : said;
  return (
    <section aria-label={name} className={styles.column} data-who={who}>
      <h3 className={styles.who}>
        <span className={styles.tag}>{initials}</span> {name}
        {facts.length === 0 ? null : <span className={styles.facts}>{[...new Set(facts)].join(' · ')}</span>}
      </h3>
      <p className={styles.words} lang={spoken}>
        {markedParts(body, codings, others).map((part) => {
          if (part.kind === 'gap')
            return (
              <span className={styles.gap} key={part.start}>
                {say('agreement.gap', { characters: formatNumber(part.length, language) })}
              </span>
            );
          if (!part.isMarked) return <span key={part.start}>{part.text}</span>;
          return (
            <mark className={styles.marked} data-alone={part.isAlone || undefined} key={part.start}>
              <VisuallyHidden>{`[${initials} `}</VisuallyHidden>
              {part.text}
              <VisuallyHidden>{`] `}</VisuallyHidden>
            </mark>
          );
        })}
      </p>
    </section>
  );
}
