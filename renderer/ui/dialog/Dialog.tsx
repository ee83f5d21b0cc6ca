import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Dialog.module.css';

/** What a dialog needs. Only for what undo cannot take back (interaction.md 6). */
export interface DialogProps {
  readonly isOpen: boolean;
  /** Called with false on Esc. A dialog that must be answered gets `isKeyboardDismissDisabled`. */
  readonly onOpenChange: (isOpen: boolean) => void;
  /** A whole sentence. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the end, the main one last. */
  readonly actions?: ReactNode;
  /** 440 or 640 px. */
  readonly size?: 'small' | 'large';
  readonly role?: 'dialog' | 'alertdialog';
  readonly isKeyboardDismissDisabled?: boolean;
}

/** Stops the work until it is answered. Focus goes in, stays in, and goes back to where it was opened. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  children,
  actions,
  size = 'small',
  role = 'dialog',
  isKeyboardDismissDisabled = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className={cx(styles.overlay)}
      isKeyboardDismissDisabled={isKeyboardDismissDisabled}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog className={cx(styles.dialog)} role={role}>
          <Heading className={cx(styles.title)} level={2} slot="title">
            {title}
          </Heading>
          {children === undefined ? null : <div className={styles.body}>{children}</div>}
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
