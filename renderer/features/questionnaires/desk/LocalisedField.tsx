import { useId } from 'react';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { isMissing, withOptionalText } from '../design/texts.ts';
import styles from './Details.module.css';
import { useDeskContext } from './use-desk.ts';
import { Words } from './Words.tsx';

export interface LocalisedFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly part: string;
  readonly index?: number;
  readonly text: LocalisedText | null;
  readonly onType: (text: LocalisedText | null) => void;
}

/** A text with a label, one field for each language in sight. */
export function LocalisedField({ label, help, part, index, text, onType }: LocalisedFieldProps) {
  const say = useText();
  const desk = useDeskContext();
  const id = useId();
  return (
    <div aria-labelledby={id} className={styles.field} role="group">
      <span className={styles.label} id={id}>
        {label}
      </span>
      <div className={styles.languages} style={{ '--languages': desk.shown.length } as React.CSSProperties}>
        {desk.shown.map((language) => (
          <Words
            index={index}
            isMissing={isMissing(text, language)}
            key={language}
            label={desk.shown.length > 1 ? `${label}, ${say(`interviews.language.${language}`)}` : label}
            language={language}
            look="field"
            onLeave={() => void desk.design.store.flush()}
            onType={(words) => onType(withOptionalText(text, language, words))}
            part={part}
            placeholder={desk.shown.length > 1 ? say(`interviews.language.${language}`) : undefined}
            value={text?.[language] ?? ''}
          />
        ))}
      </div>
      {help === undefined ? null : <p className={styles.help}>{help}</p>}
    </div>
  );
}
