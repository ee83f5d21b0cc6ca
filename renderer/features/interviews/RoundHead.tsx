import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { Block } from './entry-layout.ts';
import styles from './Entry.module.css';
import type { Entry } from './use-entry.ts';

export interface RoundHeadProps {
  readonly entry: Entry;
  readonly block: Extract<Block, { kind: 'round' }>;
  readonly isCurrent: boolean;
}

/** The heading of one round: what repeats, which round it is, and the way to take it away (which undo takes back). */
export function RoundHead({ entry, block, isCurrent }: RoundHeadProps) {
  const say = useText();
  const { repeat, turn, number } = block;
  const what = localised(repeat.label ?? repeat.wording, entry.language);
  const canRemove = isCurrent && repeat.repeatCount === null && entry.desk.pass.first !== null;
  return (
    <div className={styles.roundHead} data-current={undefined}>
      <h3 className={styles.roundTitle} lang={entry.language}>
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
