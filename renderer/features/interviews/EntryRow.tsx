import { memo } from 'react';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './EntryRow.module.css';
import { answerText } from './answer-sentence.ts';
import type { PlaceKey } from './entry-place.ts';
import type { RowParts } from './entry-row.ts';

export interface EntryRowProps extends Omit<RowParts, 'blocker'> {
  /** With the answers that its words mention. */
  readonly question: Question;
  readonly blocker: Question | null;
  readonly spotKey: PlaceKey;
  readonly language: Language;
  readonly onGo: (key: PlaceKey) => void;
}

/** A question that is not the current one: number, wording, and its answer. Drawn anew only when one of its parts changes. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { question, spotKey, language, onGo, isAsked, value, persons, answered } = props;
  const wording = localised(question.wording, language);
  if (question.type === 'note') return isAsked ? <Note lang={language} words={wording} /> : null;
  const isWords = value?.kind === 'text' && question.type === 'open' && persons === 0;
  const isCalculated = question.type === 'calculated';
  const hasAnswer = persons === 0 ? value !== null : answered > 0;
  return (
    <button
      className={styles.row}
      data-answered={hasAnswer || undefined}
      data-far={props.isFar || undefined}
      data-not-asked={!isAsked || undefined}
      disabled={!isAsked || isCalculated}
      onClick={() => onGo(spotKey)}
      tabIndex={-1}
      type="button"
    >
      <span className={styles.number}>{question.number}</span>
      <span className={styles.wording} lang={language}>
        {wording}
      </span>
      <span
        className={styles.answer}
        data-calculated={isCalculated || undefined}
        data-kind={isWords ? 'words' : value === null || persons > 0 ? 'none' : value.kind}
      >
        <AnswerWords {...props} />
        {props.isFlagged ? <Flag /> : null}
        {props.isUnsaved ? <Unsaved /> : null}
      </span>
    </button>
  );
});

function Note({ words, lang }: { readonly words: string; readonly lang: Language }) {
  return (
    <p className={styles.note} lang={lang}>
      {words}
    </p>
  );
}

function AnswerWords({ question, language, isAsked, value, answered, persons, recordName, blocker, blockedBy }: EntryRowProps) {
  const say = useText();
  if (isAsked && persons > 0) return answered === 0 ? null : say('entry.person.answered', { answered, of: persons });
  if (isAsked) {
    if (value === null) return question.type === 'calculated' ? say('entry.notYetCalculated') : null;
    return (
      <span lang={value.kind === 'missing' ? undefined : language}>{answerText(question, value, language, say, () => recordName)}</span>
    );
  }
  if (blocker === null) return say('interviews.entry.notAsked');
  if (blockedBy === null) return say('interviews.entry.notAskedYet', { number: blocker.number });
  return say('interviews.entry.notAskedBecause', { number: blocker.number, answer: answerText(blocker, blockedBy, language, say) });
}

function Flag() {
  const say = useText();
  return (
    <>
      <Icon name="softCheck" size={14} tone="warn" />
      <span className={styles.hidden}>{say('entry.flagged')}</span>
    </>
  );
}

function Unsaved() {
  const say = useText();
  return (
    <span className={styles.unsaved}>
      <Icon name="stopped" size={14} tone="bad" /> {say('interviews.entry.notSaved')}
    </span>
  );
}
