import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps as AriaTooltipProps, TooltipTrigger } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Keycap } from '../keycap/Keycap.tsx';
import styles from './Tooltip.module.css';

/** What a tooltip says: the name of a control that shows only an icon, and its key. Never more. */
export interface TooltipProps {
  readonly text: string;
  readonly kbd?: string | undefined;
  readonly placement?: AriaTooltipProps['placement'];
  /** The control itself: something from React Aria that can take focus. */
  readonly children: ReactElement;
}

/** Shows the name of an icon on hover and on keyboard focus. */
export function Tooltip({ text, kbd, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger closeDelay={0} delay={500}>
      {children}
      <AriaTooltip className={cx(styles.tooltip)} offset={6} placement={placement}>
        {text}
        {kbd === undefined ? null : <Keycap keys={kbd} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
