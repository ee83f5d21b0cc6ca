import type { KeyboardEvent } from 'react';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { isMissing, withText } from '../design/texts.ts';
import { addRows } from './add-rows.ts';
import { editQuestion } from './desk-actions.ts';
import styles from './QuestionWords.module.css';
import { latestQuestion, useDeskContext } from './use-desk.ts';
import { Words } from './Words.tsx';

export interface QuestionWordsProps {
  readonly question: Question;
  readonly rowKey: string;
  /** Enter in the wording. */
  readonly onDone: () => void;
}

/** The wording in the languages in sight, with what is read before and after it. */
export function QuestionWords({ question, rowKey, onDone }: QuestionWordsProps) {
  const say = useText();
  const desk = useDeskContext();
  const { shown } = desk;
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDone();
  }
  const write = (language: Language, words: string): void =>
    editQuestion(desk, question, { wording: withText((latestQuestion(desk, question.id) ?? question).wording, language, words) });
  return (
    <div className={styles.words} style={{ '--languages': shown.length } as React.CSSProperties}>
      {shown.map((language) => (
        <div className={styles.column} key={language}>
          {shown.length > 1 ? <span className={styles.language}>{say(`interviews.language.${language}`)}</span> : null}
          <Small language={language} text={question.lead} />
          <Words
            isMissing={isMissing(question.wording, language)}
            label={say('questionnaires.designer.wording', { language: say(`interviews.language.${language}`) })}
            language={language}
            look="wording"
            onKeyDown={onKeyDown}
            onLeave={() => void desk.design.store.flush()}
            onPaste={(event) => {
              if (addRows(desk, question, rowKey, language, event.clipboardData.getData('text/plain'))) event.preventDefault();
            }}
            onType={(words) => write(language, words)}
            part="wording"
            placeholder={
              isMissing(question.wording, language)
                ? say('questionnaires.missingTranslation', { language: say(`interviews.language.${language}`) })
                : say('questionnaires.designer.writeQuestion')
            }
            value={question.wording[language] ?? ''}
          />
          <Small language={language} text={question.hint} />
          <Small isInstruction language={language} text={question.instruction} />
        </div>
      ))}
    </div>
  );
}

interface SmallProps {
  readonly text: Question['hint'];
  readonly language: Language;
  readonly isInstruction?: boolean;
}

/** Texts that are written under "more" are read here. */
function Small({ text, language, isInstruction = false }: SmallProps) {
  const say = useText();
  const words = text === null ? '' : localised(text, language);
  if (words === '') return null;
  return (
    <p className={styles.small} lang={language}>
      {isInstruction ? <span lang={say.intl.locale}>{say('questionnaires.designer.instructionMark')} </span> : null}
      {words}
    </p>
  );
}
