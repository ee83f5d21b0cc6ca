import { useRef } from 'react';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import type { NameOf } from './answer-sentence.ts';
import choiceStyles from './ChoiceOptions.module.css';
import { ConfirmStrip } from './ConfirmStrip.tsx';
import card from './CurrentQuestion.module.css';
import { filledAt } from './entry-filled.ts';
import { isAsked } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import rowStyles from './EntryRow.module.css';
import { useQuestionFocus } from './use-question-focus.ts';
import type { Entry } from './use-entry.ts';

export interface MoreRoundsProps {
  readonly entry: Entry;
  readonly spot: Spot;
  readonly isCurrent: boolean;
  readonly nameOf: NameOf;
}

/** After the last round: one more, or on. */
export function MoreRounds({ entry, spot, isCurrent, nameOf }: MoreRoundsProps) {
  const say = useText();
  const { language, actions, stay, model, waits } = entry;
  const block = useRef<HTMLDivElement>(null);
  useQuestionFocus(block, entry, isCurrent);
  const repeat = filledAt(model, spot, { language, say, nameOf });
  const what = localised(repeat.label ?? repeat.wording, language);
  if (!isAsked(model, spot)) return null;
  const count = model.interview.turns.filter(
    ({ questionId, parentInstance }) => questionId === spot.question.id && parentInstance === spot.instance,
  ).length;
  const title = say('entry.round.more', { what, count });
  if (!isCurrent) {
    return (
      <button className={rowStyles.more} onClick={() => actions.goTo(spot.key)} tabIndex={-1} type="button">
        <Icon name="add" size={14} /> {title}
      </button>
    );
  }
  const choices = [
    { key: '1', words: say('entry.round.add', { count }), take: actions.addRound },
    { key: '2', words: say('entry.round.goOn'), take: actions.next },
  ];
  return (
    <div aria-label={title} className={card.block} data-current="" ref={block} role="group" tabIndex={0}>
      <span aria-hidden className={card.number}>
        {spot.question.number}
      </span>
      <div className={card.content}>
        <p className={card.wording} lang={language}>
          {title}
        </p>
        {waits === 'reason' ? (
          <ConfirmStrip entry={entry} question={repeat} spot={spot} />
        ) : (
          <div className={choiceStyles.options} data-layout="beside">
            {choices.map(({ key, words, take }, index) => (
              <button
                className={choiceStyles.option}
                data-stop={index}
                key={key}
                onClick={take}
                tabIndex={stay.roving === index ? 0 : -1}
                type="button"
              >
                <Keycap keys={key} />
                <span className={choiceStyles.words}>{words}</span>
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
