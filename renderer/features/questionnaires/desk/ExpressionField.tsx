import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ExpressionField as ExpressionFieldName } from '../../../../shared/expressions/fields.ts';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { questionsOf, type Question } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { cx } from '../../../ui/cx.ts';
import { moveInList } from '../../../ui/keyboard/move-in-list.ts';
import { completionAt, matchQuestions } from '../design/completion.ts';
import { answerChoices } from '../design/answer-choices.ts';
import { CompletionList, type CompletionChoice } from './CompletionList.tsx';
import { ExpressionProblems } from './ExpressionProblems.tsx';
import styles from './ExpressionField.module.css';
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
  const box = useRef<HTMLTextAreaElement>(null);
  const sentence = useSentence();
  const typing = useTyping(value, onType, () => void desk.design.store.flush());
  const [caret, setCaret] = useState<number | null>(null);
  const [position, setPosition] = useState(0);
  const { language } = desk.state;
  const { text } = typing;
  const questions = useMemo(() => questionsOf(desk.version).filter((other) => other.id !== question?.id), [desk.version, question?.id]);
  const completion = caret === null ? null : completionAt(text, caret, questions);
  const choices: CompletionChoice[] =
    completion === null
      ? []
      : completion.kind === 'answer'
        ? answerChoices(completion.question, completion.typed, language, say)
        : matchQuestions(questions, completion.typed, (other) => localised(other.wording, language))
            .slice(0, 8)
            .map((other) => ({
              id: other.id,
              insert: `\${${other.name}}`,
              label: localised(other.wording, language),
              lang: language,
              before: other.number,
              detail: other.name,
            }));
  const current = choices[Math.min(position, choices.length - 1)];
  const parsed = text.trim() === '' ? null : parseExpression(text, { allowsColumns });
  // What the file says of an older text is silent while the text cannot even be read.
  const own =
    parsed !== null && !parsed.isRead
      ? [parsed.problem]
      : problems.map((one) => ({ message: one.message, at: one.at ?? 0, end: null, params: one.params }));

  function putCaret(at: number): void {
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  }

  function take(choice: CompletionChoice): void {
    if (completion === null) return;
    const next = text.slice(0, completion.from) + choice.insert + text.slice(completion.to);
    const at = completion.from + choice.insert.length;
    // At once: the next key may come before the next frame, and must find the caret behind the name.
    flushSync(() => {
      typing.type(next);
      setCaret(null);
      setPosition(0);
    });
    putCaret(at);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const next =
      choices.length > 0 && event.key.startsWith('Arrow')
        ? moveInList(event.key, { index: position, count: choices.length, page: 8 })
        : null;
    if (next !== null) setPosition(next);
    else if (current !== undefined && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) take(current);
    else if (event.key === 'Escape' && choices.length > 0) setCaret(null);
    else if (event.key === 'Enter') onDone?.();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const words = parsed?.isRead === true && field !== null ? sentence(field, text, question) : '';
  return (
    <div className={styles.field} data-index={index} data-part={part}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        <textarea
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          aria-autocomplete="list"
          aria-controls={choices.length > 0 ? `${id}-list` : undefined}
          aria-describedby={`${id}-notes`}
          aria-invalid={own.length > 0 || undefined}
          autoComplete="off"
          className={cx(styles.input)}
          id={id}
          onBlur={() => {
            setCaret(null);
            typing.leave();
          }}
          onChange={(event) => {
            typing.type(event.target.value.replaceAll('\n', ' '));
            setCaret(event.target.selectionStart);
            setPosition(0);
          }}
          onClick={() => setCaret(null)}
          onKeyDown={onKeyDown}
          ref={box}
          rows={1}
          spellCheck={false}
          value={text}
        />
        {choices.length === 0 ? null : (
          <CompletionList choices={choices} current={current} id={id} label={say('questionnaires.designer.completions')} onTake={take} />
        )}
      </div>
      <div id={`${id}-notes`}>
        <ExpressionProblems expression={text} onJump={putCaret} problems={own} />
        {words === '' ? null : <p className={styles.sentence}>{words}</p>}
        {help === undefined || (text !== '' && own.length > 0) ? null : <p className={styles.help}>{help}</p>}
      </div>
    </div>
  );
}
