import type { Question } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { answerText } from './answer-sentence.ts';
import styles from './ConflictStrip.module.css';
import { conflictChoices } from './entry-acts.ts';
import { paintOf } from './entry-field.ts';
import type { Conflict } from './entry-store.ts';
import { readingContext } from './entry-writing.ts';
import type { Entry } from './use-entry.ts';

export interface ConflictStripProps {
  readonly entry: Entry;
  /** With the answers that its words mention. */
  readonly question: Question;
  readonly conflict: Conflict;
}

/** Somebody else wrote this answer meanwhile: both stand here, and one key chooses. Nothing is dropped before. */
export function ConflictStrip({ entry, question, conflict }: ConflictStripProps) {
  const say = useText();
  const shown = useLanguage();
  const { model, language, stay, actions } = entry;
  const mine = paintOf(question, conflict.mine, readingContext(model));
  const words = {
    mine: mine === null ? say('interviews.voice.unanswered') : answerText(question, mine, language, say),
    theirs:
      conflict.theirs.value === null ? say('interviews.voice.unanswered') : answerText(question, conflict.theirs.value, language, say),
    new: '',
  };
  return (
    <div aria-label={say('entry.conflict.title')} className={styles.strip} role="group">
      <p className={styles.message} role="alert">
        <Icon name="softCheck" tone="warn" />
        {say('entry.conflict.message', { time: formatTime(conflict.at, shown), by: conflict.by })}
      </p>
      <div className={styles.sides}>
        {conflictChoices.map((choice, index) => (
          <button
            className={styles.side}
            data-stop={index}
            key={choice}
            onClick={() => actions.settleConflict(choice)}
            tabIndex={stay.roving === index ? 0 : -1}
            type="button"
          >
            <Keycap keys={String(index + 1)} />
            <span className={styles.name}>{say(`entry.conflict.choose.${choice}`, { by: conflict.by })}</span>
            {words[choice] === '' ? null : (
              <span className={styles.words} data-words={question.type === 'open' || undefined} lang={language}>
                {words[choice]}
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
