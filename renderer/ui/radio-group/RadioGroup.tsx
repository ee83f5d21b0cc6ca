import type { ReactNode } from 'react';
import { Radio, RadioGroup as AriaRadioGroup, type RadioGroupProps as AriaRadioGroupProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import { FieldLabel } from '../field/FieldLabel.tsx';
import { FieldNotes, type FieldNoteTexts } from '../field/FieldNotes.tsx';
import { hasError } from '../field/has-error.ts';
import { Keycap } from '../keycap/Keycap.tsx';
import styles from './RadioGroup.module.css';

/** One choice. `help` says its consequence. */
export interface RadioOption<Id extends string = string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** The key that chooses it, printed after the label. */
  readonly kbd?: string;
  readonly isDisabled?: boolean;
}

/** What a choice of one needs. `look="boxes"`: each choice in a box of its own, with its consequence. */
export interface RadioGroupProps<Id extends string>
  extends
    Omit<AriaRadioGroupProps, 'children' | 'className' | 'style' | 'value' | 'onChange' | 'defaultValue' | 'isInvalid'>,
    FieldNoteTexts {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly look?: 'list' | 'row' | 'boxes';
}

/** Chooses one, with all choices in sight. For dialogs and settings; answers in an interview have their own rules. */
export function RadioGroup<Id extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  look = 'list',
  help,
  error,
  caution,
  ...aria
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...aria}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={cx(fieldStyles.field, styles.group)}
      isInvalid={hasError(error)}
      onChange={(next) => {
        const chosen = options.find((option) => option.id === next);
        if (chosen !== undefined) {
          onChange(chosen.id);
        }
      }}
      value={value}
    >
      {isLabelHidden ? null : <FieldLabel isStrong={look === 'boxes'}>{label}</FieldLabel>}
      <div className={cx(styles.options, styles[look])}>
        {options.map((option) => (
          <Radio
            className={cx(styles.option, look === 'boxes' && styles.box)}
            isDisabled={option.isDisabled ?? false}
            key={option.id}
            value={option.id}
          >
            {look === 'boxes' ? null : <span aria-hidden className={styles.dot} />}
            <span>
              <span className={styles.label}>
                {option.label}
                {option.kbd === undefined ? null : <Keycap isSilent keys={option.kbd} />}
              </span>
              {option.help === undefined ? null : <span className={styles.help}>{option.help}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes caution={caution} error={error} help={help} />
    </AriaRadioGroup>
  );
}
