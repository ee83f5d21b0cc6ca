import { useState } from 'react';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { parseNumber } from '../../../ui/number-field/parse-number.ts';
import { cx } from '../../../ui/cx.ts';
import fieldStyles from '../../../ui/field/Field.module.css';
import styles from './QuestionSketch.module.css';

export interface TestFieldProps {
  readonly question: Question;
  readonly language: Language;
  readonly answer: AnswerValue | null;
  readonly onWrite: (value: AnswerValue | null) => void;
}

/** The field of a number, a date or a text while the questionnaire is tried. */
export function TestField({ question, language, answer, onWrite }: TestFieldProps) {
  const [text, setText] = useState(textOf(answer));
  const unit = question.unit === null ? '' : localised(question.unit, language);
  const shared = {
    'aria-label': localised(question.wording, language),
    className: cx(fieldStyles.input),
    value: text,
    onChange: (event: { readonly target: { readonly value: string } }): void => {
      setText(event.target.value);
      onWrite(valueOf(question, event.target.value));
    },
  };
  return (
    <div className={styles.fieldLine}>
      {question.type === 'open' ? <textarea {...shared} lang={language} rows={3} /> : <input {...shared} autoComplete="off" type="text" />}
      {unit === '' ? null : <span lang={language}>{unit}</span>}
    </div>
  );
}

function textOf(answer: AnswerValue | null): string {
  if (answer?.kind === 'text') return answer.text;
  if (answer?.kind === 'number') return String(answer.number).replace('.', ',');
  return answer?.kind === 'date' ? answer.said : '';
}

/** A day is known when it is written as one; other words stand without a place in time. */
function valueOf(question: Question, text: string): AnswerValue | null {
  if (text.trim() === '') return null;
  if (question.type === 'open') return { kind: 'text', text };
  if (question.type === 'number') {
    const parsed = parseNumber(text);
    return parsed.kind === 'number' ? { kind: 'number', number: parsed.value } : { kind: 'draft', typed: text };
  }
  const nordic = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text.trim());
  const [, day = '', month = '', year = ''] = nordic ?? [];
  const iso =
    nordic === null ? /^\d{4}(?:-\d{2}){0,2}$/u.exec(text.trim())?.[0] : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { kind: 'date', said: text, sortOn: iso ?? null, precision: iso === undefined ? 'none' : 'day' };
}
