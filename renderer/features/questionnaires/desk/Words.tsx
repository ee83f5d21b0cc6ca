import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Language } from '../../../../shared/model/text.ts';
import { cx } from '../../../ui/cx.ts';
import { useTyping } from './use-typing.ts';
import styles from './Words.module.css';

export interface WordsProps {
  /** Said to screen readers; the place says it to the eye. */
  readonly label: string;
  readonly value: string;
  readonly language: Language;
  /** Its name as a part of the question, for jumps. */
  readonly part: string;
  readonly index?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly look?: 'wording' | 'option' | 'small' | 'title' | 'field';
  /** There are words in another language and none here. */
  readonly isMissing?: boolean;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
}

/** Words written in place: no box until it is used, as high as its text. */
export function Words({
  label,
  value,
  language,
  part,
  index,
  placeholder,
  look = 'small',
  isMissing = false,
  onType,
  onLeave,
  onKeyDown,
  onPaste,
}: WordsProps) {
  const typing = useTyping(value, onType, onLeave);
  return (
    <textarea
      aria-label={label}
      className={cx(styles.words, styles[look])}
      data-index={index}
      data-lang={language}
      data-missing={isMissing || undefined}
      data-part={part}
      lang={language}
      onBlur={typing.leave}
      onChange={(event) => typing.type(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      placeholder={placeholder}
      rows={1}
      spellCheck
      value={typing.text}
    />
  );
}
