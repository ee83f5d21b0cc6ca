import type { Question } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { ConfirmStrip } from './ConfirmStrip.tsx';
import { ConflictStrip } from './ConflictStrip.tsx';
import card from './CurrentQuestion.module.css';
import type { Spot } from './entry-layout.ts';
import { NoteField } from './NoteField.tsx';
import { ReasonChips } from './ReasonChips.tsx';
import type { Entry } from './use-entry.ts';

export interface QuestionFootProps {
  readonly entry: Entry;
  readonly spot: Spot;
  /** With the answers that its words mention. */
  readonly question: Question;
}

/** Under an answer: what is pending, what is wrong or waits for a choice, the remark, and the reasons for missing. */
export function QuestionFoot({ entry, spot, question }: QuestionFootProps) {
  const say = useText();
  const { stay, waits, actions } = entry;
  const conflict = entry.conflicts.get(spot.key);
  return (
    <>
      {stay.pending === '' ? null : (
        <p aria-hidden className={card.pending}>
          <span className={card.codeBox}>{stay.pending}</span> {say('interviews.entry.pendingShort')}
        </p>
      )}
      {stay.note === null ? null : (
        <p className={card.note} data-tone={stay.note.tone} role={stay.note.tone === 'neutral' ? 'status' : 'alert'}>
          {stay.note.tone === 'refused' ? <Icon name="hardCheck" /> : null}
          {stay.note.text}
        </p>
      )}
      {conflict === undefined ? null : <ConflictStrip conflict={conflict} entry={entry} question={question} />}
      {waits === 'reason' || waits === 'confirm' ? <ConfirmStrip entry={entry} question={question} spot={spot} /> : null}
      {stay.isRemarkOpen ? (
        <NoteField
          entry={entry}
          isFocused
          kind="remark"
          label={say('interviews.entry.remarkOn', { number: question.number })}
          onDone={actions.closeRemark}
          spot={spot}
        />
      ) : null}
      <ReasonChips entry={entry} spot={spot} />
    </>
  );
}
