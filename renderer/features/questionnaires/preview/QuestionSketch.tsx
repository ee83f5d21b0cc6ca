import type { ReactNode } from 'react';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import {
  isOneChoice,
  printedCode,
  reasonLetters,
  takesAnswer,
  type MissingReason,
  type Question,
} from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { optionWords, reasonMessages } from '../../interviews/index.ts';
import styles from './QuestionSketch.module.css';

/** What of a question is drawn. */
export type Sketched = Pick<Question, 'type' | 'wording' | 'lead' | 'hint' | 'instruction' | 'options' | 'reasons' | 'unit'>;

export interface QuestionSketchProps {
  readonly question: Sketched;
  readonly language: Language;
  readonly answer?: AnswerValue | null;
  /** Codes in the order to show them; null for all in their own order. */
  readonly offered?: readonly number[] | null;
  /** Answers by the mouse; without it the sketch is only to look at. */
  readonly onTake?: ((code: number) => void) | undefined;
  readonly onReason?: ((reason: MissingReason) => void) | undefined;
  /** The field of a number, date or text. */
  readonly field?: ReactNode;
  readonly children?: ReactNode;
}

/** A question as entry shows it: wording, help, answers with their codes, and the reasons that it offers. */
export function QuestionSketch({
  question,
  language,
  answer = null,
  offered = null,
  onTake,
  onReason,
  field,
  children,
}: QuestionSketchProps) {
  const say = useText();
  const texts = (['lead', 'hint', 'instruction'] as const).map((part) => localised(question[part] ?? {}, language));
  const [lead = '', hint = '', instruction = ''] = texts;
  const wording = localised(question.wording, language);
  return (
    <>
      {lead === '' ? null : (
        <p className={styles.quiet} lang={language}>
          {lead}
        </p>
      )}
      <p className={styles.wording} lang={language}>
        {wording === '' ? <span className={styles.empty}>{say('questionnaires.designer.noWording')}</span> : wording}
      </p>
      {[hint, instruction].map((text) =>
        text === '' ? null : (
          <p className={styles.quiet} key={text} lang={language}>
            {text}
          </p>
        ),
      )}
      <Options answer={answer} language={language} offered={offered} onTake={onTake} question={question} />
      {field ?? <EmptyField language={language} question={question} />}
      {children}
      {takesAnswer(question) && question.reasons.length > 0 ? (
        <div className={styles.reasons}>
          {question.reasons.map((reason) => {
            const isGiven = answer?.kind === 'missing' && answer.reason === reason;
            const words = (
              <>
                <Keycap isSilent keys={reasonLetters[reason]} look={isGiven ? 'filled' : 'normal'} />
                {say(reason === 'skipped' ? 'command.entry.skip' : reasonMessages[reason])}
              </>
            );
            return onReason === undefined ? (
              <span className={styles.reason} key={reason}>
                {words}
              </span>
            ) : (
              <button
                aria-pressed={isGiven}
                className={styles.reason}
                key={reason}
                onClick={() => onReason(reason)}
                tabIndex={-1}
                type="button"
              >
                {words}
              </button>
            );
          })}
        </div>
      ) : null}
    </>
  );
}

type OptionsProps = Required<Pick<QuestionSketchProps, 'question' | 'language' | 'answer' | 'offered'>> &
  Pick<QuestionSketchProps, 'onTake'>;

function Options({ question, language, answer, offered, onTake }: OptionsProps) {
  const say = useText();
  const options =
    offered === null ? question.options : offered.flatMap((code) => question.options.find((option) => option.code === code) ?? []);
  if (options.length === 0) return null;
  const chosen = answer?.kind === 'code' ? [answer.code] : answer?.kind === 'codes' ? answer.codes : [];
  const isOne = isOneChoice(question);
  return (
    <div
      aria-label={say('interviews.entry.answers')}
      className={styles.options}
      data-layout={layoutOf(question)}
      role={onTake === undefined ? 'list' : isOne ? 'radiogroup' : 'group'}
    >
      {options.map((option) => {
        const isChosen = chosen.includes(option.code);
        const printed = printedCode(question, option.code);
        const label = optionWords(question, option.code, language, say);
        const words = (
          <>
            <Keycap keys={printed} look={isChosen ? 'filled' : 'normal'} />
            {label === printed ? null : (
              <span className={styles.words} lang={language}>
                {label}
              </span>
            )}
            {question.type === 'rank' && isChosen ? (
              <span className={styles.rank}>{say('interviews.entry.rankPlace', { place: chosen.indexOf(option.code) + 1 })}</span>
            ) : null}
          </>
        );
        return onTake === undefined ? (
          <div className={styles.option} key={option.code} role="listitem">
            {words}
          </div>
        ) : (
          <button
            aria-checked={isChosen}
            className={styles.option}
            data-chosen={isChosen || undefined}
            key={option.code}
            onClick={() => onTake(option.code)}
            role={isOne ? 'radio' : 'checkbox'}
            tabIndex={-1}
            type="button"
          >
            {words}
          </button>
        );
      })}
    </div>
  );
}

/** Where something is typed or picked, to look at. */
function EmptyField({ question, language }: { readonly question: Sketched; readonly language: Language }) {
  if (!['number', 'date', 'open', 'register'].includes(question.type)) return null;
  const unit = question.unit === null ? '' : localised(question.unit, language);
  return (
    <div className={styles.fieldLine}>
      <span aria-hidden className={styles.field} data-type={question.type} />
      {unit === '' ? null : <span lang={language}>{unit}</span>}
    </div>
  );
}

/** Short scales stand side by side where there is room, 0–10 in one line. */
function layoutOf(question: Pick<Sketched, 'type' | 'options'>): 'line' | 'columns' | 'stack' {
  if (question.type === 'scale-0-10') return 'line';
  return question.options.length > 9 ? 'columns' : 'stack';
}
