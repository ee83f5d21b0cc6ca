import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { AnswerSpeech } from '../../../../shared/expressions/answer-words.ts';
import {
  missingReasons,
  questionsOf,
  type MissingReason,
  type Question,
  type QuestionnaireVersion,
} from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { hasCaret, isCommand } from '../../../lib/commands.tsx';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { optionWords, reasonMessages } from '../../interviews/index.ts';
import { PreviewRow } from './PreviewRow.tsx';
import styles from './Preview.module.css';
import { QuestionSketch } from './QuestionSketch.tsx';
import { TestField } from './TestField.tsx';
import { untried } from './test-answers.ts';
import type { TestFill } from './use-test-fill.ts';

export interface PreviewProps {
  readonly version: QuestionnaireVersion;
  readonly language: Language;
  /** The question in hand; while testing, where one is. */
  readonly question: Question | null;
  /** Null while nothing is tested. */
  readonly test: TestFill | null;
  /** Begins testing with an answer, by the mouse. */
  readonly onBegin: (question: Question) => void;
  readonly onEnd: () => void;
}

const around = { before: 3, after: 4 };
const reasonKeys: Readonly<Record<MissingReason, readonly [single: string, both: string]>> = {
  'dont-know': ['entry.dontKnow', 'entry.reason1'],
  'prefer-not-to-say': ['entry.preferNotToSay', 'entry.reason2'],
  'not-applicable': ['entry.notApplicable', 'entry.reason3'],
  illegible: ['entry.illegible', 'entry.reason4'],
  skipped: ['entry.skip', 'entry.reason5'],
};

/** The entry form as it becomes: the question in hand between its neighbours; with test answers it can be tried by the keys of entry. */
export function Preview({ version, language, question, test, onBegin, onEnd }: PreviewProps) {
  const say = useText();
  const block = useRef<HTMLDivElement>(null);
  const questions = questionsOf(version);
  const index = questions.findIndex((candidate) => candidate.id === question?.id);
  const isTesting = test !== null;
  useEffect(() => {
    if (!isTesting) return;
    const field = block.current?.querySelector<HTMLElement>('input, textarea');
    (field ?? block.current)?.focus({ preventScroll: true });
    block.current?.scrollIntoView({ block: 'nearest' });
  }, [isTesting, question?.id]);
  if (question === null) return <p className={styles.none}>{say('questionnaires.preview.none')}</p>;
  const speech: AnswerSpeech = {
    language,
    optionWords: (of, code) => optionWords(of, code, language, say),
    nameOf: () => '',
  };
  const shown = (test?.tested ?? untried).filled(question, speech);
  const row = (neighbour: Question) => (
    <PreviewRow
      key={neighbour.id}
      language={language}
      speech={speech}
      onOpen={isTesting && test.tested.asked.has(neighbour.id) ? () => test.goTo(neighbour.id) : undefined}
      question={neighbour}
      test={test}
    />
  );
  const isTyped = ['number', 'open', 'date'].includes(question.type);
  const answer =
    test === null ? null : question.type === 'calculated' ? test.tested.calculated(question) : (test.answers.get(question.id) ?? null);
  return (
    <div
      className={styles.column}
      data-density="comfortable"
      onKeyDown={(event) => (test === null ? undefined : onKeyDown(event, question, test, onEnd))}
    >
      {questions.slice(Math.max(0, index - around.before), index).map(row)}
      <div
        aria-label={localised(shown.wording, language)}
        className={styles.block}
        data-testing={isTesting || undefined}
        ref={block}
        role="group"
        tabIndex={isTesting && !isTyped ? 0 : -1}
      >
        <span aria-hidden className={styles.number}>
          {question.number}
        </span>
        <div className={styles.content}>
          <QuestionSketch
            answer={answer}
            field={
              test !== null && isTyped ? (
                <TestField answer={answer} key={question.id} language={language} onWrite={test.write} question={shown} />
              ) : undefined
            }
            language={language}
            offered={test?.tested.offered(question) ?? null}
            onReason={test?.reason}
            onTake={test === null ? () => onBegin(question) : test.take}
            question={shown}
          >
            {test === null ? null : <Notes language={language} question={shown} test={test} />}
          </QuestionSketch>
        </div>
      </div>
      {questions.slice(index + 1, index + 1 + around.after).map(row)}
    </div>
  );
}

/** What waits, what was refused, and which check the answer breaks. */
function Notes({ question, language, test }: { readonly question: Question; readonly language: Language; readonly test: TestFill }) {
  const say = useText();
  const broken = test.tested.broken(question);
  const refused = test.refused;
  const reason = missingReasons.find((candidate) => candidate === refused?.what);
  return (
    <div aria-live="polite">
      {test.pending === '' ? null : <p className={styles.note}>{say('interviews.entry.pending', { typed: test.pending })}</p>}
      {refused === null ? null : (
        <p className={styles.bad}>
          <Icon name="hardCheck" size={14} />
          {reason === undefined
            ? say('interviews.entry.noSuchCode', { code: refused.what })
            : say('questionnaires.preview.reasonNotOffered', { reason: say(reasonMessages[reason]) })}
        </p>
      )}
      {broken === null ? null : (
        <p className={broken.severity === 'hard' ? styles.bad : styles.warn}>
          <Icon name={broken.severity === 'hard' ? 'hardCheck' : 'softCheck'} size={14} />
          {broken.index === -1
            ? say('questionnaires.preview.range', { minimum: question.minimum ?? '–', maximum: question.maximum ?? '–' })
            : localised(question.checks[broken.index]?.message ?? {}, language) || say('questionnaires.preview.check')}
        </p>
      )}
    </div>
  );
}

/** The keys of entry, as far as they bear on an answer. In a number field letters are reasons; one-line fields are left by the arrows. */
function onKeyDown(event: KeyboardEvent, question: Question, test: TestFill, onEnd: () => void): void {
  if (event.nativeEvent.isComposing) return;
  const isField = hasCaret(event.target);
  const isLine = event.target instanceof HTMLInputElement;
  const takesLetters = !isField || question.type === 'number';
  const reason = missingReasons.find((candidate) => {
    const [single, both] = reasonKeys[candidate];
    return isCommand(event.nativeEvent, both) || (takesLetters && isCommand(event.nativeEvent, single));
  });
  if (reason !== undefined) test.reason(reason);
  else if (event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === 'Escape') onEnd();
  else if (event.key === 'Enter' && !event.shiftKey) test.enter();
  else if ((!isField || isLine) && event.key === 'ArrowDown') test.move(1);
  else if ((!isField || isLine) && event.key === 'ArrowUp') test.move(-1);
  else if (isField) return;
  else if (/^\d$/u.test(event.key)) test.digit(event.key);
  else if (event.key === 'Backspace' || event.key === 'Delete') test.clear();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
