import { reasonLetters, takesAnswer, type MissingReason, type Question } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { reasonMessages } from './answer-sentence.ts';
import styles from './ReasonChips.module.css';
import type { Entry } from './use-entry.ts';

export interface ReasonChipsProps {
  readonly entry: Entry;
  readonly question: Question;
  readonly onReason: (reason: MissingReason) => void;
  readonly onNext: () => void;
}

/** The reasons that this question offers for a missing answer, in one line, and the way on. */
export function ReasonChips({ entry, question, onReason, onNext }: ReasonChipsProps) {
  const say = useText();
  const value = entry.model.valueOf(question.id);
  return (
    <div className={styles.line}>
      {takesAnswer(question)
        ? entry.offered.map((reason, index) => {
            const isGiven = value?.kind === 'missing' && value.reason === reason;
            const stop = question.options.length + index;
            return (
              <button
                aria-pressed={isGiven}
                className={styles.chip}
                data-given={isGiven || undefined}
                data-stop={stop}
                key={reason}
                onClick={() => onReason(reason)}
                tabIndex={entry.stay.roving === stop ? 0 : -1}
                type="button"
              >
                <Keycap isSilent keys={reasonLetters[reason]} look={isGiven ? 'filled' : 'normal'} />
                {/* The chip is a deed, the row a state: skip, skipped. */}
                {say(reason === 'skipped' ? 'command.entry.skip' : reasonMessages[reason])}
              </button>
            );
          })
        : null}
      <button className={styles.next} onClick={onNext} tabIndex={-1} type="button">
        <Keycap isSilent keys="↵" />
        {say('interviews.entry.next')}
      </button>
    </div>
  );
}
