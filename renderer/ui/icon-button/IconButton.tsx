import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { Tooltip, type TooltipProps } from '../tooltip/Tooltip.tsx';
import styles from './IconButton.module.css';

/** What a button without words needs: its name all the same. */
export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: IconName;
  readonly label: string;
  readonly kbd?: string | undefined;
  /** 28 px normally, 24 px (the smallest target there is) in dense rows. */
  readonly size?: 'normal' | 'small';
  readonly placement?: TooltipProps['placement'];
}

/** An icon that can be pressed. Its name is read aloud, and shown on hover and focus. */
export function IconButton({ icon, label, kbd, size = 'normal', placement = 'bottom', ...aria }: IconButtonProps) {
  return (
    <Tooltip kbd={kbd} placement={placement} text={label}>
      <AriaButton {...aria} aria-label={label} className={cx(styles.button, size === 'small' && styles.small)}>
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
