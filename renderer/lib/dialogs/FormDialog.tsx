import type { KeyboardEvent, ReactNode } from 'react';
import { keepsKeys } from '../keeps-keys.ts';
import { DeedDialog } from './DeedDialog.tsx';
import { useOneAtATime } from './use-one-at-a-time.ts';
import styles from './FormDialog.module.css';

export interface FormDialogProps {
  readonly title: ReactNode;
  /** What the filled button says. */
  readonly saveLabel: string;
  /** Enter in a line, Mod+Enter in a longer text, and the button. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** The filled button cannot be pressed; why stands in the form. */
  readonly isDisabled?: boolean;
  /** False where Mod+Enter is no key of the form, only Enter. */
  readonly hasModEnter?: boolean;
  readonly children: ReactNode;
}

/** A few fields that are one deed together. Esc leaves everything as it was. */
export function FormDialog({ title, saveLabel, onSave, onClose, isDisabled = false, hasModEnter = true, children }: FormDialogProps) {
  const save = useOneAtATime(onSave);
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    // An open list took the key for the hit it stands on.
    if (!hasModEnter || event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save();
  }
  return (
    <DeedDialog isDisabled={isDisabled} onClose={onClose} onSave={save} saveLabel={saveLabel} title={title}>
      <form
        className={styles.form}
        onKeyDown={onKeyDown}
        onKeyDownCapture={(event) => {
          if (keepsKeys(event.target)) onKeyDown(event);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {children}
        {/* Enter in a field saves: a form of several fields without a button of its own does not. */}
        <input hidden type="submit" />
      </form>
    </DeedDialog>
  );
}
