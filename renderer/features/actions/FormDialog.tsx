import type { ReactNode } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import styles from './ActionsScreen.module.css';

export interface FormDialogProps {
  readonly title: ReactNode;
  /** What the filled button says. */
  readonly saveLabel: string;
  /** Enter in a line, Mod+Enter in a longer text, and the button. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A few fields that are one deed together. Esc leaves everything as it was. */
export function FormDialog({ title, saveLabel, onSave, onClose, children }: FormDialogProps) {
  const say = useText();
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void onSave()} variant="main">
            {saveLabel}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={title}
    >
      <form
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void onSave();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        {children}
        <input hidden type="submit" />
      </form>
    </Dialog>
  );
}
