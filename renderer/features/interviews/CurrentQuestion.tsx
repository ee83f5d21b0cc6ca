import { useRef } from 'react';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language, type LocalisedText } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import type { NameOf } from './answer-sentence.ts';
import { ChoiceOptions } from './ChoiceOptions.tsx';
import styles from './CurrentQuestion.module.css';
import { isTyped } from './entry-field.ts';
import { filledAt } from './entry-filled.ts';
import { placeOf, valueAt } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import { NoteField } from './NoteField.tsx';
import { PersonChips } from './PersonChips.tsx';
import { questionLabel } from './question-label.ts';
import { QuestionFoot } from './QuestionFoot.tsx';
import { RegisterPicker } from './RegisterPicker.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';
import { useQuestionFocus } from './use-question-focus.ts';
import type { Entry } from './use-entry.ts';
import type { Registers } from './use-registers.ts';

export interface CurrentQuestionProps {
  readonly entry: Entry;
  readonly spot: Spot;
  readonly registers: Registers;
  readonly nameOf: NameOf;
  /** Drawn ahead and unseen: one comes to it next. */
  readonly isReady: boolean;
}

/** The one white, ringed block: the question being answered. */
export function CurrentQuestion({ entry, spot, registers, nameOf, isReady }: CurrentQuestionProps) {
  const say = useText();
  const { model, language } = entry;
  const question = filledAt(model, spot, { language, say, nameOf });
  const block = useRef<HTMLDivElement>(null);
  useQuestionFocus(block, entry, !isReady);
  const isField = isTyped(question) || question.type === 'register';
  const asksWhat = question.options.find((option) => option.asksWhat && isChosen(entry, spot, option.code));
  return (
    <div
      aria-label={questionLabel(entry, spot, say, nameOf)}
      className={styles.block}
      data-current={isReady ? undefined : ''}
      ref={block}
      role="group"
      tabIndex={isField ? -1 : 0}
    >
      <Words className={styles.lead} language={language} text={question.lead} />
      <span aria-hidden className={styles.number}>
        {question.number}
      </span>
      <div className={styles.content}>
        {question.isPerPerson && spot.turn !== null ? <PersonChips entry={entry} spot={spot} /> : null}
        <QuestionWords isRequired={model.state.isRequired(placeOf(spot))} language={language} question={question} />
        {question.options.length > 0 ? <ChoiceOptions entry={entry} question={question} spot={spot} /> : null}
        {isTyped(question) ? <TypedAnswer entry={entry} question={question} spot={spot} /> : null}
        {question.type === 'register' ? (
          <RegisterPicker entry={entry} nameOf={nameOf} question={question} registers={registers} spot={spot} />
        ) : null}
        {asksWhat === undefined ? null : (
          <NoteField
            entry={entry}
            kind="specify"
            label={say('entry.specify', { option: localised(asksWhat.label, language) })}
            spot={spot}
          />
        )}
        <QuestionFoot entry={entry} question={question} spot={spot} />
      </div>
    </div>
  );
}

interface QuestionWordsProps {
  readonly question: Question;
  readonly language: Language;
  readonly isRequired: boolean;
}

/** What is said to the person asked, and apart from it what only the interviewer is told. */
function QuestionWords({ question, language, isRequired }: QuestionWordsProps) {
  const say = useText();
  const instruction = localised(question.instruction ?? {}, language);
  return (
    <>
      <p className={styles.wording} lang={language}>
        {localised(question.wording, language)}
      </p>
      <Words className={styles.hint} language={language} text={question.hint} />
      {instruction === '' && !isRequired ? null : (
        <p className={styles.instruction}>
          {isRequired ? <span className={styles.required}>{say('entry.required')}</span> : null}
          {instruction === '' ? null : (
            <>
              <span className={styles.toInterviewer}>{say('entry.toInterviewer')}</span> <span lang={language}>{instruction}</span>
            </>
          )}
        </p>
      )}
    </>
  );
}

interface WordsProps {
  readonly text: LocalisedText | null;
  readonly language: Language;
  readonly className: string | undefined;
}

function Words({ text, language, className }: WordsProps) {
  const words = localised(text ?? {}, language);
  return words === '' ? null : (
    <p className={className} lang={language}>
      {words}
    </p>
  );
}

function isChosen(entry: Entry, spot: Spot, code: number): boolean {
  const value = valueAt(entry.model, spot);
  return (value?.kind === 'code' && value.code === code) || (value?.kind === 'codes' && value.codes.includes(code));
}
