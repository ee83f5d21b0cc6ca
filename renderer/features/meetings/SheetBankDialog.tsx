import { useRef, useState } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import type { SheetOwner } from '../../../shared/contract/meetings-parts.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { QuestionPick } from './QuestionPick.tsx';

/** Puts questions of the bank on a sheet. */
export function SheetBankDialog({ owner, onClose }: { readonly owner: SheetOwner; readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const listRef = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, BankQuestion>>(new Map());
  const add = useOneAtATime(async () => {
    if (chosen.size === 0) return;
    const made = await save(() => client.meetings.addBankQuestions({ owner, bankQuestionIds: [...chosen.keys()] }));
    if (made !== undefined) onClose();
  });
  useCommand('meetings.done', () => void add());
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button isDisabled={chosen.size === 0} kbd={printedKey('Mod+Enter', platform)} onPress={() => void add()} variant="main">
            {say('meetings.sheet.add', { n: chosen.size })}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('meetings.sheet.pickTitle')}
    >
      <QuestionPick chosen={chosen} listRef={listRef} onChange={setChosen} onEnter={() => void add()} />
    </Dialog>
  );
}
