import type { Ref } from 'react';
import { Input, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import { FieldLabel } from '../field/FieldLabel.tsx';
import { FieldNotes, type FieldNoteTexts } from '../field/FieldNotes.tsx';
import { hasError } from '../field/has-error.ts';

/** What a one-line field needs. The label is always there; `isLabelHidden` only hides it from the eye. */
export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldNoteTexts {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly labelNote?: string | undefined;
  /** Expected length in characters: the width suggests it. Full width without. */
  readonly length?: number;
  /** Stands after the field: "uker". */
  readonly unit?: string | undefined;
  /** Set in serif: the field holds what a person said. */
  readonly isWords?: boolean;
  readonly isNumeric?: boolean;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A one-line text field. */
export function TextField({
  label,
  isLabelHidden = false,
  labelNote,
  length,
  unit,
  isWords = false,
  isNumeric = false,
  placeholder,
  inputRef,
  help,
  error,
  caution,
  ...aria
}: TextFieldProps) {
  return (
    <AriaTextField
      {...aria}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={cx(fieldStyles.field)}
      isInvalid={hasError(error)}
    >
      {isLabelHidden ? null : <FieldLabel note={labelNote}>{label}</FieldLabel>}
      <span className={fieldStyles.box}>
        <Input
          className={cx(fieldStyles.input, isWords && fieldStyles.words, isNumeric && fieldStyles.numeric)}
          {...(length === undefined ? {} : { style: { inlineSize: `calc(${length}ch + 1.5rem)` } })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {unit === undefined ? null : <span className={fieldStyles.unit}>{unit}</span>}
      </span>
      <FieldNotes caution={caution} error={error} help={help} />
    </AriaTextField>
  );
}
