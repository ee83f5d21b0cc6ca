import { missingReasons, reasonLetters, type MissingReason, type Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { reasonMessages } from '../../interviews/index.ts';
import styles from './ReasonToggles.module.css';

export interface ReasonTogglesProps {
  readonly question: Question;
  readonly onChange: (reasons: MissingReason[]) => void;
}

/** Which reasons a person can give instead of an answer; the letters are the keys of entry. */
export function ReasonToggles({ question, onChange }: ReasonTogglesProps) {
  const say = useText();
  const toggle = (reason: MissingReason): void =>
    onChange(missingReasons.filter((other) => (other === reason) !== question.reasons.includes(other)));
  return (
    <div aria-label={say('questionnaires.designer.reasons')} className={styles.toggles} role="group">
      <span aria-hidden className={styles.name}>
        {say('questionnaires.designer.reasons')}
      </span>
      {missingReasons.map((reason) => {
        const isOffered = question.reasons.includes(reason);
        return (
          <button
            aria-label={say(reasonMessages[reason])}
            aria-pressed={isOffered}
            className={styles.toggle}
            key={reason}
            onClick={() => toggle(reason)}
            onKeyDown={(event) => {
              // The letter of entry toggles here too.
              const pressed = missingReasons.find((other) => reasonLetters[other] === event.key.toUpperCase());
              if (pressed === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
              event.preventDefault();
              toggle(pressed);
            }}
            title={say(reasonMessages[reason])}
            type="button"
          >
            <Keycap isSilent keys={reasonLetters[reason]} look={isOffered ? 'filled' : 'normal'} />
          </button>
        );
      })}
      <span className={styles.words}>{question.reasons.map((reason) => say(reasonMessages[reason]).toLowerCase()).join(', ')}</span>
    </div>
  );
}
