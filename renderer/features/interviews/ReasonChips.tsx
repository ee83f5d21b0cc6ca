import { reasonLetters } from '../../../shared/model/questionnaire.ts';
import { preferences } from '../../lib/preferences.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { reasonMessages } from './answer-sentence.ts';
import { offeredReasons } from './entry-acts.ts';
import { isTyped } from './entry-field.ts';
import { offeredAt, valueAt } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import styles from './ReasonChips.module.css';
import { missingReasons } from '../../../shared/model/questionnaire.ts';
import type { Entry } from './use-entry.ts';

/** The reasons that this question offers for a missing answer, in one line, and the way on. */
export function ReasonChips({ entry, spot }: { readonly entry: Entry; readonly spot: Spot }) {
  const say = useText();
  const { hasSingleKeys } = preferences.use();
  const { model, actions, stay, waits } = entry;
  const { question } = spot;
  const value = valueAt(model, spot);
  const before = offeredAt(model, spot).length;
  // In words letters are typed: there the reasons go by Mod and a digit.
  const hasLetters = hasSingleKeys && (!isTyped(question) || question.type === 'number') && question.type !== 'register';
  return (
    <div className={styles.line}>
      {offeredReasons(question).map((reason, index) => {
        const isGiven = value?.kind === 'missing' && value.reason === reason;
        const key = hasLetters ? reasonLetters[reason] : printedKey(`Mod+${missingReasons.indexOf(reason) + 1}`, platform);
        return (
          <button
            aria-pressed={isGiven}
            className={styles.chip}
            data-given={isGiven || undefined}
            data-stop={waits === null ? before + index : undefined}
            key={reason}
            onClick={() => actions.giveReason(reason)}
            tabIndex={waits === null && stay.roving === before + index ? 0 : -1}
            type="button"
          >
            <Keycap isSilent keys={key} look={isGiven ? 'filled' : 'normal'} />
            {/* The chip is a deed, the row a state: skip, skipped. */}
            {say(reason === 'skipped' ? 'command.entry.skip' : reasonMessages[reason])}
          </button>
        );
      })}
      <button className={styles.next} onClick={actions.next} tabIndex={-1} type="button">
        <Keycap isSilent keys="↵" />
        {say('interviews.entry.next')}
      </button>
    </div>
  );
}
