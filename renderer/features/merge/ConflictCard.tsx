import { useState } from 'react';
import type { MergeChoice, MergeConflict, Side } from '../../../shared/contract/merge.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './merge.module.css';

interface ConflictCardProps {
  readonly conflict: MergeConflict;
  readonly choice: MergeChoice | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDecide: (choice: MergeChoice) => void;
}

/** One matter: a line when it is closed; open, both sides with who and when, and the keys that choose. */
export function ConflictCard({ conflict, choice, isOpen, onOpen, onDecide }: ConflictCardProps) {
  const say = useText();
  const title = (
    <>
      <span className={styles.thing}>{say.any(conflict.thing)}</span> {conflict.name}
      {conflict.part === null ? null : <span className={styles.part}> · {say.any(conflict.part)}</span>}
    </>
  );
  if (!isOpen)
    return (
      <li className={styles.row}>
        <button className={styles.closed} onClick={onOpen} type="button">
          <span>{title}</span>
          <span className={styles.choice}>{choice === undefined ? say('merge.undecided') : say(`merge.took.${choice.take}`)}</span>
        </button>
      </li>
    );
  return (
    <li aria-current="true" className={styles.open}>
      <p className={styles.title}>{title}</p>
      <p className={styles.why}>{say(`merge.kind.${conflict.kind}`)}</p>
      <div className={styles.sides}>
        <SideCard
          at={conflict.mineAt}
          by={conflict.mineBy}
          isTaken={choice?.take === 'mine'}
          keys="1"
          label={say('merge.mine')}
          onTake={() => onDecide({ take: 'mine' })}
          side={conflict.mine}
        />
        <SideCard
          at={conflict.theirsAt}
          by={conflict.theirsBy}
          isTaken={choice?.take === 'theirs'}
          keys="2"
          label={say(conflict.kind === 'same-code' ? 'merge.samePerson' : 'merge.theirs')}
          onTake={() => onDecide({ take: 'theirs' })}
          side={conflict.theirs}
        />
      </div>
      {conflict.canType ? <OtherWording choice={choice} conflict={conflict} onDecide={onDecide} /> : null}
    </li>
  );
}

interface SideCardProps {
  readonly label: string;
  readonly keys: string;
  readonly side: Side;
  readonly by: string;
  readonly at: string;
  readonly isTaken: boolean;
  readonly onTake: () => void;
}

function SideCard({ label, keys, side, by, at, isTaken, onTake }: SideCardProps) {
  const say = useText();
  const language = useLanguage();
  return (
    <button aria-pressed={isTaken} className={styles.side} onClick={onTake} type="button">
      <span className={styles.sideHead}>
        <Keycap isSilent keys={keys} /> {label}
      </span>
      <span className={side.message === null ? styles.words : styles.said}>
        {side.message === null ? side.text : say.any(side.message)}
      </span>
      {by === '' && at === '' ? null : (
        <span className={styles.who}>
          {[by, at === '' ? '' : `${formatDay(at, language)} ${formatTime(at, language)}`].filter((part) => part !== '').join(', ')}
        </span>
      )}
    </button>
  );
}

function OtherWording({ conflict, choice, onDecide }: Pick<ConflictCardProps, 'conflict' | 'choice' | 'onDecide'>) {
  const say = useText();
  const [typed, setTyped] = useState(choice?.take === 'other' ? choice.text : conflict.theirs.text);
  return (
    <div className={styles.other}>
      <TextArea isWords label={say('merge.other')} onChange={setTyped} rows={2} value={typed} />
      <Button isDisabled={typed.trim() === ''} onPress={() => onDecide({ take: 'other', text: typed })} size="bar">
        {say('merge.takeOther')}
      </Button>
    </div>
  );
}
