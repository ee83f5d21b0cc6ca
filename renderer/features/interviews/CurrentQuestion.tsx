import { useEffect, useRef } from 'react';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised, type LocalisedText } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { ChoiceOptions } from './ChoiceOptions.tsx';
import { ConfirmStrip } from './ConfirmStrip.tsx';
import styles from './CurrentQuestion.module.css';
import { NoteField } from './NoteField.tsx';
import { ReasonChips } from './ReasonChips.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';
import { isConfirming } from './entry-desk.ts';
import { questionSentence } from './question-sentence.ts';
import type { Draft } from './use-draft.ts';
import type { EntryActions } from './use-entry-actions.ts';
import type { Entry } from './use-entry.ts';

export interface CurrentQuestionProps {
  readonly entry: Entry;
  readonly question: Question;
  readonly draft: Draft;
  readonly actions: EntryActions;
}

/** The one white, ringed block: the question being answered. */
export function CurrentQuestion({ entry, question, draft, actions }: CurrentQuestionProps) {
  const say = useText();
  const { model, language, stay } = entry;
  const block = useRef<HTMLDivElement>(null);
  const isTyped = ['number', 'open', 'date'].includes(question.type);
  const waits = isConfirming(entry);
  useFocus(block, {
    questionId: question.id,
    isField: isTyped && !waits,
    roving: stay.roving,
    isAway: stay.isRemarkOpen || stay.isGoToOpen,
  });
  const asksWhat = question.options.find((option) => option.asksWhat && isChosen(entry, question, option.code));
  return (
    <div
      aria-label={questionSentence(model, question, language, say)}
      className={styles.block}
      data-current=""
      ref={block}
      role="group"
      tabIndex={isTyped ? -1 : 0}
    >
      <Words className={styles.lead} language={language} text={question.lead} />
      <span aria-hidden className={styles.number}>
        {question.number}
      </span>
      <div className={styles.content}>
        <p className={styles.wording} lang={language}>
          {localised(question.wording, language)}
        </p>
        <Words className={styles.instruction} language={language} text={question.instruction} />
        {question.options.length > 0 ? <ChoiceOptions entry={entry} onTake={actions.takeCode} question={question} /> : null}
        {isTyped ? <TypedAnswer draft={draft} isRefused={stay.note?.tone === 'refused'} language={language} question={question} /> : null}
        {asksWhat === undefined ? null : (
          <NoteField entry={entry} kind="specify" label={say('interviews.entry.specify')} question={question} />
        )}
        {stay.pending === '' ? null : (
          <p aria-hidden className={styles.pending}>
            <span className={styles.codeBox}>{stay.pending}</span> {say('interviews.entry.pendingShort')}
          </p>
        )}
        {stay.note === null ? null : (
          <p className={styles.note} data-tone={stay.note.tone} role={stay.note.tone === 'neutral' ? 'status' : 'alert'}>
            {stay.note.tone === 'refused' ? <Icon name="hardCheck" /> : null}
            {stay.note.text}
          </p>
        )}
        {waits ? <ConfirmStrip entry={entry} onConfirm={actions.confirm} question={question} /> : null}
        {stay.isRemarkOpen ? (
          <NoteField
            entry={entry}
            isFocused
            kind="remark"
            label={say('interviews.entry.remarkOn', { number: question.number })}
            onDone={() => entry.change({ isRemarkOpen: false })}
            question={question}
          />
        ) : null}
        <ReasonChips entry={entry} onNext={actions.next} onReason={actions.giveReason} question={question} />
      </div>
    </div>
  );
}

function Words({
  text,
  language,
  className,
}: {
  readonly text: LocalisedText | null;
  readonly language: Entry['language'];
  readonly className: string | undefined;
}) {
  if (text === null) return null;
  return (
    <p className={className} lang={language}>
      {localised(text, language)}
    </p>
  );
}

function isChosen(entry: Entry, question: Question, code: number): boolean {
  const value = entry.model.valueOf(question.id);
  return (value?.kind === 'code' && value.code === code) || (value?.kind === 'codes' && value.codes.includes(code));
}

interface FocusPlace {
  readonly questionId: string;
  readonly isField: boolean;
  readonly roving: number | null;
  readonly isAway: boolean;
}

/** Focus follows the place: the question, its field, or the option that the arrows have reached. */
function useFocus(block: React.RefObject<HTMLDivElement | null>, { questionId, isField, roving, isAway }: FocusPlace): void {
  useEffect(() => {
    if (isAway) return;
    const target =
      roving === null
        ? isField
          ? block.current?.querySelector<HTMLElement>('[data-answer-field]')
          : block.current
        : block.current?.querySelector<HTMLElement>(`[data-stop="${roving}"]`);
    target?.focus({ preventScroll: true });
  }, [block, questionId, isField, roving, isAway]);
}
