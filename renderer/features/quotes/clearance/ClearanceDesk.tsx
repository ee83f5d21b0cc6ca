import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ClearanceView } from '../../../../shared/contract/quotes-clearance.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { AttributePart } from './AttributePart.tsx';
import styles from './clearance.module.css';
import { ClearedWords } from './ClearedWords.tsx';
import { MarkList } from './MarkList.tsx';
import { RawWords } from './RawWords.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { useAttributeChoice } from './use-attribute-choice.ts';
import { useClearanceDeeds } from './use-clearance-deeds.ts';
import { useDigits } from './use-digits.ts';
import { useMarks } from './use-marks.ts';
import { UsesPart } from './UsesPart.tsx';

/** One quote being cleared: raw and cleared words side by side, the marks, what stands under it; or, proposed, read by somebody else. */
export function ClearanceDesk({ view }: { readonly view: ClearanceView }) {
  const navigate = useNavigate();
  const deeds = useClearanceDeeds(view);
  const isOpen = view.status === 'raw' || view.status === 'needs-a-look';
  const isSecond = view.status === 'proposed' && !view.isProposedByMe;
  const marks = useMarks(view.raw, view.marks, deeds);
  const attributes = useAttributeChoice(view, deeds);
  const textArea = useRef<HTMLTextAreaElement>(null);
  const [isSendingBack, setSendingBack] = useState(false);
  const decidesMarks = isOpen && marks.current !== null;
  const hasDigits = isOpen && marks.current === null;
  const go = (quote: string | null): void => {
    if (quote !== null) void navigate({ to: '/projects/$project/quotes/$quote', params: { project: view.projectId, quote } });
  };
  const propose = (): void => {
    // What was typed is saved before it goes to somebody else.
    textArea.current?.blur();
    void deeds.propose();
  };
  useCommand('clearance.keep', () => marks.decide('keep'), decidesMarks);
  useCommand('clearance.generalWord', () => marks.decide('general-word'), decidesMarks);
  useCommand('clearance.remove', () => marks.decide('remove'), decidesMarks);
  useCommand('clearance.markDown', () => marks.move(1), isOpen);
  useCommand('clearance.markUp', () => marks.move(-1), isOpen);
  useCommand('clearance.write', () => textArea.current?.focus(), isOpen);
  useCommand('clearance.propose', propose, isOpen);
  useCommand(
    'clearance.withdraw',
    () => void deeds.withdraw(),
    view.status === 'cleared' || (view.status === 'proposed' && view.isProposedByMe),
  );
  useCommand('clearance.next', () => go(view.queue.next), view.queue.next !== null);
  useCommand('clearance.previous', () => go(view.queue.previous), view.queue.previous !== null);
  useCommand('secondReading.approve', () => void deeds.approve(), isSecond && !isSendingBack);
  useCommand('secondReading.sendBack', () => setSendingBack(true), isSecond && !isSendingBack);
  useDigits(hasDigits, (digit) => {
    const choice = view.attributes[digit - 1];
    if (choice !== undefined) attributes.toggle(choice);
  });
  return (
    <div className={styles.desk} data-status={view.status}>
      <ReaderBar
        deeds={deeds}
        isOpen={isOpen}
        isSecond={isSecond}
        isSendingBack={isSendingBack}
        onGo={go}
        onPropose={propose}
        onSendingBack={setSendingBack}
        view={view}
      />
      <div className={styles.sides}>
        <RawWords current={decidesMarks ? marks.current : null} language={view.language} marks={view.marks} raw={view.raw} />
        <ClearedWords isOpen={isOpen} onWrite={(body) => void deeds.write(body)} textAreaRef={textArea} view={view} />
      </div>
      <div className={styles.below}>
        <MarkList isOpen={isOpen} language={view.language} marks={marks} />
        <div className={styles.right}>
          <AttributePart chosen={attributes.chosen} hasDigits={hasDigits} isOpen={isOpen} onToggle={attributes.toggle} view={view} />
          <UsesPart view={view} />
        </div>
      </div>
    </div>
  );
}
