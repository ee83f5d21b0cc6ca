import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { completionAt, CompletionList, ExpressionProblems, matchQuestions, type CompletionChoice } from '../questionnaires/index.ts';
import styles from './analysis.module.css';
import { expressionProblems } from './expression-problems.ts';
import { variableLabel } from './variable-words.ts';

interface ExpressionBoxProps {
  readonly value: string;
  readonly variables: readonly AnalysisVariable[];
  readonly onUse: (where: string) => void;
  readonly onCancel: () => void;
}

const mostChoices = 8;

/** The expression of a selection: names and answers are completed, what is wrong is shown with its place. Enter uses it. */
export function ExpressionBox({ value, variables, onUse, onCancel }: ExpressionBoxProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(value);
  const [caret, setCaret] = useState<number | null>(null);
  const [position, setPosition] = useState(0);
  const named = variables.filter(({ name }) => name !== '').map((variable) => ({ ...variable, number: '' }));
  const problems = expressionProblems(
    text,
    named.map(({ name }) => name),
  );
  const completion = caret === null ? null : completionAt(text, caret, named);
  const choices: CompletionChoice[] =
    completion === null
      ? []
      : completion.kind === 'answer'
        ? answersOf(completion.question, completion.typed, content)
        : matchQuestions(named, completion.typed, (variable) => variableLabel(variable, say, content))
            .slice(0, mostChoices)
            .map((variable) => ({
              id: variable.id,
              insert: `\${${variable.name}}`,
              label: variableLabel(variable, say, content),
              lang: language,
              before: '',
              detail: variable.name,
            }));
  const current = choices[Math.min(position, choices.length - 1)];
  const canUse = problems.length === 0;

  function putCaret(at: number): void {
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  }

  function take(choice: CompletionChoice): void {
    if (completion === null) return;
    const at = completion.from + choice.insert.length;
    // At once: the next key may come before the next frame, and must find the caret behind the name.
    flushSync(() => {
      setText(text.slice(0, completion.from) + choice.insert + text.slice(completion.to));
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
    else if (event.key === 'Enter' && canUse) onUse(text.trim());
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.expression}>
      <label htmlFor={id}>{say('analysis.where.label')}</label>
      <div className={styles.expressionBox}>
        <textarea
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          aria-autocomplete="list"
          aria-controls={choices.length > 0 ? `${id}-list` : undefined}
          aria-describedby={`${id}-notes`}
          aria-invalid={problems.length > 0 || undefined}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the person, for typing
          autoFocus
          id={id}
          maxLength={1000}
          onBlur={() => setCaret(null)}
          onChange={(event) => {
            setText(event.target.value.replaceAll('\n', ' '));
            setCaret(event.target.selectionStart);
            setPosition(0);
          }}
          onKeyDown={onKeyDown}
          ref={box}
          rows={2}
          spellCheck={false}
          value={text}
        />
        {choices.length === 0 ? null : (
          <CompletionList choices={choices} current={current} id={id} label={say('analysis.where.choices')} onTake={take} />
        )}
      </div>
      <div className={styles.expressionNotes} id={`${id}-notes`}>
        <ExpressionProblems expression={text} onJump={putCaret} problems={caret !== null && choices.length > 0 ? [] : problems} />
        {text !== '' && problems.length > 0 ? null : <p className={styles.quiet}>{say('analysis.where.help')}</p>}
      </div>
      <div className={styles.expressionDeeds}>
        <Button onPress={onCancel} size="bar">
          {say('analysis.where.cancel')}
        </Button>
        <Button isDisabled={!canUse} kbd="↵" onPress={() => onUse(text.trim())} size="bar" variant="main">
          {say('analysis.where.use')}
        </Button>
      </div>
    </div>
  );
}

function answersOf(variable: AnalysisVariable, typed: string, content: ReturnType<typeof useContent>): CompletionChoice[] {
  const wanted = typed.toLowerCase();
  return variable.options
    .map(({ code, label }) => ({ code, label: content(label) }))
    .filter(({ code, label }) => String(code).startsWith(wanted) || label.toLowerCase().startsWith(wanted))
    .map(({ code, label }) => ({
      id: `o${code}`,
      insert: variable.kind === 'several' ? `'${code}'` : String(code),
      label,
      before: String(code),
      detail: '',
    }));
}
