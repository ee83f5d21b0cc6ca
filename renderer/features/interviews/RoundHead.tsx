import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { NameOf } from './answer-sentence.ts';
import { filledAt } from './entry-filled.ts';
import type { Block } from './entry-layout.ts';
import styles from './Entry.module.css';
import type { Entry } from './use-entry.ts';

export interface RoundHeadProps {
  readonly entry: Entry;
  readonly block: Extract<Block, { kind: 'round' }>;
  readonly isCurrent: boolean;
  readonly nameOf: NameOf;
}

/** The heading of one round: what repeats, which round it is, and the way to take it away (which undo takes back). */
export function RoundHead({ entry, block, isCurrent, nameOf }: RoundHeadProps) {
  const say = useText();
  const { turn, number } = block;
  const { model, language } = entry;
  const repeat = filledAt(model, { question: block.repeat, instance: turn.instance }, { language, say, nameOf });
  const what = localised(repeat.label ?? repeat.wording, language);
  const canRemove = isCurrent && repeat.repeatCount === null;
  return (
    <div className={styles.roundHead} data-current={undefined}>
      <h3 className={styles.roundTitle} lang={language}>
        {turn.label === '' ? say('entry.round.title', { what, number }) : turn.label}
      </h3>
      {canRemove ? (
        <Button onPress={() => entry.actions.removeRound(turn.instance)} size="bar" variant="quiet">
          {say('entry.round.remove')}
        </Button>
      ) : null}
    </div>
  );
}
