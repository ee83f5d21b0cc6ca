import type { Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './Versions.module.css';
import { wordDiff } from './word-diff.ts';

export interface DifferenceProps {
  readonly before: string;
  readonly after: string;
  /** The language of the words, when it is the questionnaire's. */
  readonly language: Language | null;
}

/** Before and after under each other, the words that differ marked by more than colour. */
export function Difference({ before, after, language }: DifferenceProps) {
  const say = useText();
  const parts = wordDiff(before, after);
  const lang = language === null ? {} : { lang: language };
  return (
    <div className={styles.pair}>
      <p {...lang} className={styles.before}>
        <VisuallyHidden>{say('questionnaires.versions.before')}: </VisuallyHidden>
        {before === ''
          ? '–'
          : parts.map((part, index) =>
              part.kind === 'new' ? null : part.kind === 'gone' ? <del key={index}>{part.text}</del> : <span key={index}>{part.text}</span>,
            )}
      </p>
      <p {...lang} className={styles.after}>
        <VisuallyHidden>{say('questionnaires.versions.after')}: </VisuallyHidden>
        {after === ''
          ? '–'
          : parts.map((part, index) =>
              part.kind === 'gone' ? null : part.kind === 'new' ? <ins key={index}>{part.text}</ins> : <span key={index}>{part.text}</span>,
            )}
      </p>
    </div>
  );
}
