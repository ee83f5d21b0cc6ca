import { confirmReasons, type AnswerValue } from '../../../shared/model/answer.ts';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { answerText, confirmMessages } from './answer-sentence.ts';
import { ConfirmWords } from './ConfirmWords.tsx';
import styles from './ConfirmStrip.module.css';
import { paintOf } from './entry-field.ts';
import { brokenAt, placeOf, recordAt, valueAt } from './entry-model.ts';
import { readingContext } from './entry-writing.ts';
import type { QuestionFootProps } from './QuestionFoot.tsx';

/** Asks why an unusual answer, or a change of a finished interview, is right: one key; the fourth takes words. */
export function ConfirmStrip({ entry, spot, question }: QuestionFootProps) {
  const say = useText();
  const { model, stay, language, actions, waits } = entry;
  const broken = brokenAt(model, spot);
  const check = broken === null ? undefined : question.checks[broken.index];
  const own = check === undefined ? (recordAt(model, spot)?.askedAbout ?? '') : localised(check.message, language);
  const standing = valueAt(model, spot);
  const isStale = broken === null && standing !== null && model.state.isStale(placeOf(spot));
  const message = isStale ? say('entry.staleHere', { answer: answerText(question, standing, language, say) }) : own;
  const words = (value: AnswerValue | null): string =>
    value === null ? say('interviews.voice.unanswered') : answerText(question, value, language, say);
  const isReason = waits === 'reason';
  return (
    <div aria-label={say('interviews.entry.why')} className={styles.strip} role="group">
      <p className={styles.message} role="alert">
        <Icon name="softCheck" tone="warn" />
        <span>{isReason ? say('interviews.entry.reasonNeeded') : say('interviews.entry.unusual', { message })}</span>
      </p>
      {!isReason || question.type === 'open' || stay.wanted === null ? null : (
        <p className={styles.change} lang={language}>
          {words(valueAt(model, spot))} → {words(paintOf(question, stay.wanted, readingContext(model)))}
        </p>
      )}
      {stay.takesWords ? (
        <ConfirmWords onDone={(text) => actions.confirm('other', text)} onLeave={actions.closeWords} />
      ) : (
        <div className={styles.reasons}>
          {confirmReasons.map((reason, index) => (
            <button
              className={styles.reason}
              data-stop={index}
              key={reason}
              onClick={() => actions.confirm(reason)}
              tabIndex={stay.roving === index ? 0 : -1}
              type="button"
            >
              <Keycap keys={String(index + 1)} />
              {say(confirmMessages[reason])}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
