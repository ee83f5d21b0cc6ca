import type { Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import { Icon } from '../icon/Icon.tsx';
import { Keycap } from '../keycap/Keycap.tsx';
import styles from './SearchField.module.css';

/** What a search field needs. `label` is read; `placeholder` may repeat it for the eye. */
export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly placeholder: string;
  /** The name of the cross that empties it. */
  readonly clearLabel: string;
  readonly kbd?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field that narrows what stands below it. Esc empties it. */
export function SearchField({ label, placeholder, clearLabel, kbd, inputRef, ...aria }: SearchFieldProps) {
  return (
    <AriaSearchField {...aria} aria-label={label} className={cx(styles.search)}>
      <span className={styles.icon}>
        <Icon name="search" />
      </span>
      <Input
        className={cx(fieldStyles.input, styles.input)}
        placeholder={placeholder}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {kbd === undefined ? null : (
        <span className={styles.key}>
          <Keycap isSilent keys={kbd} />
        </span>
      )}
      <Button aria-label={clearLabel} className={cx(styles.clear)}>
        <Icon name="close" size={14} />
      </Button>
    </AriaSearchField>
  );
}
