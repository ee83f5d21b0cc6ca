import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import styles from './Checkbox.module.css';

/** What a checkbox needs. Without children it needs an `aria-label`. */
export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  readonly children?: ReactNode;
  readonly help?: ReactNode;
}

/** One thing that is so or not so. */
export function Checkbox({ children, help, ...aria }: CheckboxProps) {
  return (
    <AriaCheckbox {...aria} className={cx(styles.checkbox)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span aria-hidden className={styles.box}>
            {isIndeterminate ? <Icon name="remove" size={13} /> : isSelected ? <Icon name="done" size={13} /> : null}
          </span>
          {children === undefined ? null : (
            <span>
              {children}
              {help === undefined ? null : <span className={styles.help}>{help}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
