import type { ReactElement, ReactNode, RefObject } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Popover.module.css';

/** What a popover needs. Give `trigger` (a Button), or `triggerRef` with `isOpen` for one that opens by other means. */
export interface PopoverProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly children: ReactNode | ((opts: { readonly close: () => void }) => ReactNode);
  readonly trigger?: ReactElement;
  readonly triggerRef?: RefObject<Element | null>;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly placement?: AriaPopoverProps['placement'];
  /** It shows a table, which needs more room than words. */
  readonly isWide?: boolean;
}

/** Floats beside its cause, never over the words it is about. Esc closes it and focus goes back. */
export function Popover({
  label,
  children,
  trigger,
  triggerRef,
  isOpen,
  onOpenChange,
  placement = 'bottom start',
  isWide = false,
}: PopoverProps) {
  const state = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  const floating = (
    <AriaPopover
      className={cx(styles.popover, isWide && styles.wide)}
      offset={4}
      placement={placement}
      {...(triggerRef === undefined ? {} : { triggerRef, ...state })}
    >
      <Dialog aria-label={label} className={cx(styles.content)}>
        {children}
      </Dialog>
    </AriaPopover>
  );
  if (trigger === undefined) {
    return floating;
  }
  return (
    <DialogTrigger {...state}>
      {trigger}
      {floating}
    </DialogTrigger>
  );
}
