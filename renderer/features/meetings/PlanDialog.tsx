import { useState } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import styles from './plan.module.css';
import { NewMeeting } from './NewMeeting.tsx';
import { PlanRound } from './PlanRound.tsx';

/** One meeting or a round of them: 1 and 2. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const [what, setWhat] = useState<'choose' | 'meeting' | 'round'>('choose');
  if (what === 'meeting') return <NewMeeting onClose={onClose} />;
  if (what === 'round') return <PlanRound onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} title={say('meetings.plan.title')}>
      <div
        className={styles.choices}
        onKeyDown={(event) => {
          if (event.key !== '1' && event.key !== '2') return;
          event.preventDefault();
          setWhat(event.key === '1' ? 'meeting' : 'round');
        }}
        role="presentation"
      >
        <Button autoFocus kbd="1" onKeyDown={(event) => event.continuePropagation()} onPress={() => setWhat('meeting')}>
          {say('meetings.plan.one')}
        </Button>
        <p className={styles.help}>{say('meetings.plan.oneHelp')}</p>
        <Button kbd="2" onKeyDown={(event) => event.continuePropagation()} onPress={() => setWhat('round')}>
          {say('meetings.plan.round')}
        </Button>
        <p className={styles.help}>{say('meetings.plan.roundHelp')}</p>
      </div>
    </Dialog>
  );
}
