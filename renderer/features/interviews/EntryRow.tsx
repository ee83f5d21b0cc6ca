import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './EntryRow.module.css';
import { answerText } from './answer-sentence.ts';
import { blockerOf, isFlagged, stateOf } from './entry-model.ts';
import type { Entry } from './use-entry.ts';

/** A question that is not the current one: number, wording, and its answer. */
export function EntryRow({ entry, question, onGo }: { readonly entry: Entry; readonly question: Question; readonly onGo: () => void }) {
  const { model, language, answers } = entry;
  const isAsked = model.asked.has(question.id);
  const value = isAsked ? model.valueOf(question.id) : null;
  const isWords = value?.kind === 'text' && question.type === 'open';
  return (
    <button
      className={styles.row}
      data-answered={value !== null || undefined}
      data-not-asked={!isAsked || undefined}
      disabled={!isAsked}
      onClick={onGo}
      tabIndex={-1}
      type="button"
    >
      <span className={styles.number}>{question.number}</span>
      <span className={styles.wording} lang={language}>
        {localised(question.wording, language)}
      </span>
      <span className={styles.answer} data-kind={isWords ? 'words' : value === null ? 'none' : value.kind}>
        <AnswerWords entry={entry} question={question} />
        {isFlagged(stateOf(model, question.id)) && isAsked ? <Icon name="softCheck" size={14} tone="warn" /> : null}
        {answers.unsaved.has(question.id) ? <Unsaved /> : null}
      </span>
    </button>
  );
}

function AnswerWords({ entry, question }: { readonly entry: Entry; readonly question: Question }) {
  const say = useText();
  const { model, language } = entry;
  if (model.asked.has(question.id)) {
    const value = model.valueOf(question.id);
    return value === null ? null : (
      <span lang={value.kind === 'missing' ? undefined : language}>{answerText(question, value, language, say)}</span>
    );
  }
  const blocker = blockerOf(model, question.id);
  const because = blocker === null ? null : model.valueOf(blocker.id);
  if (blocker === null) return say('interviews.entry.notAsked');
  if (because === null) return say('interviews.entry.notAskedYet', { number: blocker.number });
  return say('interviews.entry.notAskedBecause', { number: blocker.number, answer: answerText(blocker, because, language, say) });
}

function Unsaved() {
  const say = useText();
  return (
    <span className={styles.unsaved}>
      <Icon name="stopped" size={14} tone="bad" /> {say('interviews.entry.notSaved')}
    </span>
  );
}
