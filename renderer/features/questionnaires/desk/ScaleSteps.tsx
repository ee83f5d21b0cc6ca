import type { KeyboardEvent } from 'react';
import type { OptionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import styles from './ScaleDialog.module.css';
import { Words } from './Words.tsx';

export interface ScaleStepsProps {
  readonly options: readonly OptionSpec[];
  readonly languages: readonly Language[];
  readonly onWrite: (index: number, language: Language, words: string) => void;
  readonly onPaste: (index: number, language: Language, text: string) => boolean;
  readonly onRemove: (index: number) => void;
  /** Enter on the empty line after the last step. */
  readonly onEnd: () => void;
}

/** The steps of a scale, lowest code first, one column for each language; pasted lines become steps. */
export function ScaleSteps({ options, languages, onWrite, onPaste, onRemove, onEnd }: ScaleStepsProps) {
  const say = useText();
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, index: number): void {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = event.currentTarget.closest('li')?.nextElementSibling?.querySelector('textarea');
      if (next === null || next === undefined) onEnd();
      else next.focus();
    } else if (event.key === 'Backspace' && event.currentTarget.value === '' && index < options.length) {
      const isEmpty = Object.values(options[index]?.label ?? {}).every((words) => words === '');
      if (!isEmpty) return;
      event.preventDefault();
      event.currentTarget.closest('li')?.previousElementSibling?.querySelector('textarea')?.focus();
      onRemove(index);
    }
  }
  return (
    <div style={{ '--languages': languages.length } as React.CSSProperties}>
      <div aria-hidden className={styles.head}>
        <span />
        {languages.map((language) => (
          <span key={language}>{say(`interviews.language.${language}`)}</span>
        ))}
      </div>
      <ol aria-label={say('questionnaires.designer.scaleSteps')} className={styles.steps}>
        {[...options, null].map((option, index) => (
          <li className={styles.step} key={index}>
            <span>{option === null ? null : <Keycap keys={String(option.code)} />}</span>
            {languages.map((language) => (
              <Words
                key={language}
                label={`${say('questionnaires.designer.answerCode', { code: option?.code ?? index + 1 })}, ${say(`interviews.language.${language}`)}`}
                language={language}
                look="option"
                onKeyDown={(event) => onKeyDown(event, index)}
                onLeave={() => {}}
                onPaste={(event) => {
                  if (onPaste(index, language, event.clipboardData.getData('text/plain'))) event.preventDefault();
                }}
                onType={(words) => onWrite(index, language, words.replaceAll(/\n/gu, ' '))}
                part="step"
                placeholder={option === null && language === languages[0] ? say('questionnaires.designer.newAnswer') : undefined}
                value={option?.label[language] ?? ''}
              />
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
