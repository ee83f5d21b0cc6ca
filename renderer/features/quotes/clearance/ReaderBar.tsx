import type { ClearanceView } from '../../../../shared/contract/quotes-clearance.ts';
import { formatDay } from '../../../lib/format.ts';
import { useLanguage, useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import styles from './clearance.module.css';
import { SendBackNote } from './SendBackNote.tsx';
import type { ClearanceDeeds } from './use-clearance-deeds.ts';

interface ReaderBarProps {
  readonly view: ClearanceView;
  readonly deeds: ClearanceDeeds;
  readonly isOpen: boolean;
  /** Whoever sits here reads what somebody else proposed. */
  readonly isSecond: boolean;
  readonly isSendingBack: boolean;
  readonly onSendingBack: (is: boolean) => void;
  readonly onPropose: () => void;
  readonly onGo: (quoteId: string | null) => void;
}

/** Where the quote stands, what is to be done with it now, and the way to the next. */
export function ReaderBar({ view, deeds, isOpen, isSecond, isSendingBack, onSendingBack, onPropose, onGo }: ReaderBarProps) {
  const say = useText();
  const { queue } = view;
  const canTakeBack = view.status === 'cleared' || (view.status === 'proposed' && !isSecond);
  return (
    <div className={styles.bar}>
      <div className={styles.standing}>
        <StatusText
          icon={view.status === 'cleared' ? 'clearedQuote' : view.status === 'needs-a-look' ? 'softCheck' : 'unclearedQuote'}
          isStrong
          tone={view.status === 'cleared' ? 'good' : view.status === 'needs-a-look' ? 'warn' : 'neutral'}
        >
          {isSecond ? say('clearance.second') : say(`clearance.status.${view.status}`)}
        </StatusText>
        <Standing isSecond={isSecond} view={view} />
      </div>
      <div className={styles.deeds}>
        {isOpen && view.mayBeQuoted ? (
          <Button kbd="Ctrl ↵" onPress={onPropose} size="bar" variant="main">
            {say('clearance.propose')}
          </Button>
        ) : null}
        {isSecond && !isSendingBack ? (
          <>
            <Button kbd="1" onPress={() => void deeds.approve()} size="bar" variant="main">
              {say('clearance.approve')}
            </Button>
            <Button kbd="2" onPress={() => onSendingBack(true)} size="bar">
              {say('clearance.sendBack')}
            </Button>
          </>
        ) : null}
        {canTakeBack ? (
          <Button kbd="R" onPress={() => void deeds.withdraw()} size="bar">
            {say('clearance.withdraw')}
          </Button>
        ) : null}
        {queue.previous === null ? null : (
          <Button kbd="Ctrl ↑" onPress={() => onGo(queue.previous)} size="bar" variant="quiet">
            {say('clearance.previous')}
          </Button>
        )}
        {queue.next === null ? null : (
          <Button kbd="Ctrl ↓" onPress={() => onGo(queue.next)} size="bar" variant="quiet">
            {say('clearance.next')}
          </Button>
        )}
      </div>
      {isSecond && isSendingBack ? (
        <SendBackNote
          onGive={(note) => {
            onSendingBack(false);
            void deeds.sendBack(note);
          }}
          onLeave={() => onSendingBack(false)}
        />
      ) : null}
    </div>
  );
}

/** Why it stands there, in a sentence. */
function Standing({ view, isSecond }: Pick<ReaderBarProps, 'view' | 'isSecond'>) {
  const say = useText();
  const language = useLanguage();
  const { status, note, mayBeQuoted, proposedBy, clearedBy, clearedAt } = view;
  const sentences: string[] = [];
  if (!mayBeQuoted) sentences.push(say('clearance.mayNotBeQuoted'));
  if (isSecond) sentences.push(say('clearance.secondHow', { name: proposedBy ?? '' }));
  else if (status === 'proposed') sentences.push(say('clearance.waits'));
  if (status === 'needs-a-look') sentences.push(say('clearance.needsALook'));
  if (status === 'cleared' && clearedAt !== null)
    sentences.push(
      say('clearance.clearedBy', { day: formatDay(clearedAt.slice(0, 10), language), second: clearedBy ?? '', first: proposedBy ?? '' }),
    );
  if (note !== null) sentences.push(say('clearance.backNote', { note }));
  return <span className={styles.quiet}>{sentences.join(' ')}</span>;
}
