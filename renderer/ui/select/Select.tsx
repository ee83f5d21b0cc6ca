import { type ReactNode, useId } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  SelectValue,
} from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import chipStyles from '../filter-chip/FilterChip.module.css';
import { FieldLabel } from '../field/FieldLabel.tsx';
import { FieldNotes, type FieldNoteTexts } from '../field/FieldNotes.tsx';
import { hasError } from '../field/has-error.ts';
import { Icon } from '../icon/Icon.tsx';
import popoverStyles from '../popover/Popover.module.css';
import styles from './Select.module.css';

/** One thing that can be chosen. `detail` is quieter, at the end. */
export interface SelectOption<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly detail?: string;
}

/** What a select needs. `look="chip"` is the filter chip: name quiet, value strong, in one box. */
export interface SelectProps<Id extends string>
  extends
    Omit<
      AriaSelectProps<SelectOption<Id>>,
      'children' | 'className' | 'style' | 'isInvalid' | 'selectedKey' | 'defaultSelectedKey' | 'onSelectionChange' | 'value' | 'onChange'
    >,
    FieldNoteTexts {
  readonly label: string;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly look?: 'field' | 'chip';
  readonly labelNote?: string | undefined;
  /** Shown before anything is chosen. */
  readonly emptyText?: string;
  readonly isLabelHidden?: boolean;
}

/** Chooses one of a list that need not stand open. Up to three views of one thing: SegmentedControl instead. */
export function Select<Id extends string>({
  label,
  options,
  value,
  onChange,
  look = 'field',
  labelNote,
  emptyText,
  isLabelHidden = false,
  help,
  error,
  caution,
  ...aria
}: SelectProps<Id>) {
  const nameId = useId();
  const valueId = useId();
  const isChip = look === 'chip';
  const chosen = options.find((option) => option.id === value);
  const shown: ReactNode = chosen?.label ?? emptyText ?? '';
  return (
    <AriaSelect
      {...aria}
      {...(isLabelHidden || isChip ? { 'aria-label': label } : {})}
      className={cx(isChip ? styles.chipField : fieldStyles.field)}
      isInvalid={hasError(error)}
      onChange={(key) => {
        const next = options.find((option) => option.id === key);
        if (next !== undefined) {
          onChange(next.id);
        }
      }}
      value={value}
    >
      {isLabelHidden || isChip ? null : <FieldLabel note={labelNote}>{label}</FieldLabel>}
      {/* In a chip the name is read in the order it is seen: name, then value. */}
      <Button
        className={cx(isChip ? chipStyles.chip : fieldStyles.input, styles.button)}
        {...(isChip ? { 'aria-labelledby': `${nameId} ${valueId}` } : {})}
      >
        {isChip ? <span className={chipStyles.quiet} id={nameId}>{`${label} `}</span> : null}
        <span className={styles.value} id={valueId}>
          <SelectValue className={cx(isChip && chipStyles.value, chosen === undefined && styles.empty)}>{shown}</SelectValue>
        </span>
        <Icon name="unfold" size={13} />
      </Button>
      <FieldNotes caution={caution} error={error} help={help} />
      <Popover className={cx(popoverStyles.popover)} offset={4} placement="bottom start">
        <ListBox className={cx(popoverStyles.list)} items={options}>
          {(option) => (
            <ListBoxItem className={cx(popoverStyles.row)} id={option.id} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className={popoverStyles.rowLabel}>{option.label}</span>
                  {option.detail === undefined ? null : <span className={popoverStyles.rowDetail}>{option.detail}</span>}
                  <span className={popoverStyles.tick}>{isSelected ? <Icon name="done" /> : null}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
