import type { AnswerSpeech } from '../../../../shared/expressions/answer-words.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { answerText } from '../../interviews/index.ts';
import styles from './Preview.module.css';
import { untried } from './test-answers.ts';
import type { TestFill } from './use-test-fill.ts';

export interface PreviewRowProps {
  readonly question: Question;
  readonly language: Language;
  readonly test: TestFill | null;
  readonly speech: AnswerSpeech;
  readonly onOpen: (() => void) | undefined;
}

/** A neighbour of the question in hand: number, wording, and the test answer or why it is not asked. */
export function PreviewRow({ question, language, test, speech, onOpen }: PreviewRowProps) {
  const say = useText();
  const { filled } = test?.tested ?? untried;
  const shown = filled(question, speech);
  const isAsked = test === null || test.tested.asked.has(question.id);
  const answer =
    test === null ? null : question.type === 'calculated' ? test.tested.calculated(question) : (test.answers.get(question.id) ?? null);
  const blocker = isAsked ? null : (test?.tested.blocker(question) ?? null);
  const because = blocker === null ? null : (test?.answers.get(blocker.id) ?? null);
  const text = isAsked
    ? answer === null
      ? ''
      : answerText(shown, answer, language, say)
    : blocker === null
      ? say('interviews.entry.notAsked')
      : because === null
        ? say('interviews.entry.notAskedYet', { number: blocker.number })
        : say('interviews.entry.notAskedBecause', {
            number: blocker.number,
            answer: answerText(filled(blocker, speech), because, language, say),
          });
  const parts = (
    <>
      <span className={styles.rowNumber}>{question.number}</span>
      <span className={styles.rowWording} lang={language}>
        {localised(shown.wording, language)}
      </span>
      <span className={styles.answer} data-kind={isAsked ? (answer?.kind ?? 'none') : 'not-asked'}>
        {text}
      </span>
    </>
  );
  return onOpen === undefined ? (
    <div className={styles.row}>{parts}</div>
  ) : (
    <button className={styles.row} onClick={onOpen} tabIndex={-1} type="button">
      {parts}
    </button>
  );
}
