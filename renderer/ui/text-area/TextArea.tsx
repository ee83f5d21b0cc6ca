import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import { FieldLabel } from '../field/FieldLabel.tsx';
import { FieldNotes, type FieldNoteTexts } from '../field/FieldNotes.tsx';
import { hasError } from '../field/has-error.ts';
import styles from './TextArea.module.css';

/** What a field of several lines needs. It grows with its text, from `rows` lines to sixteen. */
export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldNoteTexts {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly labelNote?: string | undefined;
  readonly rows?: number;
  /** Set in serif: the field holds what a person said. */
  readonly isWords?: boolean;
  readonly placeholder?: string;
  readonly textAreaRef?: Ref<HTMLTextAreaElement>;
}

/** A text field of several lines. */
export function TextArea({
  label,
  isLabelHidden = false,
  labelNote,
  rows = 3,
  isWords = false,
  placeholder,
  textAreaRef,
  help,
  error,
  caution,
  ...aria
}: TextAreaProps) {
  return (
    <AriaTextField
      {...aria}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={cx(fieldStyles.field)}
      isInvalid={hasError(error)}
    >
      {isLabelHidden ? null : <FieldLabel note={labelNote}>{label}</FieldLabel>}
      <AriaTextArea
        className={cx(fieldStyles.input, styles.area, isWords && fieldStyles.words)}
        rows={rows}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(textAreaRef === undefined ? {} : { ref: textAreaRef })}
      />
      <FieldNotes caution={caution} error={error} help={help} />
    </AriaTextField>
  );
}
