import type { ReactNode, Ref } from 'react';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { useText } from '../text.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

export interface DeedDialogProps {
  readonly title: ReactNode;
  /** What the filled button says. */
  readonly saveLabel: string;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** The filled button cannot be pressed; why stands in the dialog. */
  readonly isDisabled?: boolean;
  readonly size?: 'small' | 'large';
  /** The key printed in the filled button; whoever shows the dialog listens for it. */
  readonly kbd?: string;
  /** Holds the filled button, for an Enter that goes on to it. */
  readonly saveRef?: Ref<HTMLSpanElement>;
  readonly children: ReactNode;
}

/** One deed and the way out of it. Esc leaves everything as it was. */
export function DeedDialog({
  title,
  saveLabel,
  onSave,
  onClose,
  isDisabled = false,
  size = 'small',
  kbd,
  saveRef,
  children,
}: DeedDialogProps) {
  const say = useText();
  const carryOut = useOneAtATime(onSave);
  const save = (
    <Button isDisabled={isDisabled} kbd={kbd} onPress={() => void carryOut()} variant="main">
      {saveLabel}
    </Button>
  );
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          {saveRef === undefined ? save : <span ref={saveRef}>{save}</span>}
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size={size}
      title={title}
    >
      {children}
    </Dialog>
  );
}
