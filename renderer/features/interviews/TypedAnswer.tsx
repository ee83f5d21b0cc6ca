import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import styles from './TypedAnswer.module.css';
import type { Draft } from './use-draft.ts';

export interface TypedAnswerProps {
  readonly question: Question;
  readonly draft: Draft;
  readonly language: Language;
  /** What stands in the field is no possible answer; it stays there until it is corrected. */
  readonly isRefused: boolean;
}

/** The field of a number, a date in words, or an open answer. It is written to the file when typing rests and when it is left. */
export function TypedAnswer({ question, draft, language, isRefused }: TypedAnswerProps) {
  const wording = localised(question.wording, language);
  if (question.type === 'open') {
    return (
      <textarea
        aria-label={wording}
        className={styles.open}
        data-answer-field=""
        lang={language}
        onBlur={draft.flush}
        onChange={(event) => draft.set(event.target.value)}
        rows={3}
        spellCheck
        value={draft.text}
      />
    );
  }
  return (
    <span className={styles.box}>
      <input
        aria-invalid={isRefused || undefined}
        aria-label={wording}
        autoComplete="off"
        className={styles.line}
        data-answer-field=""
        data-number={question.type === 'number' || undefined}
        inputMode={question.type === 'number' ? 'decimal' : 'text'}
        onBlur={draft.flush}
        onChange={(event) => draft.set(question.type === 'number' ? onlyNumber(event.target.value) : event.target.value)}
        type="text"
        value={draft.text}
      />
      {question.unit === null ? null : <span lang={language}>{localised(question.unit, language)}</span>}
    </span>
  );
}

/** A number field takes digits, a sign and a decimal sign; letters are reasons. */
function onlyNumber(text: string): string {
  return text.replaceAll(/[^\d,.\u2212-]/gu, '').replace('.', ',');
}
