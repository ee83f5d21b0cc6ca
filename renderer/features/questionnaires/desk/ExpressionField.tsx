import { useId, useMemo } from 'react';
import type { ExpressionField as ExpressionFieldName } from '../../../../shared/expressions/fields.ts';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { questionsOf, type Question } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { answerChoices } from '../design/answer-choices.ts';
import { CompletionList } from './CompletionList.tsx';
import { ExpressionProblems } from './ExpressionProblems.tsx';
import styles from './ExpressionField.module.css';
import { useCompletion } from './use-completion.ts';
import { useDeskContext } from './use-desk.ts';
import { useSentence } from './use-sentence.ts';
import { useTyping } from './use-typing.ts';

export interface ExpressionFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly part: string;
  readonly index?: number;
  readonly value: string;
  /** What the expression is of the question: then the whole is said in words under it. */
  readonly field: ExpressionFieldName | null;
  /** Not offered as a name, because nothing asks for its own answer by name; in a check, the dot. */
  readonly question: Question | null;
  readonly problems: readonly DesignProblem[];
  readonly allowsColumns?: boolean;
  readonly onType: (expression: string) => void;
  readonly onDone?: () => void;
}

/** An expression being written: names and answers are completed, what is wrong is shown with its place, and the whole is said in words. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, help, part, index, value, field, question, problems, allowsColumns = false, onType, onDone } = props;
  const say = useText();
  const desk = useDeskContext();
  const id = useId();
  const sentence = useSentence();
  const typing = useTyping(value, onType, () => void desk.design.store.flush());
  const { language } = desk.state;
  const { text } = typing;
  const questions = useMemo(() => questionsOf(desk.version).filter((other) => other.id !== question?.id), [desk.version, question?.id]);
  const completion = useCompletion({
    id,
    text,
    onType: typing.type,
    questions,
    wordingOf: ({ wording }) => localised(wording, language),
    language,
    answersOf: (other, typed) => answerChoices(other, typed, language, say),
    onEnter: () => onDone?.(),
    onLeave: typing.leave,
  });
  const { choices, current } = completion;
  const parsed = text.trim() === '' ? null : parseExpression(text, { allowsColumns });
  // What the file says of an older text is silent while the text cannot even be read.
  const own =
    parsed !== null && !parsed.isRead
      ? [parsed.problem]
      : problems.map((one) => ({ message: one.message, at: one.at ?? 0, end: null, params: one.params }));

  const words = parsed?.isRead === true && field !== null ? sentence(field, text, question) : '';
  return (
    <div className={styles.field} data-index={index} data-part={part}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        <textarea
          {...completion.field}
          aria-describedby={`${id}-notes`}
          aria-invalid={own.length > 0 || undefined}
          className={styles.input}
          rows={1}
        />
        {choices.length === 0 ? null : (
          <CompletionList
            choices={choices}
            current={current}
            id={id}
            label={say('questionnaires.designer.completions')}
            onTake={completion.take}
          />
        )}
      </div>
      <div id={`${id}-notes`}>
        <ExpressionProblems expression={text} onJump={completion.putCaret} problems={own} />
        {words === '' ? null : <p className={styles.sentence}>{words}</p>}
        {help === undefined || (text !== '' && own.length > 0) ? null : <p className={styles.help}>{help}</p>}
      </div>
    </div>
  );
}
