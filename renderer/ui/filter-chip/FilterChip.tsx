import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import styles from './FilterChip.module.css';

/** What a filter chip says: what it filters on, and the value it has now. */
export interface FilterChipProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly name?: string;
  readonly value: string;
  /** A quieter word after the value: "6 spm.". */
  readonly detail?: string;
  /** It opens something. */
  readonly hasMenu?: boolean;
}

/** A filter in the bar above a list or table. Opens a menu or popover; a plain choice of one is a Select with look="chip". */
export function FilterChip({ name, value, detail, hasMenu = true, ...aria }: FilterChipProps) {
  return (
    <AriaButton {...aria} className={cx(styles.chip)}>
      {/* The spaces are for the name that is read aloud; the gap on the screen is the style's. */}
      {name === undefined ? null : <span className={styles.quiet}>{name}</span>} <span className={styles.value}>{value}</span>{' '}
      {detail === undefined ? null : <span className={styles.quiet}>{detail}</span>}
      {hasMenu ? <Icon name="unfold" size={13} /> : null}
    </AriaButton>
  );
}
