import { confirmReasons, type AnswerValue, type ConfirmReason } from '../../../shared/model/answer.ts';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { answerText, confirmMessages } from './answer-sentence.ts';
import styles from './ConfirmStrip.module.css';
import { brokenWith } from './entry-model.ts';
import type { Entry } from './use-entry.ts';

/** Asks why an unusual answer, or a change of a finished interview, is right: one key. */
export function ConfirmStrip({
  entry,
  question,
  onConfirm,
}: {
  readonly entry: Entry;
  readonly question: Question;
  readonly onConfirm: (reason: ConfirmReason) => void;
}) {
  const say = useText();
  const { model, stay, language } = entry;
  const broken = brokenWith(model, question.id, model.valueOf(question.id));
  const check = broken === null ? undefined : question.checks[broken.index];
  const message = check === undefined ? '' : localised(check.message, language);
  const words = (value: AnswerValue | null): string =>
    value === null ? say('interviews.voice.unanswered') : answerText(question, value, language, say);
  return (
    <div aria-label={say('interviews.entry.why')} className={styles.strip} role="group">
      <p className={styles.message} role="alert">
        <Icon name="softCheck" tone="warn" />
        <span>{stay.wanted !== null ? say('interviews.entry.reasonNeeded') : say('interviews.entry.unusual', { message })}</span>
      </p>
      {stay.wanted === null || question.type === 'open' ? null : (
        <p className={styles.change} lang={language}>
          {words(model.valueOf(question.id))} → {words(stay.wanted.kind === 'clear' ? null : stay.wanted)}
        </p>
      )}
      <div className={styles.reasons}>
        {confirmReasons.map((reason, index) => (
          <button
            className={styles.reason}
            data-stop={index}
            key={reason}
            onClick={() => onConfirm(reason)}
            tabIndex={stay.roving === index ? 0 : -1}
            type="button"
          >
            <Keycap keys={String(index + 1)} />
            {say(confirmMessages[reason])}
          </button>
        ))}
      </div>
    </div>
  );
}
