import { useId, useState } from 'react';
import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { CompletionList, ExpressionProblems, useCompletion, type CompletionChoice } from '../questionnaires/index.ts';
import sheet from './analysis.module.css';
import styles from './choices.module.css';
import { expressionProblems } from './expression-problems.ts';
import { answerInExpression } from './filter-choices.ts';
import { variableLabel } from './variable-words.ts';

interface ExpressionBoxProps {
  readonly value: string;
  readonly variables: readonly AnalysisVariable[];
  readonly onUse: (where: string) => void;
  readonly onCancel: () => void;
}

/** Names of where and when the interview was. */
const surroundings = ['wave', 'place', 'service'];

/** The expression of a selection: names and answers are completed, what is wrong is shown with its place. Enter uses it. */
export function ExpressionBox({ value, variables, onUse, onCancel }: ExpressionBoxProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState(value);
  const named = variables
    .filter(({ name, isIdentifying }) => name !== '' && isIdentifying !== true)
    .map((variable) => ({ ...variable, number: '' }));
  const problems = expressionProblems(text, [...named.map(({ name }) => name), ...surroundings]);
  const canUse = problems.length === 0;
  const completion = useCompletion({
    id,
    text,
    onType: setText,
    questions: named,
    wordingOf: (variable) => variableLabel(variable, say, content),
    language,
    answersOf: (variable, typed) => answersOf(variable, typed, content),
    onEnter: () => {
      if (canUse) onUse(text.trim());
    },
  });
  const { choices, current } = completion;
  return (
    <div className={styles.expression}>
      <label htmlFor={id}>{say('analysis.where.label')}</label>
      <div className={styles.expressionBox}>
        <textarea
          {...completion.field}
          aria-describedby={`${id}-notes`}
          aria-invalid={problems.length > 0 || undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the person, for typing
          autoFocus
          maxLength={1000}
          rows={2}
        />
        {choices.length === 0 ? null : (
          <CompletionList choices={choices} current={current} id={id} label={say('analysis.where.choices')} onTake={completion.take} />
        )}
      </div>
      <div className={styles.expressionNotes} id={`${id}-notes`}>
        <ExpressionProblems expression={text} onJump={completion.putCaret} problems={choices.length > 0 ? [] : problems} />
        {text !== '' && problems.length > 0 ? null : <p className={sheet.quiet}>{say('analysis.where.help')}</p>}
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
      insert: answerInExpression(variable, code),
      label,
      before: String(code),
      detail: '',
    }));
}
